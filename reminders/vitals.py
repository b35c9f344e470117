"""Whether the background works: what a monitor asks."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import F, Min
from django.db.models.functions import Greatest

from reminders.models import Message, Outbox, Pulse

# Ours: the sweep comes with every tick; one may be late.
_SWEEP_MAY_BE_LATE = timedelta(minutes=1)


def since_last_tick(now: datetime) -> timedelta | None:
    """How long ago the background last looked for due reminders; None: it never did."""
    return _since("tick", now)


def since_last_loop(now: datetime) -> timedelta | None:
    """The same for `manage.py send_due_reminders`, which needs no Redis."""
    return _since("loop", now)


def turn_of_plans(now: datetime) -> timedelta | None:
    """Within how long each live plan was checked; None: not all have been so far."""
    return _since("plans", now)


def _since(name: str, now: datetime) -> timedelta | None:
    at = Pulse.objects.filter(name=name).values_list("at", flat=True).first()
    return now - at if at else None


def stuck(now: datetime) -> int:
    """How many messages are being handed over for longer than the sweep allows."""
    allowed = timedelta(seconds=settings.REMINDER_SWEEP_SECONDS) + _SWEEP_MAY_BE_LATE
    sending = Message.objects.filter(state=Message.State.SENDING)
    return sending.filter(sending_since__lt=now - allowed).count()


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
