"""Brings the reminders of one owner in line, under the locks an edit takes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from itertools import groupby

from django.db import transaction

from accounts.models import User
from applications.models import Application
from interviews import followups
from interviews.dossiers import Dossier, dossiers_of
from reminders import outbox, wake
from reminders.models import Reminder
from reminders.reconcile import checks
from reminders.reconcile.changes import Changes, has_left
from reminders.reconcile.scope import Scope


@transaction.atomic
def reconcile_owner(owner: User, *, now: datetime) -> None:
    """Plan all that an owner has under way again: their zone or wishes changed.

    The messages owed move with it. As many queries for many as for one.
    """
    own = checks.plannable(now).filter(owner=owner)
    locked = list(own.select_for_update(no_key=True, of=("self",)).order_by("pk"))
    if locked:
        followups.reconcile_all(locked, now=now)
    else:
        bring_in_line(owner, [], now=now)


def follow(dossiers: Iterable[Dossier], *, now: datetime) -> None:
    """Plan what these say, and what is about all of their owners' applications.

    Call with the applications locked and the messages owed in line.
    """
    by_owner = sorted(dossiers, key=_owner)
    for _, group in groupby(by_owner, key=_owner):
        own = list(group)
        owner = own[0].application.owner
        _bring_in_line(Scope(owner, own, with_search=True, now=now))


def _owner(dossier: Dossier) -> int:
    return dossier.application.owner_id


def bring_in_line(
    owner: User,
    applications: Collection[Application],
    *,
    with_search: bool = True,
    now: datetime,
) -> None:
    """The same for locked applications of one owner, messages owed left as they are."""
    keys = [application.pk for application in applications]
    _bring_in_line(Scope(owner, dossiers_of(keys) if keys else [], with_search, now))


def _bring_in_line(scope: Scope) -> None:
    """Write the difference between plan and rows, in a fixed number of queries.

    A message under way whose reminders changed is voided, unless it is past the
    fence: then it is leaving and stays as it is.
    """
    owner, now = scope.owner, scope.now
    if outbox.lock(owner.pk) is None:
        outbox.lock_or_make(owner.pk)
    under_way = outbox.lock_under_way(owner.pk)
    rows = scope.rows()
    fixed = [row for row in rows if has_left(row, under_way)]
    changes = Changes.between(rows, fixed, scope.wanted(rows, fixed), now)
    if under_way and changes.touch(under_way):
        changes.void(under_way, now)
        under_way = None
    changes.write()
    checks.note(scope.applications, now)
    checked_at = now if scope.with_search else None
    may_leave_at = outbox.reschedule(owner.pk, under_way, checked_at=checked_at)
    if may_leave_at and may_leave_at <= now:
        wake.after_commit()


def are_still_planned(
    reminders: Iterable[Reminder],
    owner: User,
    applications: Sequence[Application],
    *,
    now: datetime,
) -> bool:
    """Whether each would be told in the same words today. Call with them locked."""
    dossiers = dossiers_of([application.pk for application in applications])
    scope = Scope(owner, dossiers, with_search=True, now=now)
    rows = scope.rows()
    wanted = scope.wanted(rows, [row for row in rows if has_left(row, None)])
    return all(
        row.key in wanted and wanted[row.key].fingerprint == row.fingerprint
        for row in reminders
    )
