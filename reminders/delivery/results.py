"""Writing down how a try ended: the message, its reminders, the attempt, at once."""

from __future__ import annotations

import logging
import time
from datetime import datetime, timedelta
from random import SystemRandom

from django.db import connection, transaction

from reminders import outbox
from reminders.delivery import stopping
from reminders.delivery.claim import Claim
from reminders.delivery.clock import UNAVAILABLE, database_now
from reminders.delivery.outcome import Outcome, Verdict
from reminders.models import Message, Reminder

logger = logging.getLogger(__name__)

# Ours: minutes until the next try, the last one for ever after. Spread by a fifth
# either way, so that what failed together does not come back together.
BACK_OFF_MINUTES = (1, 2, 5, 10, 20, 40, 60)
_SPREAD = 0.2
_random = SystemRandom()
# Ours: how often a message is tried that the server reads and will not have.
REJECTED_TRIES = 3
# How long an answer is kept in hand while the database is away; afterwards the
# sweep finds the message in doubt.
PATIENCE_SECONDS = 150.0

# What a reply code may be; smtplib says -1 for a reply without a number.
_CODES = range(1, 1000)

_HELD = (Message.State.CLAIMED, Message.State.SENDING)
# From which states a verdict may be recorded. An acceptance is heard however late;
# an error of ours after the fence proves nothing, so the sweep decides.
_FROM = {
    Verdict.ACCEPTED: (Message.State.SENDING, Message.State.IN_DOUBT),
    Verdict.BROKEN: (Message.State.CLAIMED,),
    Verdict.IN_DOUBT: (Message.State.SENDING,),
}
_ENDS = {
    Verdict.ACCEPTED: (Message.State.SENT, Reminder.State.TOLD),
    Verdict.KEPT: (Message.State.KEPT, Reminder.State.KEPT),
    Verdict.IN_DOUBT: (Message.State.IN_DOUBT, Reminder.State.IN_DOUBT),
    Verdict.REFUSED: (Message.State.FAILED, Reminder.State.FAILED),
    Verdict.REJECTED: (Message.State.FAILED, Reminder.State.FAILED),
    # Our mistake is mended while its reminders are of use, or it is too late.
    Verdict.BROKEN: (Message.State.EXPIRED, Reminder.State.EXPIRED),
}


def record_patiently(claim: Claim, outcome: Outcome) -> bool:
    """`record`, tried again while the database is away.

    Every statement is guarded by the token, so trying again is harmless.
    """
    give_up_at = time.monotonic() + PATIENCE_SECONDS
    pause = 0.1
    while True:
        try:
            return record(claim, outcome)
        except UNAVAILABLE:
            if time.monotonic() + pause > min(give_up_at, stopping.deadline() + 1):
                raise
            connection.close()
            time.sleep(pause)
            pause = min(pause * 2, 5.0)


@transaction.atomic
def record(claim: Claim, outcome: Outcome) -> bool:
    """Settle the message or let go of it until its next try; False: not ours.

    It is nobody's any more when its owner is gone.
    """
    outbox.lock(claim.owner_id)
    message = (
        Message.objects.held(claim.message_pk, claim.token)
        .filter(state__in=_FROM.get(outcome.verdict, _HELD))
        .select_for_update(no_key=True)
        .defer("mime")
        .first()
    )
    if message is None:
        logger.warning("message %s: %s too late", claim.message_pk, outcome.verdict)
        return False
    now = database_now()
    _note_attempt(message, outcome, now)
    if _is_final(message, outcome, now):
        _settle(message, outcome, now)
    else:
        message.try_again(now + back_off(message.attempts))
    outbox.reschedule(claim.owner_id, outbox.lock_under_way(claim.owner_id))
    _log(message, outcome)
    return True


def back_off(attempts: int) -> timedelta:
    """How long to wait after so many attempts (one or more)."""
    minutes = BACK_OFF_MINUTES[min(attempts, len(BACK_OFF_MINUTES)) - 1]
    return timedelta(minutes=minutes * _random.uniform(1 - _SPREAD, 1 + _SPREAD))


def _note_attempt(message: Message, outcome: Outcome, now: datetime) -> None:
    """One row per try; an acceptance heard late replaces the doubt about it."""
    message.delivery_attempts.update_or_create(
        number=message.attempts,
        defaults={
            "stage": outcome.stage,
            "outcome": outcome.verdict,
            "smtp_code": outcome.code if outcome.code in _CODES else None,
            "smtp_text": outcome.text.replace("\x00", "")[:500],
            "at": now,
        },
    )


def _is_final(message: Message, outcome: Outcome, now: datetime) -> bool:
    if outcome.verdict not in _ENDS:
        return False
    if outcome.verdict == Verdict.BROKEN:
        return not message.reminders.filter(useless_after__gt=now).exists()
    if outcome.verdict == Verdict.REJECTED:
        same = message.delivery_attempts.filter(outcome=outcome.verdict)
        return same.count() >= REJECTED_TRIES
    return True


def _settle(message: Message, outcome: Outcome, now: datetime) -> None:
    ended, told = _ENDS[outcome.verdict]
    message.end(ended, now)
    message.reminders.update(state=told, settled_at=now)


def _log(message: Message, outcome: Outcome) -> None:
    said = f"{outcome.stage} {outcome.code or ''} {outcome.text}".strip()
    bad = {Verdict.OUR_FAULT, Verdict.REFUSED, Verdict.REJECTED, Verdict.BROKEN}
    level = logging.ERROR if outcome.verdict in bad else logging.INFO
    logger.log(level, "message %s: %s %s", message.pk, outcome.verdict, said)
