"""Whether the background works: what a monitor asks."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import F, Min
from django.db.models.functions import Greatest

from reminders.models import Outbox, Pulse


def since_last_tick(now: datetime) -> timedelta | None:
    """How long ago the background last looked for due reminders; None: it never did."""
    at = Pulse.objects.filter(name="tick").values_list("at", flat=True).first()
    return now - at if at else None


def overdue(now: datetime) -> timedelta:
    """How long the reminder that has waited longest should have left; zero if none.

    A message that is tried again later counts from its next attempt, one that waits
    for its owner's next mail from then on.
    """
    waiting = Outbox.objects.filter(next_due_at__lte=now).aggregate(
        # PostgreSQL's GREATEST passes over NULL.
        since=Min(Greatest(F("next_due_at"), F("not_before")))
    )
    since: datetime | None = waiting["since"]
    return max(now - since, timedelta(0)) if since else timedelta(0)
