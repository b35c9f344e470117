"""The owner's outbox row: the lock over their messages, and when to look next.

Locks are taken in one order by everybody: applications (by number), outbox,
message, reminders. Whoever writes messages or reminders of an owner holds that
owner's outbox row, so two writers never wait for each other crosswise. The one
exception is the fence, which takes a single message row and nothing after it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime, timedelta

from django.db.models import Min, OuterRef, Subquery, Value
from django.db.models.functions import Least

from accounts.planned import planned_cursor
from accounts.prepared import Prepared
from accounts.rows import set_columns
from reminders.models import Message, Outbox, Reminder

# At most one planned mail an hour: what comes due meanwhile goes with the next.
BETWEEN_MAILS = timedelta(hours=1)

UNDER_WAY = (Message.State.CLAIMED, Message.State.RETRY, Message.State.SENDING)

# Asked with every edit, within its transaction.
_LOCKED = Prepared(
    lambda owner: Outbox.objects.select_for_update(no_key=True).filter(owner_id=owner),
    owner=int,
)
_LOCKED_UNDER_WAY = Prepared(
    lambda owner: (
        Message.objects.select_for_update(no_key=True)
        .defer("mime")
        .filter(owner_id=owner, state__in=UNDER_WAY)
        .order_by()
    ),
    owner=int,
)


def lock(owner_id: int) -> Outbox | None:
    """The owner's outbox, locked until the transaction ends.

    None when there is none: nothing was ever planned, or the owner is gone.
    """
    return next(iter(_LOCKED(owner=owner_id)), None)


def lock_all(owner_ids: Iterable[int]) -> list[int]:
    """The same for several, always in one order; those that are there."""
    locked = Outbox.objects.select_for_update(no_key=True).order_by("owner_id")
    found = locked.filter(owner_id__in=list(owner_ids))
    return list(found.values_list("owner_id", flat=True))


def lock_or_make(owner_id: int) -> Outbox:
    """The same for an owner who is known to exist: what is missing is made."""
    Outbox.objects.bulk_create([Outbox(owner_id=owner_id)], ignore_conflicts=True)
    return Outbox.objects.select_for_update(no_key=True).get(owner_id=owner_id)


def lock_under_way(owner_id: int) -> Message | None:
    """The owner's message under way, locked; at most one can exist."""
    return next(iter(_LOCKED_UNDER_WAY(owner=owner_id)), None)


def reschedule(
    owner_id: int,
    under_way: Message | None,
    *,
    told_at: datetime | None = None,
    checked_at: datetime | None = None,
) -> datetime | None:
    """Write down when to look at this owner next; return when something may leave (UTC).

    While a message is under way everything else of the owner waits for it; one
    that is being handed over is nobody's to claim. `told_at`: a mail has just left, so
    the next planned one is held back. `checked_at`: the plan of the whole search was
    just reconciled.
    """
    if under_way is None:
        return _free(owner_id, told_at=told_at, checked_at=checked_at)
    next_due_at = None
    if under_way.state == Message.State.RETRY:
        next_due_at = under_way.next_attempt_at
    elif under_way.state == Message.State.CLAIMED:
        next_due_at = under_way.lease_until
    written: dict[str, object] = {"next_due_at": next_due_at}
    if told_at:
        written["not_before"] = told_at + BETWEEN_MAILS
    if checked_at:
        written["checked_at"] = checked_at
    set_columns(Outbox, owner_id, written)
    return _later(next_due_at, told_at and told_at + BETWEEN_MAILS)


def reschedule_told(owner_ids: Collection[int], *, told_at: datetime) -> None:
    """`reschedule` for owners to whom a mail has just left, and nothing is under way."""
    free = Reminder.objects.filter(owner=OuterRef("owner")).free().order_by()
    earliest = free.values("owner").annotate(at=Min("allowed_at")).values("at")
    Outbox.objects.filter(owner__in=owner_ids).update(
        next_due_at=Subquery(earliest),
        # The earlier of the two; Least passes over what there is not.
        not_before=Least(
            Value(told_at + BETWEEN_MAILS), Subquery(earliest.filter(is_prompt=True))
        ),
    )


def _free(
    owner_id: int, *, told_at: datetime | None, checked_at: datetime | None
) -> datetime | None:
    """`reschedule` where nothing is under way: the earliest that is free leaves next."""
    held_until = told_at + BETWEEN_MAILS if told_at else None
    values = {"owner": owner_id, "held": held_until, "checked": checked_at}
    with planned_cursor() as cursor:
        cursor.execute(_RESCHEDULED, values)
        found = cursor.fetchone()
    return _later(*found) if found else None


def _later(due_at: datetime | None, not_before: datetime | None) -> datetime | None:
    return max(due_at, not_before or due_at) if due_at else None


# Asked with every edit, so in one statement. Each of the two moments is the first entry
# of an index, however many there are. What answers an entry of the owner waits for no
# hour.
_RESCHEDULED = """
WITH found AS (
  SELECT
    (SELECT allowed_at FROM reminders_reminder
      WHERE owner_id = %(owner)s AND state = 'scheduled' AND message_id IS NULL
      ORDER BY allowed_at LIMIT 1) AS earliest,
    (SELECT allowed_at FROM reminders_reminder
      WHERE owner_id = %(owner)s AND state = 'scheduled' AND message_id IS NULL
        AND is_prompt
      ORDER BY allowed_at LIMIT 1) AS prompt
)
UPDATE reminders_outbox SET
  next_due_at = found.earliest,
  not_before = CASE
    WHEN coalesce(%(held)s::timestamptz, not_before) IS NOT NULL
    THEN least(coalesce(%(held)s::timestamptz, not_before), found.prompt) END,
  checked_at = coalesce(%(checked)s::timestamptz, checked_at)
FROM found WHERE owner_id = %(owner)s
RETURNING next_due_at, not_before
"""
