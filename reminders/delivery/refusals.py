"""Addresses that a mail server would not take: left alone until somebody says so."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction

from accounts.models import User
from reminders import outbox, wake
from reminders.delivery.outcome import Outcome, Verdict
from reminders.models import Message, Outbox, RefusedAddress, Reminder

# Ours: how long an owner waits before a refused address is tried again.
WAIT = timedelta(hours=1)


def note(message: Message, outcome: Outcome, now: datetime) -> None:
    """Send nothing more there. Call with the owner's outbox locked."""
    RefusedAddress.objects.update_or_create(
        owner_id=message.owner_id,
        defaults={
            "address": message.recipient,
            "smtp_code": outcome.code,
            "smtp_text": outcome.text.replace("\x00", "")[:500],
            "at": now,
        },
    )


def of(owner: User) -> RefusedAddress | None:
    """The address of theirs that nothing is sent to."""
    return RefusedAddress.objects.for_user(owner).first()


def may_lift(owner: User, *, now: datetime) -> bool:
    """Not again right after it was refused: servers shut out who will not listen."""
    refused = of(owner)
    return refused is None or now - refused.at >= WAIT


@transaction.atomic
def lift(owner_id: int, *, now: datetime) -> int:
    """Try the address again, and with it what it refused and is still of use.

    Returns how many reminders are free to leave.
    """
    outbox.lock(owner_id)
    RefusedAddress.objects.filter(owner_id=owner_id).delete()
    refused = Message.objects.filter(
        owner_id=owner_id,
        state=Message.State.FAILED,
        delivery_attempts__outcome=Verdict.REFUSED,
    )
    freed = Reminder.objects.filter(
        message__in=refused, state=Reminder.State.FAILED, useless_after__gt=now
    ).update(state=Reminder.State.SCHEDULED, message=None, settled_at=None)
    Outbox.objects.filter(owner_id=owner_id).update(not_before=None)
    outbox.reschedule(owner_id, outbox.lock_under_way(owner_id))
    wake.after_commit()
    return freed
