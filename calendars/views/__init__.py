from __future__ import annotations

from calendars.views.feed import feed
from calendars.views.rounds import round_file
from calendars.views.settings import renew, settings, stop

__all__ = ["feed", "renew", "round_file", "settings", "stop"]
