"""The facts of an owner's search as a whole, in one query."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any

from django.db.models import Exists, QuerySet, Subquery

from accounts.models import User
from accounts.prepared import Prepared
from applications.models import Application
from reminders.facts import snoozes
from reminders.models import Kind, Reminder
from reminders.planning import SearchFacts


def search_facts(
    owner: User,
    rows: Collection[Reminder],
    settled: Iterable[Reminder],
    *,
    now: datetime,
) -> SearchFacts:
    """`rows` are the reminders about the search, `settled` those that have left."""
    encouraged = (row for row in settled if row.kind == Kind.KEEP_GOING)
    is_live, waiting_since, applied_at = _known(owner, now)
    return SearchFacts(
        owner_id=owner.pk,
        zone=owner.zone,
        is_live=is_live,
        waiting_since=waiting_since,
        applied_at=applied_at,
        encouraged_at=max((r.settled_at or now for r in encouraged), default=None),
        snoozed=snoozes(rows),
    )


def _known(owner: User, now: datetime) -> tuple[bool, datetime | None, datetime | None]:
    """Whether any is under way, since when an answer is awaited, when they applied.

    Each is the first entry of an index, however many applications there are. Sample
    data says nothing about the search.
    """
    (known,) = _KNOWN(owner=owner.pk, now=now)
    return known.is_searching, known.awaited_since, known.applied_at


def _known_of(owner: int, now: datetime) -> QuerySet[Any]:
    own = Application.objects.for_user(User(pk=owner)).real()
    awaited = own.filter(awaited_since__lte=now).order_by("awaited_since")
    applied = own.filter(applied_at__isnull=False).order_by("-applied_at")
    return (
        User.objects.filter(pk=owner)
        .only("pk")
        .annotate(
            is_searching=Exists(own.live()),
            awaited_since=Subquery(awaited.values("awaited_since")[:1]),
            applied_at=Subquery(applied.values("applied_at")[:1]),
        )
    )


_KNOWN: Prepared[Any] = Prepared(_known_of, owner=int, now=datetime)
