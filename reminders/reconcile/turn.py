"""The background's turn: all plans checked, a few at a time, the oldest check first."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from itertools import groupby
from operator import itemgetter

from django.db import IntegrityError, transaction
from django.db.models import F

from accounts.models import User
from interviews import followups
from reminders.models import Outbox
from reminders.reconcile import checks
from reminders.reconcile.line import bring_in_line

logger = logging.getLogger(__name__)


def reconcile_some(*, limit: int, now: datetime) -> int:
    """Bring up to `limit` live applications in line, least recently checked first.

    A short transaction for those of one owner; what somebody is working on is left
    for next time. Returns how many were checked.
    """
    due = checks.least_recently_checked(limit, now)
    return sum(_check(keys, now=now) for keys in _by_owner(due))


def _by_owner(due: list[tuple[int, int]]) -> Iterator[list[int]]:
    for _, group in groupby(due, key=itemgetter(0)):
        yield [pk for _, pk in group]


def _check(keys: list[int], *, now: datetime) -> int:
    try:
        return _reconciled(keys, now=now)
    except Exception:
        if len(keys) > 1:
            # One that cannot be planned must not keep the others from their turn.
            return sum(_check([pk], now=now) for pk in keys)
        logger.exception("application %s could not be planned", *keys)
        # It may be gone by now; then there is nothing to note.
        with suppress(IntegrityError):
            checks.note(keys, now)
        return 1


@transaction.atomic
def _reconciled(keys: list[int], *, now: datetime) -> int:
    locked = list(
        checks.plannable(now)
        .select_for_update(no_key=True, skip_locked=True, of=("self",))
        .filter(pk__in=keys)
        .order_by("pk")
    )
    if locked:
        followups.reconcile_all(locked, now=now)
    return len(locked)


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
