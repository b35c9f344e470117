"""Makes the reminder rows match the plan. Plans are derived, not managed.

Runs in the transaction of the edit (`receivers`) and, for whatever a bug, an
import or a crash left behind, in the background. What has left is never touched.
"""

from __future__ import annotations

import logging
import uuid
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.db.models import Count, F, Q, QuerySet

from accounts.models import User
from applications.models import Application, Stage
from interviews import followups
from reminders import outbox, wake
from reminders.facts import facts_of
from reminders.models import Message, Outbox, PlanCheck, Preferences, Reminder
from reminders.planning import Planned, plan, plan_search
from reminders.searching import search_facts

logger = logging.getLogger(__name__)

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
# What was told about the search longer ago says nothing about its plan.
_RECENT = timedelta(days=30)
# Ours: a plan that was made or looked at within it is not made again to send a mail.
_FRESH = timedelta(hours=1)
# Ours: how long after a rejection there may be something to ask them for.
_AFTERMATH = timedelta(days=30)


def reconcile(application: Application, *, now: datetime) -> None:
    """Bring one application's reminders in line. Call with it locked."""
    reconcile_all([application], now=now)


@transaction.atomic
def reconcile_owner(owner: User, *, now: datetime) -> None:
    """Plan all that an owner has under way again: their zone or wishes changed.

    The notes owed move with the zone too. As many queries for many as for one.
    """
    own = _plannable(now).filter(owner=owner)
    locked = list(own.select_for_update(no_key=True, of=("self",)).order_by("pk"))
    for application in locked:
        application.owner = owner
    if locked:
        followups.reconcile_all(locked, now=now)
    bring_in_line(owner, locked, now=now)


def _plannable(now: datetime) -> QuerySet[Application]:
    """Applications of which something may still be told."""
    refused = Q(
        stage=Stage.REJECTED, archived_at=None, updated_at__gte=now - _AFTERMATH
    )
    live = Q(archived_at=None) & ~Q(stage__in=Stage.closed())
    return Application.objects.filter(live | refused)


def reconcile_some(*, limit: int, now: datetime) -> int:
    """Bring up to `limit` live applications in line, least recently checked first.

    One short transaction each; those somebody is working on are left for next
    time. Returns how many were checked.
    """
    return sum(_check(pk, now=now) for pk in _least_recently_checked(limit, now))


def _least_recently_checked(limit: int, now: datetime) -> list[int]:
    live = _plannable(now).values_list("pk", flat=True)
    never = list(live.filter(plan_check=None).order_by("pk")[:limit])
    before = live.filter(plan_check__checked_at__lt=now)
    return never + list(before.order_by("plan_check__checked_at")[: limit - len(never)])


def checked_since(now: datetime) -> datetime | None:
    """The moment since which every live plan was checked; None: not all have been."""
    live = _plannable(now)
    if live.filter(plan_check=None).exists():
        return None
    oldest = live.order_by("plan_check__checked_at")
    return oldest.values_list("plan_check__checked_at", flat=True).first()


def _check(pk: int, *, now: datetime) -> bool:
    try:
        return _reconciled(pk, now=now)
    except Exception:
        # One that cannot be planned must not keep the others from their turn.
        logger.exception("application %s could not be planned", pk)
        # It may be gone by now; then there is nothing to note.
        with suppress(IntegrityError):
            _note_checked([pk], now)
        return True


@transaction.atomic
def _reconciled(pk: int, *, now: datetime) -> bool:
    application = (
        _plannable(now)
        .select_related("owner")
        .select_for_update(no_key=True, skip_locked=True, of=("self",))
        .filter(pk=pk)
        .first()
    )
    if application is None:
        return False
    followups.reconcile(application, now=now)
    bring_in_line(application.owner, [application], with_search=False, now=now)
    return True


def reconcile_searches(*, limit: int, now: datetime) -> int:
    """The same for what is about all of an owner's applications together.

    Owners least recently checked first; returns how many were checked.
    """
    ids = Outbox.objects.order_by(F("checked_at").asc(nulls_first=True), "pk")
    return sum(
        _search_checked(pk, now) for pk in ids.values_list("pk", flat=True)[:limit]
    )


def _search_checked(owner_id: int, now: datetime) -> bool:
    try:
        with transaction.atomic():
            owner = User.objects.get(pk=owner_id)
            bring_in_line(owner, [], now=now)
    except Exception:
        logger.exception("the search of owner %s could not be planned", owner_id)
        Outbox.objects.filter(pk=owner_id).update(checked_at=now)
    return True


def reconcile_all(applications: Sequence[Application], *, now: datetime) -> None:
    """Bring locked applications of one owner in line, and what is about all of them."""
    bring_in_line(applications[0].owner, applications, now=now)


def bring_in_line(
    owner: User,
    applications: Sequence[Application],
    *,
    with_search: bool = True,
    now: datetime,
) -> None:
    """Write the difference between plan and rows, in a fixed number of queries.

    For locked applications of one owner, and `with_search` for what is about all of
    them. A message under way whose reminders changed is voided, unless it is past
    the fence: then it is leaving and stays as it is.
    """
    keys = [application.pk for application in applications]
    if outbox.lock(owner.pk) is None:
        outbox.lock_or_make(owner.pk)
    under_way = outbox.lock_under_way(owner.pk)
    scope = _Scope(owner, keys, with_search, now)
    rows = scope.rows()
    fixed = [row for row in rows if _has_left(row, under_way)]
    changes = _Changes.between(rows, fixed, scope.wanted(rows, fixed), now)
    if under_way and changes.touch(under_way):
        _void(under_way, changes, now)
        under_way = None
    changes.write()
    _note_checked(keys, now)
    if with_search:
        Outbox.objects.filter(pk=owner.pk).update(checked_at=now)
    next_due_at = outbox.reschedule(owner.pk, under_way)
    if next_due_at and next_due_at <= now:
        wake.after_commit()


