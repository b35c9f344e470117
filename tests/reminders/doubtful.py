"""A message in doubt, made by a mail server that never answers the dot."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from reminders.delivery import doubts
from reminders.delivery.sender import run_due
from reminders.delivery.sweep import sweep
from reminders.models import Message, Outbox


class Crash(BaseException):
    """As if the process were gone: nothing of ours may catch it."""


def crash_at(step: str) -> None:
    def crash(name: str) -> None:
        if name == step:
            raise Crash

    with pytest.raises(Crash):
        run_due(step=crash)


def in_doubt(step: str = "dot_written") -> Message:
    """Its sender died at this step; `fenced`: it never left."""
    crash_at(step)
    doubts.read_journals()
    past = timezone.now() - timedelta(hours=1)
    Message.objects.filter(state="sending").update(sending_since=past)
    sweep()
    return Message.objects.get(state=Message.State.IN_DOUBT)


def half_an_hour_passes() -> None:
    """The time evidence is waited for, and every lease and back-off before that."""
    past = timezone.now() - timedelta(minutes=31)
    Message.objects.filter(state="in_doubt").update(settled_at=past)
    Message.objects.filter(state="retry").update(next_attempt_at=past)
    Outbox.objects.filter(next_due_at__isnull=False).update(next_due_at=past)
