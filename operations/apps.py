from __future__ import annotations

from django.apps import AppConfig


class Operations(AppConfig):
    """What whoever runs Callback needs: demo, backup, the operator's pages."""

    name = "operations"
