from __future__ import annotations

from django.conf import settings
from django.contrib import admin
from django.urls import include, path

from config.health import healthz, readyz
from config.web_manifest import web_manifest

handler400 = "config.refusals.not_understood"

urlpatterns = [
    path("", include("dashboard.urls")),
    path("", include("accounts.urls")),
    path("", include("portability.urls")),
    path("", include("interviews.urls")),
    path("", include("calendars.urls")),
    path("", include("preparation.urls")),
    path("", include("reminders.urls")),
    path("", include("applications.urls")),
    path("", include("guidance.urls")),
    path("accounts/", include("allauth.urls")),
    path(f"{settings.ADMIN_PATH}/", admin.site.urls),
    path("callback.webmanifest", web_manifest, name="web_manifest"),
    path("healthz", healthz, name="healthz"),
    path("readyz", readyz, name="readyz"),
]
