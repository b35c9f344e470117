"""How often a feed is read: calendars ask every few minutes at most.

Only links that exist are counted. Any other is refused by arithmetic alone
(`calendars.links`), which costs less than counting it would.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.core.cache import cache

from calendars.models import Feed

# Ours: a handful of devices that all ask every minute stay below it.
MOST = 60
WINDOW = timedelta(minutes=5)


def is_too_often(feed: Feed, *, now: datetime) -> bool:
    """Count this reading; whether there were too many in these five minutes."""
    window = int(now.timestamp() // WINDOW.total_seconds())
    key = f"calendars.feed.{feed.pk}.{window}"
    cache.add(key, 0, timeout=2 * WINDOW.total_seconds())
    try:
        return cache.incr(key) > MOST
    except ValueError:
        # Pushed out of a full cache between the two.
        return False
