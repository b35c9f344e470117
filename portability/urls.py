from __future__ import annotations

from django.urls import path

from portability import views

app_name = "portability"
urlpatterns = [
    path("you/data/download/", views.export, name="export"),
    path("you/data/import/", views.import_, name="import"),
    path("you/data/import/confirm/", views.import_confirm, name="import_confirm"),
    path("you/data/delete/", views.delete, name="delete"),
]
