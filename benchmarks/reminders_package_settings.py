"""The least that django-post_office needs: settings of its own, the same database."""

from __future__ import annotations

import os
import tempfile

import dj_database_url

SECRET_KEY = os.environ["SECRET_KEY"]
DATABASES = {"default": dj_database_url.parse(os.environ["DATABASE_URL"])}
INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "post_office",
]
USE_TZ = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
EMAIL_HOST, EMAIL_PORT = "127.0.0.1", int(os.environ["SINK_PORT"])
TEMPLATES = [{"BACKEND": "django.template.backends.django.DjangoTemplates"}]
POST_OFFICE = {
    "BATCH_SIZE": int(os.environ["BATCH"]),
    # As many as are in a batch at most; its default is five.
    "THREADS_PER_PROCESS": min(int(os.environ["BATCH"]), 5),
    "LOCK_FILE_NAME": tempfile.mktemp(prefix="callback-bench-"),  # noqa: S306
}
