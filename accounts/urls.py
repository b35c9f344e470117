from __future__ import annotations

from django.urls import path

from accounts import views

app_name = "accounts"
urlpatterns = [
    path("you/", views.you, name="you"),
    path("you/name/", views.name, name="name"),
    path("you/experience/", views.experience, name="experience"),
    path("you/theme/", views.theme, name="theme"),
    path("you/keys/", views.letter_keys, name="keys"),
    path("you/sessions/<int:pk>/end/", views.session_end, name="session_end"),
    # Before allauth's page of the same address.
    path(
        "accounts/oidc/<slug:provider_id>/login/",
        views.provider_login,
        name="provider_login",
    ),
]
