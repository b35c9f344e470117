"""Recording several acceptances at once: most tries end so, one like the other.

The answers are on the disk by then (`journal`), each from the moment it was heard. So
what a sender that dies has not recorded yet is not in doubt.
"""

from __future__ import annotations

import logging
import uuid
from collections.abc import Sequence
from functools import partial

from django.db import transaction

from reminders import outbox
from reminders.delivery import log
from reminders.delivery.claim import Claim
from reminders.delivery.clock import UNAVAILABLE, database_now
from reminders.delivery.outcome import Outcome
from reminders.delivery.patience import patiently
from reminders.delivery.results import note_attempts, record
from reminders.models import Message, Reminder

logger = logging.getLogger(__name__)

# Ours: how long an acceptance waits at most for others to be recorded with.
WAIT_SECONDS = 1.0

Acceptance = tuple[Claim, Outcome]


def record_all(
    acceptances: Sequence[Acceptance], *, seconds: float | None = None
) -> None:
    """Settle the messages, those that are plain together, the others one by one.

    Tried again for so many seconds while the database is away.
    """
    done: set[uuid.UUID] = set()
    if len(acceptances) > 1:
        try:
            done = patiently(partial(_recorded, acceptances), seconds=seconds)
        except UNAVAILABLE:
            raise
        except Exception:
            logger.exception("acceptances could not be recorded together")
    for claim, outcome in acceptances:
        if claim.message_pk not in done:
            patiently(partial(record, claim, outcome), seconds=seconds)


@transaction.atomic
def _recorded(acceptances: Sequence[Acceptance]) -> set[uuid.UUID]:
    """As `results.record`, for those that are still being handed over by us."""
    outcomes = {claim.message_pk: outcome for claim, outcome in acceptances}
    outbox.lock_all(claim.owner_id for claim, _ in acceptances)
    held = Message.objects.all_held(
        {claim.message_pk: claim.token for claim, _ in acceptances}
    ).filter(state=Message.State.SENDING)
    messages = list(held.select_for_update(no_key=True).defer("mime"))
    now = database_now()
    note_attempts([(m, outcomes[m.pk]) for m in messages], now)
    Message.objects.filter(pk__in=[m.pk for m in messages]).update(
        state=Message.State.SENT,
        token=None,
        lease_until=None,
        next_attempt_at=None,
        settled_at=now,
    )
    told = Reminder.objects.filter(message__in=messages)
    told.update(state=Reminder.State.TOLD, settled_at=now)
    outbox.reschedule_told([m.owner_id for m in messages], told_at=now)
    for message in messages:
        message.state = Message.State.SENT
        log.ended(message, outcomes[message.pk])
    return {message.pk for message in messages}
