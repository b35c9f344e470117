from __future__ import annotations

from config.celery import app as celery_app

# Loaded with Django, so that @shared_task finds its application everywhere.
__all__ = ["celery_app"]
