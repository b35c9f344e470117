"""Trying a refused mail once more, because an operator says so."""

from __future__ import annotations

from django.db import transaction

from reminders import outbox, wake
from reminders.delivery.clock import database_now
from reminders.models import Message, RefusedAddress, Reminder


@transaction.atomic
def hurry(message: Message) -> bool:
    """Let a message that waits for its next try go now; False for any other."""
    outbox.lock(message.owner_id)
    waiting = Message.objects.select_for_update(no_key=True).defer("mime")
    fresh = waiting.filter(pk=message.pk, state=Message.State.RETRY).first()
    if fresh is None:
        return False
    fresh.try_again(database_now())
    outbox.reschedule(fresh.owner_id, fresh)
    wake.after_commit()
    return True


@transaction.atomic
def free(message: Message) -> bool:
    """Free the reminders of a refused message; False for any other message.

    An address that was refused is tried again.

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
    RefusedAddress.objects.filter(owner_id=fresh.owner_id).delete()
    if freed:
        outbox.reschedule(fresh.owner_id, outbox.lock_under_way(fresh.owner_id))
        wake.after_commit()
    return bool(freed)
