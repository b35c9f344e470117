"""Taking the next due owner's message: at most one holder at any time."""

from __future__ import annotations

import logging
import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Q

from reminders import outbox
from reminders.delivery.clock import UNAVAILABLE, database_now
from reminders.delivery.outcome import Verdict
from reminders.delivery.recipient import recipient_of
from reminders.models import Message, Outbox, Reminder
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
    return (
        Outbox.objects.select_for_update(no_key=True, skip_locked=True, of=("self",))
        .select_related("owner")
        .filter(_is_due(now))
        .order_by("next_due_at", "owner_id")
        .first()
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
    message = _message_for(row.owner_id, recipient, now)
    if message is None or not _is_claimable(message, now):
        outbox.reschedule(row.owner_id, message)
        return None
    _hold(message, now)
    outbox.reschedule(row.owner_id, message)
    assert message.token  # noqa: S101  (set a line ago)
    return Claim(message.pk, message.token, row.owner_id)


def _message_for(owner_id: int, recipient: str, now: datetime) -> Message | None:
    """The owner's message under way, else a new one of what is due."""
    message = outbox.lock_under_way(owner_id)
    if message is None:
        return _bind(_due(owner_id, now), recipient, now)
    others = _due(owner_id, now).exclude(kind=message.kind)
    if _is_in_the_way(message) and others.exists():
        message.let_go(now)
        return _bind(others, recipient, now)
    if _is_addressed_elsewhere(message, recipient):
        message.let_go(now)
        return _bind(_due(owner_id, now), recipient, now)
    return message


def _is_in_the_way(message: Message) -> bool:
    """We could not make it often enough for what is of another kind to go first."""
    broken = message.delivery_attempts.filter(outcome=Verdict.BROKEN)
    return message.state == Message.State.RETRY and broken.count() >= PATIENCE


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


def _due(owner_id: int, now: datetime) -> ReminderQuerySet:
    """What may be told now, the oldest first; what has become useless is ended."""
    free = Reminder.objects.filter(owner_id=owner_id).free()
    free.filter(useless_after__lte=now).update(
        state=Reminder.State.EXPIRED, settled_at=now
    )
    return free.due(now).order_by("due_at", "pk")


def _bind(due: ReminderQuerySet, recipient: str, now: datetime) -> Message | None:
    """Put all of one kind into a new message: the oldest one's kind."""
    oldest = due.first()
    if oldest is None:
        return None
    message = _new_message(oldest, recipient, now)
    due.filter(kind=oldest.kind).update(message=message)
    return message


def _new_message(oldest: Reminder, recipient: str, now: datetime) -> Message:
    """Saved in no one's hands yet, within the transaction that takes it."""
    return Message.objects.create(
        owner_id=oldest.owner_id,
        kind=oldest.kind,
        state=Message.State.RETRY,
        recipient=recipient,
        created_at=now,
    )


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
