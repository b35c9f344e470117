"""The owner's outbox row: the lock over their messages, and when to look next.

Locks are taken in one order by everybody: applications (by number), outbox,
message, reminders. Whoever writes messages or reminders of an owner holds that
owner's outbox row, so two writers never wait for each other crosswise. The one
exception is the fence, which takes a single message row and nothing after it.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import Min, Q

from reminders.models import Message, Outbox, Reminder

# At most one planned mail an hour: what comes due meanwhile goes with the next.
BETWEEN_MAILS = timedelta(hours=1)

UNDER_WAY = (Message.State.CLAIMED, Message.State.RETRY, Message.State.SENDING)


def lock(owner_id: int) -> Outbox | None:
    """The owner's outbox, locked until the transaction ends.

    None when there is none: nothing was ever planned, or the owner is gone.
    """
    locked = Outbox.objects.select_for_update(no_key=True)
    return locked.filter(owner_id=owner_id).first()


def lock_or_make(owner_id: int) -> Outbox:
    """The same for an owner who is known to exist: what is missing is made."""
    Outbox.objects.bulk_create([Outbox(owner_id=owner_id)], ignore_conflicts=True)
    return Outbox.objects.select_for_update(no_key=True).get(owner_id=owner_id)


def lock_under_way(owner_id: int) -> Message | None:
    """The owner's message under way, locked; at most one can exist."""
    return (
        Message.objects.select_for_update(no_key=True)
        .defer("mime")
        .filter(owner_id=owner_id, state__in=UNDER_WAY)
        .first()
    )


def reschedule(owner_id: int, under_way: Message | None) -> datetime | None:
    """Write down when to look at this owner next, and return it (UTC).

    While a message is under way everything else of the owner waits for it; one
    that is being handed over is nobody's to claim.
    """
    next_due_at: datetime | None = None
    if under_way is None:
        next_due_at = _next_of_what_is_free(owner_id)
    elif under_way.state == Message.State.RETRY:
        next_due_at = under_way.next_attempt_at
    elif under_way.state == Message.State.CLAIMED:
        next_due_at = under_way.lease_until
    Outbox.objects.filter(owner_id=owner_id).update(next_due_at=next_due_at)
    return next_due_at


def _next_of_what_is_free(owner_id: int) -> datetime | None:
    """The earliest allowed; what answers an entry of the owner waits for no hour."""
    free = Reminder.objects.filter(owner_id=owner_id).free()
    found = free.aggregate(
        any=Min("allowed_at"), prompt=Min("allowed_at", filter=Q(is_prompt=True))
    )
    if found["prompt"]:
        held = Outbox.objects.filter(owner_id=owner_id, not_before__gt=found["prompt"])
        held.update(not_before=found["prompt"])
    at: datetime | None = found["any"]
    return at


def wait_an_hour(owner_id: int, now: datetime) -> None:
    """Hold back the next planned mail: one has just left."""
    Outbox.objects.filter(owner_id=owner_id).update(not_before=now + BETWEEN_MAILS)
