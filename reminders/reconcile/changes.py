"""The difference between the reminders there are and those there should be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from accounts.rows import rewrite
from reminders.models import Message, Reminder

_CHANGEABLE = {
    Reminder.State.SCHEDULED,
    Reminder.State.CANCELLED,
    Reminder.State.EXPIRED,
}
_PLANNED_FIELDS = (
    "due_at",
    "allowed_at",
    "is_prompt",
    "useless_after",
    "fingerprint",
    "moves",
)


def has_left(row: Reminder, under_way: Message | None) -> bool:
    """Told in any way, or being handed over now."""
    if row.state not in _CHANGEABLE:
        return True
    return bool(
        under_way
        and under_way.state == Message.State.SENDING
        and row.message_id == under_way.pk
    )


@dataclass
class Changes:
    """The rows to add, and the rows that are no longer as they were."""

    new: list[Reminder]
    changed: list[Reminder]

    @classmethod
    def between(
        cls,
        rows: Sequence[Reminder],
        fixed: Iterable[Reminder],
        wanted: Mapping[str, Reminder],
        now: datetime,
    ) -> Changes:
        """`rows` are set to what they should be, those that are `fixed` aside."""
        left = {row.key for row in fixed}
        known = {row.key for row in rows}
        changed = [
            row
            for row in rows
            if row.key not in left and _brought_in_line(row, wanted.get(row.key), now)
        ]
        return cls([row for key, row in wanted.items() if key not in known], changed)

    def touch(self, message: Message) -> bool:
        return any(row.message_id == message.pk for row in self.changed)

    def write(self) -> None:
        """`ignore_conflicts`: whoever planned the same key first has planned it."""
        for row in self.changed:
            row.message = None
        Reminder.objects.bulk_create(self.new, ignore_conflicts=True)
        rewrite(self.changed, [*_PLANNED_FIELDS, "state", "message", "settled_at"])

    def void(self, message: Message, now: datetime) -> None:
        """End a message that has not left; its reminders are free again."""
        bound = [row for row in self.changed if row.message_id == message.pk]
        freed = message.reminders.exclude(pk__in=[row.pk for row in bound])
        still_wanted = freed.update(message=None)
        late = all(row.state == Reminder.State.EXPIRED for row in bound)
        is_over = late and not still_wanted
        message.end(Message.State.EXPIRED if is_over else Message.State.VOID, now)


def _brought_in_line(row: Reminder, planned: Reminder | None, now: datetime) -> bool:
    """Set the row as it is planned; say whether that changed it."""
    if planned is None:
        return _ended(row, now)
    if max(row.allowed_at, planned.allowed_at) <= now:
        # It may leave either way; lateness goes on counting from what stands there.
        planned.allowed_at = max(row.allowed_at, planned.due_at)
    before = (row.state, *(getattr(row, name) for name in _PLANNED_FIELDS))
    row.state = Reminder.State.SCHEDULED
    row.settled_at = None
    for name in _PLANNED_FIELDS:
        setattr(row, name, getattr(planned, name))
    return before != (row.state, *(getattr(row, name) for name in _PLANNED_FIELDS))


def _ended(row: Reminder, now: datetime) -> bool:
    """Cancel what is no longer wanted; what merely ran out of time says so."""
    if row.state != Reminder.State.SCHEDULED:
        return False
    too_late = row.useless_after <= now
    row.state = Reminder.State.EXPIRED if too_late else Reminder.State.CANCELLED
    row.settled_at = now
    return True
