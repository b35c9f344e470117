"""After a restore: what may have left since the backup does not leave again.

The rows come from an earlier moment. Whatever was to leave between it and now may
have left, and nobody can know: it becomes in doubt, is shown, and is not sent. What
is planned for later stays planned.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from applications.models import Application
from reminders import outbox
from reminders.models import Message, Outbox, Reminder
from reminders.outbox import UNDER_WAY
from reminders.reconcile import reconcile_some


@dataclass(frozen=True)
class Doubtful:
    """How many mails under way and how many reminders became unresolved."""

    messages: int
    reminders: int


@transaction.atomic
def guard(*, now: datetime) -> Doubtful:
    """Settle whatever could have left up to `now` as unresolved.

    Call it in the transaction that brought the rows back, before anybody sees them.
    Everything is planned again first, so that no later run finds something due that
    this one has not seen.
    """
    messages = _doubt_messages(now)
    reconcile_some(limit=Application.objects.live().count(), now=now)
    due = Reminder.objects.free().due(now)
    reminders = due.update(state=Reminder.State.UNRESOLVED, settled_at=now)
    for owner_id in Outbox.objects.values_list("owner_id", flat=True):
        outbox.reschedule(owner_id, None)
    return Doubtful(messages, reminders)


def _doubt_messages(now: datetime) -> int:
    """Those in doubt as well: they may have been handed over again since."""
    uncertain = (*UNDER_WAY, Message.State.IN_DOUBT)
    messages = Message.objects.filter(state__in=uncertain).defer("mime")
    for message in messages:
        message.give_up(now)
    return len(messages)