def was_just_checked(message: uuid.UUID, *, now: datetime) -> bool:
    """Whether the plan of all that a message tells is as good as new."""
    return message in just_checked([message], now=now)


def just_checked(messages: Collection[uuid.UUID], *, now: datetime) -> set[uuid.UUID]:
    """Those of the messages of which the plan of all they tell is as good as new.

    Every edit brings it in line at once; only what no edit told of, and the hours
    that went by, could have changed it.
    """
    checked = Q(application__plan_check__checked_at__gt=now - _FRESH)
    told = Reminder.objects.filter(message__in=messages, message__resent_at=None)
    found = (
        told.order_by()
        .values_list("message")
        .annotate(
            all=Count("pk"),
            fresh=Count("pk", filter=checked & Q(useless_after__gt=now)),
        )
    )
    return {message for message, all_, fresh in found if message and all_ == fresh}


def are_still_planned(
    reminders: Iterable[Reminder],
    owner: User,
    applications: Sequence[Application],
    *,
    now: datetime,
) -> bool:
    """Whether each would be told in the same words today. Call with them locked."""
    keys = [application.pk for application in applications]
    scope = _Scope(owner, keys, with_search=True, now=now)
    rows = scope.rows()
    fixed = [row for row in rows if _has_left(row, None)]
    wanted = scope.wanted(rows, fixed)
    return all(
        row.key in wanted and wanted[row.key].fingerprint == row.fingerprint
        for row in reminders
    )


def _has_left(row: Reminder, under_way: Message | None) -> bool:
    """Told in any way, or being handed over now."""
    if row.state not in _CHANGEABLE:
        return True
    return bool(
        under_way
        and under_way.state == Message.State.SENDING
        and row.message_id == under_way.pk
    )


@dataclass(frozen=True)
class _Scope:
    """What is planned in one go: some of an owner's applications, and the search."""

    owner: User
    applications: Sequence[int]
    with_search: bool
    now: datetime

    def rows(self) -> list[Reminder]:
        """The reminders there are about it."""
        about = Q(application__in=self.applications)
        if self.with_search:
            about |= Q(application=None, due_at__gte=self.now - _RECENT)
        return list(Reminder.objects.filter(about, owner=self.owner))

    def wanted(
        self, rows: Sequence[Reminder], fixed: Sequence[Reminder]
    ) -> dict[str, Reminder]:
        """The rows that should exist, by key, none of them saved."""
        preferences = Preferences.objects.filter(owner=self.owner).first()
        planned = self._planned(preferences or Preferences(), rows, fixed)
        return {each.key: self._row(each) for each in planned}

    def _planned(
        self,
        wishes: Preferences,
        rows: Sequence[Reminder],
        fixed: Sequence[Reminder],
    ) -> Iterator[Planned]:
        for facts in facts_of(self.applications, rows, fixed):
            yield from plan(facts, wishes, self.now)
        if self.with_search and (wishes.keep_going or wishes.digest):
            search = search_facts(self.owner, rows, fixed, now=self.now)
            yield from plan_search(search, wishes, self.now)

    def _row(self, planned: Planned) -> Reminder:
        return Reminder(
            owner_id=self.owner.pk,
            application_id=planned.application_id,
            round_id=planned.round_id,
            kind=planned.kind,
            key=planned.key,
            moves=planned.moves,
            due_at=planned.due_at,
            allowed_at=planned.allowed_at,
            is_prompt=planned.is_prompt,
            useless_after=planned.useless_after,
            fingerprint=planned.fingerprint,
            created_at=self.now,
        )


@dataclass
class _Changes:
    """The difference between the rows there are and the rows there should be."""

    new: list[Reminder]
    changed: list[Reminder]

    @classmethod
    def between(
        cls,
        rows: Sequence[Reminder],
        fixed: Iterable[Reminder],
        wanted: Mapping[str, Reminder],
        now: datetime,
    ) -> _Changes:
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
        Reminder.objects.bulk_update(
            self.changed, [*_PLANNED_FIELDS, "state", "message", "settled_at"]
        )


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


def _void(message: Message, changes: _Changes, now: datetime) -> None:
    """End a message that has not left; its reminders are free again."""
    bound = [row for row in changes.changed if row.message_id == message.pk]
    freed = message.reminders.exclude(pk__in=[row.pk for row in bound])
    still_wanted = freed.update(message=None)
    late = all(row.state == Reminder.State.EXPIRED for row in bound)
    ended = Message.State.EXPIRED if late and not still_wanted else Message.State.VOID
    message.end(ended, now)


def _note_checked(applications: Iterable[int], now: datetime) -> None:
    PlanCheck.objects.bulk_create(
        [PlanCheck(application_id=pk, checked_at=now) for pk in applications],
        update_conflicts=True,
        unique_fields=["application"],
        update_fields=["checked_at"],
    )
