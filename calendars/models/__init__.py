from __future__ import annotations

from calendars.models.edition import Edition
from calendars.models.feed import Feed

__all__ = ["Edition", "Feed"]
