"""Everything that writes a feed. It belongs to its owner and to no application."""

from __future__ import annotations

import uuid
from datetime import datetime

from accounts.models import User
from calendars.models import Feed


def choose(owner: User, *, now: datetime, **wanted: bool) -> Feed:
    """Have a feed with this in it: `rounds`, `notes`, `deadlines`, `alarms`."""
    feed, _ = Feed.objects.update_or_create(
        owner=owner, defaults=wanted, create_defaults={**wanted, "created_at": now}
    )
    return feed


def renew(owner: User, *, now: datetime) -> None:
    """Give the feed another link; the old one opens nothing from now on."""
    feeds = Feed.objects.for_user(owner)
    feeds.update(nonce=uuid.uuid4(), created_at=now)


def stop(owner: User) -> None:
    """Take the feed away; its link opens nothing from now on."""
    Feed.objects.for_user(owner).delete()
