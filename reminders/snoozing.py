"""Putting off what a reminder is about, told or not, so that the app is quiet too.

Messages to write are put off themselves (`FollowUp.snoozed_until`); anything else
is put off on the rows of its reminders, from which the plan reads it.
"""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import Q

from applications.actions import changing
from interviews import actions
from interviews.models import FollowUp
from reminders import outbox
from reminders.facts import kinds_told_by
from reminders.models import Kind, Reminder
from reminders.planning import thing_of
from reminders.reconcile import bring_in_line


def snooze(reminder: Reminder, *, until: datetime, now: datetime) -> None:
    """Tell it at `until` instead; of messages to write, all that are open."""
    _set(reminder, until, now)


def unsnooze(reminder: Reminder, *, now: datetime) -> None:
    """Undo it: the plan is again what it was."""
    _set(reminder, None, now)


def snoozed_until(reminder: Reminder, now: datetime) -> datetime | None:
    """Until when what it is about is put off; None if it is not."""
    rows = _messages(reminder)
    untils = [row.snoozed_until for row in rows] if rows else [reminder.snoozed_until]
    later = [until for until in untils if until and until > now]
    return max(later) if later and len(later) == len(untils) else None


def _messages(reminder: Reminder) -> list[FollowUp]:
    """The open messages it speaks of; none for another kind of reminder."""
    kinds = kinds_told_by(Kind(reminder.kind))
    if not kinds or reminder.round is None:
        return []
    return [f for f in reminder.round.follow_ups.all() if f.is_open and f.kind in kinds]


def _set(reminder: Reminder, until: datetime | None, now: datetime) -> None:
    if reminder.round and kinds_told_by(Kind(reminder.kind)):
        owed = [row.pk for row in _messages(reminder)]
        actions.snooze_all(reminder.round, owed, until=until, now=now)
    elif reminder.application:
        with changing(reminder.application, now=now):
            _write(reminder, until)
    else:
        with transaction.atomic():
            _write(reminder, until)
            bring_in_line(reminder.owner, [], now=now)


def _write(reminder: Reminder, until: datetime | None) -> None:
    """On every row about the thing, the outbox locked before them."""
    outbox.lock_or_make(reminder.owner_id)
    thing = thing_of(reminder.key)
    same = Q(key=thing) | Q(key__startswith=f"{thing}:")
    rows = Reminder.objects.filter(same, owner_id=reminder.owner_id)
    rows.update(snoozed_until=until)
