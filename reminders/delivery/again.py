"""Trying a refused mail once more, because an operator says so."""

from __future__ import annotations

from django.db import transaction

from reminders import outbox, wake
from reminders.models import Message, Reminder


@transaction.atomic
def free(message: Message) -> bool:
    """Free the reminders of a refused message; False for any other message.

    Nothing of a refused message has left, so its reminders may go out in a new one:
    the next claim binds them and plans them again first, and drops what is of no
    use any more. The refused message stays, as history. A message in doubt may
    have arrived and is never repeated.
    """
    outbox.lock(message.owner_id)
    locked = Message.objects.select_for_update(no_key=True)
    fresh = locked.filter(pk=message.pk, state=Message.State.FAILED).first()
    if fresh is None:
        return False
    freed = fresh.reminders.filter(state=Reminder.State.FAILED).update(
        state=Reminder.State.SCHEDULED, message=None, settled_at=None
    )
    if freed:
        outbox.reschedule(fresh.owner_id, outbox.lock_under_way(fresh.owner_id))
        wake.after_commit()
    return bool(freed)
