"""The Celery application of web and worker, which settings.py loads with Django.

What the environment may change is there, as CELERY_*; the rest is in background.py.
"""

from __future__ import annotations

import gc
import os

from celery import Celery
from celery.signals import worker_before_create_process

from config.background import CELERY

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

app = Celery("callback")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.add_defaults(lambda: CELERY)
app.autodiscover_tasks()


@worker_before_create_process.connect
def share_memory(**_more: object) -> None:
    """What is loaded by now stays one copy: collecting would write into each page."""
    gc.collect()
    gc.freeze()
