"""Light, dark, or as the reader's system says: a cookie, as it belongs to a browser."""

from __future__ import annotations

from django.db import models
from django.http import HttpRequest

COOKIE = "theme"
COOKIE_AGE = 365 * 24 * 3600


class Theme(models.TextChoices):
    SYSTEM = "", "As my system"
    LIGHT = "light", "Light"
    DARK = "dark", "Dark"


def chosen_theme(request: HttpRequest) -> str:
    """ "light" or "dark" where this browser asked for it, else ""."""
    value = request.COOKIES.get(COOKIE, "")
    return value if value in Theme.values else ""
