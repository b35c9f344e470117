"""Saying what was done, with the button that takes it back."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest

from applications.models import Undo


def tell(request: HttpRequest, undo: Undo | None, otherwise: str = "") -> None:
    """A toast with its undo; `otherwise` what to say when nothing was changed."""
    if undo:
        messages.success(request, undo.words, extra_tags=f"undo-{undo.pk}")
    elif otherwise:
        messages.success(request, otherwise)
