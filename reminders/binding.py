"""Which of an owner's due reminders go into one message: all that may leave now.

Quiet hours, days and pauses are looked at here once more: what was to leave at five
and could not may be due in the middle of the night by now.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db.models import Q

from accounts.models import User
from reminders import preferences
from reminders.models import Message, Reminder
from reminders.models.reminder import ReminderQuerySet
from reminders.planning.allowed import held_until, paused_until
from reminders.planning.making import JUST_ENTERED


def due(owner: User, now: datetime) -> ReminderQuerySet:
    """What may be told now, the oldest first; what has become useless is ended.

    Call with the owner's outbox locked.
    """
    free = Reminder.objects.for_user(owner).free()
    free.filter(useless_after__lte=now).update(
        state=Reminder.State.EXPIRED, settled_at=now
    )
    _hold_back(free.allowed(now), owner, now)
    return free.allowed(now).order_by("travels_alone", "due_at", "pk")


def _hold_back(allowed: ReminderQuerySet, owner: User, now: datetime) -> None:
    """Move what may not leave at this hour to the first hour at which it may."""
    wishes = preferences.of(owner)
    for rows, gate in (
        (allowed.filter(_answers(now)), paused_until),
        (allowed.exclude(_answers(now)), held_until),
    ):
        until = gate(now, wishes, owner.zone)
        if until > now:
            rows.update(allowed_at=until)


def _answers(now: datetime) -> Q:
    """What answers an entry just made. What was kept from it for long is no answer."""
    return Q(is_prompt=True, due_at__gt=now - JUST_ENTERED)


def hold_back_message(message: Message, owner: User, now: datetime) -> None:
    """The same for a message that is to be tried again; call with it locked."""
    if message.state != Message.State.RETRY:
        return
    is_answer = message.reminders.filter(_answers(now)).exists()
    gate = paused_until if is_answer else held_until
    until = gate(now, preferences.of(owner), owner.zone)
    if until > now:
        message.try_again(until)


def bind(due: ReminderQuerySet, recipient: str, now: datetime) -> Message | None:
    """Put all of them into a new message; what must travel alone goes by itself."""
    oldest = due.first()
    if oldest is None:
        return None
    message = Message.objects.create(
        owner_id=oldest.owner_id,
        kind=oldest.kind,
        # Saved in no one's hands yet, within the transaction that takes it.
        state=Message.State.RETRY,
        recipient=recipient,
        created_at=now,
    )
    together = due.filter(travels_alone=False)
    (due.filter(pk=oldest.pk) if oldest.travels_alone else together).update(
        message=message
    )
    return message


def take_apart(message: Message, now: datetime) -> list[UUID]:
    """End a message that cannot be made; its reminders go one by one from now on.

    Returns their keys.
    """
    stuck = list(message.reminders.values_list("pk", flat=True))
    message.reminders.update(travels_alone=True)
    message.let_go(now)
    return stuck
