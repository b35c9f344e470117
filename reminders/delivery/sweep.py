"""Finding the messages whose sender died between the fence and the record."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings

from reminders.delivery.claim import Claim
from reminders.delivery.clock import ClockTimestamp
from reminders.delivery.outcome import Outcome, Verdict
from reminders.delivery.results import record
from reminders.models import Message


def sweep() -> int:
    """Mark what has been leaving for too long as in doubt; return how many.

    Nobody can know whether these were accepted, so they are shown, not sent again.
    """
    age = timedelta(seconds=settings.REMINDER_SWEEP_SECONDS)
    left_behind = Message.objects.filter(
        state=Message.State.SENDING, sending_since__lt=ClockTimestamp() - age
    )
    unknown = Outcome(Verdict.IN_DOUBT, "body", text="No answer was recorded.")
    return sum(
        record(Claim(message.pk, message.token, message.owner_id), unknown)
        for message in left_behind
        if message.token
    )
