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

# Planning leaves megabytes of objects that refer to one another: with Python's usual
# (700, 10, 10) they lie until the next minute's.
_LOOKED_THROUGH = (700, 10, 2)

app = Celery("callback")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.add_defaults(lambda: CELERY)
app.autodiscover_tasks()


@worker_before_create_process.connect
def share_memory(**_more: object) -> None:
    """Load what mails and plans need, and keep it one copy.

    The garbage collector would write into each object it looks at.
    """
    from django.urls import get_resolver

    _ = get_resolver().url_patterns
    gc.collect()
    gc.freeze()
    # Of nothing: whether to look through everything is decided by how much was there
    # the last time.
    gc.collect()
    gc.set_threshold(*_LOOKED_THROUGH)
