"""Settles the reminders of the story's past: told when they fell due, in the app.

Nothing of it may leave or come up later, so each is bound to a message that ended
as kept, as on any installation without a mail server.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from accounts.models import User
from reminders import emails, outbox
from reminders.delivery.outcome import Verdict
from reminders.models import Message, Reminder


def tell_until(owner: User, *, now: datetime) -> None:
    """Tell everything due up to `now`, the oldest first, one mail per time."""
    outbox.lock_or_make(owner.pk)
    due = Reminder.objects.for_user(owner).free().due(now)
    while first := due.order_by("due_at", "pk").first():
        together = due.filter(due_at=first.due_at)
        _tell(owner, list(together.values_list("pk", flat=True)), first)
    outbox.reschedule(owner.pk, None)


def _tell(owner: User, reminders: list[UUID], first: Reminder) -> None:
    at = first.due_at
    message = Message.objects.create(
        owner=owner,
        kind=first.kind,
        state=Message.State.KEPT,
        recipient=owner.email,
        attempts=1,
        created_at=at,
        settled_at=at,
    )
    bound = Reminder.objects.filter(pk__in=reminders)
    bound.update(message=message, state=Reminder.State.KEPT, settled_at=at)
    rendered = emails.render(message, now=at)
    message.message_id = rendered.message_id
    message.subject = rendered.subject
    message.mime = rendered.mime
    message.save()
    message.delivery_attempts.create(number=1, outcome=Verdict.KEPT, at=at)
