from __future__ import annotations

from django.urls import path

from guidance import views

app_name = "guidance"
urlpatterns = [
    path("guidance/", views.shelves, name="library"),
    path("guidance/documents/<slug:document>/", views.document, name="document"),
]
