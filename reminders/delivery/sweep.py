"""Finding the messages whose sender died between the fence and the record."""

from __future__ import annotations

import logging
from datetime import timedelta

from django.conf import settings

from reminders.delivery.claim import Claim
from reminders.delivery.clock import UNAVAILABLE, ClockTimestamp
from reminders.delivery.outcome import Outcome, Verdict
from reminders.delivery.results import record
from reminders.models import Message

logger = logging.getLogger(__name__)

_UNKNOWN = Outcome(Verdict.IN_DOUBT, "body", text="No answer was recorded.")


def sweep() -> int:
    """Mark what has been leaving for too long as in doubt; return how many.

    Nobody can know whether these were accepted, so they are shown, not sent again.
    """
    age = timedelta(seconds=settings.REMINDER_SWEEP_SECONDS)
    left_behind = Message.objects.filter(
        state=Message.State.SENDING, sending_since__lt=ClockTimestamp() - age
    )
    held = left_behind.values_list("pk", "token", "owner_id")
    return sum(
        _in_doubt(Claim(pk, token, owner_id)) for pk, token, owner_id in held if token
    )


def _in_doubt(claim: Claim) -> bool:
    """A mistake of ours in one must not keep the others from their turn."""
    try:
        return record(claim, _UNKNOWN)
    except UNAVAILABLE:
        raise
    except Exception:
        logger.exception("message %s could not be settled", claim.message_pk)
        return False
