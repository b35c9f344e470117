"""Taking the next due owner's message: at most one holder at any time."""

from __future__ import annotations

import logging
import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Q, QuerySet

from accounts.models import User
from reminders import binding, outbox
from reminders.delivery.clock import UNAVAILABLE, database_now
from reminders.delivery.outcome import Verdict
from reminders.delivery.recipient import recipient_of
from reminders.models import Message, Outbox
from reminders.models.reminder import ReminderQuerySet

logger = logging.getLogger(__name__)

# Ours: how long an owner is left alone to whom nothing can be sent now.
HOLD = timedelta(minutes=10)
# Ours: how often a message may fail by a mistake of ours and still go first.
PATIENCE = 5


@dataclass(frozen=True)
class Claim:
    """The right to send one message, good for as long as its token is."""

    message_pk: uuid.UUID
    token: uuid.UUID
    owner_id: int


def claim_next() -> Claim | None:
    """Claim the message of the owner who has waited longest; None: nothing is due.

    Each step is a short transaction of its own. Owners whose row somebody else
    has locked are passed over, so any number of workers may claim at once. An
    owner for whom claiming fails is left alone for a while: a mistake of ours in
    one must not keep the others from their turn.
    """
    while True:
        row = None
        try:
            with transaction.atomic():
                now = database_now()
                row = due_owner(now)
                if row is None:
                    return None
                claim = _claim(row, now)
        except Exception as error:
            if row is None or isinstance(error, UNAVAILABLE):
                raise
            logger.exception("nothing could be claimed for owner %s", row.pk)
            _leave_alone(row.pk)
            continue
        if claim:
            return claim


def is_something_due() -> bool:
    """Whether it is worth calling the mail server."""
    return Outbox.objects.filter(_is_due(database_now())).exists()


def due_owner(now: datetime) -> Outbox | None:
    """Lock the outbox that has been due longest and is not locked already."""
    return due_owners(now).first()


def due_owners(now: datetime) -> QuerySet[Outbox]:
    """Those due, the longest first; they are locked, or else passed over."""
    return (
        Outbox.objects.select_for_update(no_key=True, skip_locked=True, of=("self",))
        .select_related("owner")
        .filter(_is_due(now))
        .order_by("next_due_at", "owner_id")
    )


def _is_due(now: datetime) -> Q:
    return Q(next_due_at__lte=now) & (Q(not_before=None) | Q(not_before__lte=now))


def _leave_alone(owner_id: int) -> None:
    not_before = database_now() + HOLD
    Outbox.objects.filter(owner_id=owner_id).update(not_before=not_before)


def _claim(row: Outbox, now: datetime) -> Claim | None:
    recipient = recipient_of(row.owner)
    if recipient is None:
        _leave_alone(row.owner_id)
        return None
    message = _message_for(row.owner, recipient, now)
    if message is None or not _is_claimable(message, now):
        outbox.reschedule(row.owner_id, message)
        return None
    _hold(message, now)
    outbox.reschedule(row.owner_id, message)
    assert message.token  # noqa: S101  (set a line ago)
    return Claim(message.pk, message.token, row.owner_id)


def _message_for(owner: User, recipient: str, now: datetime) -> Message | None:
    """The owner's message under way, else a new one of all that is due."""
    message = outbox.lock_under_way(owner.pk)
    due = binding.due(owner, now)
    if message is None:
        return binding.bind(due, recipient, now)
    binding.hold_back_message(message, owner, now)
    if _is_in_the_way(message, due):
        stuck = binding.take_apart(message, now)
        others = due.exclude(pk__in=stuck)
        return binding.bind(others if others.exists() else due, recipient, now)
    if _is_addressed_elsewhere(message, recipient):
        message.let_go(now)
        return binding.bind(due, recipient, now)
    return message


def _is_in_the_way(message: Message, due: ReminderQuerySet) -> bool:
    """We could not make it, and some of it, or something else, could go without it."""
    broken = message.delivery_attempts.filter(outcome=Verdict.BROKEN).count()
    if message.state != Message.State.RETRY or not broken:
        return False
    if message.reminders.count() > 1:
        return True
    return broken >= PATIENCE and due.exists()


def _is_addressed_elsewhere(message: Message, recipient: str) -> bool:
    """Not yet leaving, and the owner has another address by now."""
    return message.state != Message.State.SENDING and message.recipient != recipient


def _is_claimable(message: Message, now: datetime) -> bool:
    """New, due for another try, or left behind by a holder whose lease lapsed."""
    if message.state == Message.State.RETRY:
        return message.next_attempt_at is None or message.next_attempt_at <= now
    if message.state == Message.State.CLAIMED:
        return message.lease_until is None or message.lease_until <= now
    return False


def _hold(message: Message, now: datetime) -> None:
    """Give it to us: a fresh token makes every earlier holder's worthless."""
    if message.state == Message.State.CLAIMED:
        message.delivery_attempts.update_or_create(
            number=message.attempts,
            defaults={"outcome": Verdict.ABANDONED, "at": now},
        )
    message.state = Message.State.CLAIMED
    message.token = uuid.uuid4()
    message.lease_until = now + timedelta(seconds=settings.REMINDER_LEASE_SECONDS)
    message.next_attempt_at = None
    message.attempts += 1
    message.save()
