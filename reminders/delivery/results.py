"""Writing down how a try ended: the message, its reminders, the attempt, at once."""

from __future__ import annotations

import logging
import uuid
from collections.abc import Iterable
from datetime import datetime, timedelta
from random import SystemRandom

from django.db import transaction
from django.db.models import Q

from reminders import outbox
from reminders.delivery import log, refusals
from reminders.delivery.claim import Claim
from reminders.delivery.clock import database_now
from reminders.delivery.outcome import CONNECT, Outcome, Verdict
from reminders.delivery.patience import patiently
from reminders.models import DeliveryAttempt, Message, Reminder

logger = logging.getLogger(__name__)

# Ours: minutes until the next try, the last one for ever after. Spread by a fifth
# either way, so that what failed together does not come back together.
BACK_OFF_MINUTES = (1, 2, 5, 10, 20, 40, 60)
_SPREAD = 0.2
_random = SystemRandom()
# Ours: how often a message is tried that the server reads and will not have, and one
# that we cannot make (over half a day), before its owner is told and it is given up.
REJECTED_TRIES = 3
BROKEN_TRIES = 20
# Ours: once what is wrong here is mended, nobody should wait an hour for it.
OUR_FAULT_LONGEST = timedelta(minutes=5)
# What a reply code may be; smtplib says -1 for a reply without a number.
_CODES = range(1, 1000)

_HELD = (Message.State.CLAIMED, Message.State.SENDING)
# From which states a verdict may be recorded. An acceptance is heard however late;
# an error of ours after the fence proves nothing, so the sweep decides.
_FROM = {
    Verdict.ACCEPTED: (
        Message.State.SENDING,
        Message.State.IN_DOUBT,
        Message.State.UNRESOLVED,
    ),
    Verdict.BROKEN: (Message.State.CLAIMED,),
    Verdict.IN_DOUBT: (Message.State.SENDING,),
}
_ENDS: dict[Verdict, tuple[Message.State, Reminder.State]] = {
    Verdict.ACCEPTED: (Message.State.SENT, Reminder.State.TOLD),
    Verdict.KEPT: (Message.State.KEPT, Reminder.State.KEPT),
    Verdict.IN_DOUBT: (Message.State.IN_DOUBT, Reminder.State.IN_DOUBT),
    Verdict.REFUSED: (Message.State.FAILED, Reminder.State.FAILED),
    Verdict.REJECTED: (Message.State.FAILED, Reminder.State.FAILED),
    # Our mistake, not mended in time.
    Verdict.BROKEN: (Message.State.FAILED, Reminder.State.FAILED),
}
# After these the owner is left in peace for a while: it reached them, or it may have.
_REACHES_THE_OWNER = {
    Reminder.State.TOLD,
    Reminder.State.KEPT,
    Reminder.State.IN_DOUBT,
}
_Ends = tuple[Message.State, Reminder.State]
_TRIES = {Verdict.REJECTED: REJECTED_TRIES, Verdict.BROKEN: BROKEN_TRIES}
_TOO_LATE: _Ends = (Message.State.EXPIRED, Reminder.State.EXPIRED)


@transaction.atomic
def accepted_after_all(pk: uuid.UUID, owner_id: int, outcome: Outcome) -> bool:
    """There is evidence that a message arrived: settle it, whoever holds it.

    False where that changes nothing: it is settled, or on its way again this moment
    (its own answer will tell).
    """
    outbox.lock(owner_id)
    message = _uncertain(pk)
    if message is None:
        return False
    now = database_now()
    note_attempts([(message, outcome)], now)
    _settle(message, _ENDS[Verdict.ACCEPTED], now)
    outbox.reschedule(owner_id, outbox.lock_under_way(owner_id))
    log.ended(message, outcome)
    return True


def _uncertain(pk: uuid.UUID) -> Message | None:
    """The message, locked, if nobody knows whether it arrived."""
    unknown = Q(state__in=(Message.State.IN_DOUBT, Message.State.UNRESOLVED))
    again = Q(
        state__in=(Message.State.RETRY, Message.State.CLAIMED), resent_at__isnull=False
    )
    found = Message.objects.select_for_update(no_key=True).defer("mime")
    return found.filter(unknown | again, pk=pk).first()


def record_patiently(claim: Claim, outcome: Outcome) -> bool:
    """`record`, tried again while the database is away.

    Every statement is guarded by the token, so trying again is harmless.
    """
    return patiently(lambda: record(claim, outcome))


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
    was_held = message.state in _HELD
    note_attempts([(message, outcome)], now)
    ends = _ends(message, outcome, now)
    if ends:
        _settle(message, ends, now)
    else:
        _put_off(message, outcome, now)
    if outcome.verdict == Verdict.REFUSED:
        refusals.note(message, outcome, now)
    told_at = now if ends and ends[1] in _REACHES_THE_OWNER else None
    under_way = _under_way(message, was_held=was_held)
    outbox.reschedule(claim.owner_id, under_way, told_at=told_at)
    log.ended(message, outcome)
    return True


def _under_way(message: Message, *, was_held: bool) -> Message | None:
    """The owner's, now that this one is recorded: beside one held there was no other."""
    if was_held:
        return message if message.state in outbox.UNDER_WAY else None
    return outbox.lock_under_way(message.owner_id)


def back_off(attempts: int) -> timedelta:
    """How long to wait after so many attempts (one or more)."""
    minutes = BACK_OFF_MINUTES[min(attempts, len(BACK_OFF_MINUTES)) - 1]
    return timedelta(minutes=minutes * _random.uniform(1 - _SPREAD, 1 + _SPREAD))


def note_attempts(tries: Iterable[tuple[Message, Outcome]], now: datetime) -> None:
    """One row per try; an acceptance heard late replaces the doubt about it."""
    DeliveryAttempt.objects.bulk_create(
        [
            DeliveryAttempt(
                message=message,
                number=message.attempts,
                stage=outcome.stage,
                outcome=outcome.verdict,
                smtp_code=outcome.code if outcome.code in _CODES else None,
                smtp_text=outcome.text.replace("\x00", "")[:500],
                at=now,
            )
            for message, outcome in tries
        ],
        update_conflicts=True,
        unique_fields=["message", "number"],
        update_fields=["stage", "outcome", "smtp_code", "smtp_text", "at"],
    )


def _ends(message: Message, outcome: Outcome, now: datetime) -> _Ends | None:
    """How this settles the message and its reminders; None: another try."""
    ends = _ENDS.get(outcome.verdict)
    if outcome.verdict == Verdict.BROKEN and not _is_of_use(message, now):
        return _TOO_LATE
    tries = _TRIES.get(outcome.verdict)
    if tries is None:
        return ends
    same = message.delivery_attempts.filter(outcome=outcome.verdict)
    return ends if same.count() >= tries else None


def _is_of_use(message: Message, now: datetime) -> bool:
    return message.reminders.filter(useless_after__gt=now).exists()


def _settle(message: Message, ends: _Ends, now: datetime) -> None:
    ended, told = ends
    message.end(ended, now)
    message.reminders.update(state=told, settled_at=now)


def _put_off(message: Message, outcome: Outcome, now: datetime) -> None:
    if outcome.stage == CONNECT:
        # Nobody was there to refuse it: it costs no attempt, the breaker waits for it.
        message.attempts -= 1
        message.try_again(now)
        return
    wait = back_off(message.attempts)
    if outcome.verdict == Verdict.OUR_FAULT:
        wait = min(wait, OUR_FAULT_LONGEST)
    message.try_again(now + wait)
