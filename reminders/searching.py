"""What is planned by: the owner's wishes and how their search stands, in one query."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Exists, QuerySet, Subquery

from accounts.models import User
from accounts.prepared import Prepared
from applications.models import Application
from reminders.facts import snoozes
from reminders.models import Kind, Preferences, Reminder
from reminders.planning import SearchFacts


@dataclass(frozen=True)
class Known:
    """What the owner wants of reminders, and how their search as a whole stands.

    Whether any application is under way, since when an answer is awaited, and when they
    last applied. Sample data says nothing about the search.
    """

    owner: User
    wishes: Preferences
    is_searching: bool
    awaited_since: datetime | None
    applied_at: datetime | None


def known(owner: User, *, now: datetime) -> Known:
    """Each is the first entry of an index, however many applications there are."""
    (row,) = _KNOWN(owner=owner.pk, now=now)
    return Known(
        owner,
        getattr(row, "reminder_preferences", None) or Preferences(owner=owner),
        row.is_searching,
        row.awaited_since,
        row.applied_at,
    )


def search_facts(
    known: Known,
    rows: Collection[Reminder],
    settled: Iterable[Reminder],
    *,
    now: datetime,
) -> SearchFacts:
    """`rows` are the reminders about the search, `settled` those that have left."""
    encouraged = (row for row in settled if row.kind == Kind.KEEP_GOING)
    return SearchFacts(
        owner_id=known.owner.pk,
        zone=known.owner.zone,
        is_live=known.is_searching,
        waiting_since=known.awaited_since,
        applied_at=known.applied_at,
        encouraged_at=max((r.settled_at or now for r in encouraged), default=None),
        snoozed=snoozes(rows),
    )


def _known_of(owner: int, now: datetime) -> QuerySet[Any]:
    own = Application.objects.for_user(User(pk=owner)).real()
    awaited = own.filter(awaited_since__lte=now).order_by("awaited_since")
    applied = own.filter(applied_at__isnull=False).order_by("-applied_at")
    return (
        User.objects.filter(pk=owner)
        .select_related("reminder_preferences")
        .annotate(
            is_searching=Exists(own.live()),
            awaited_since=Subquery(awaited.values("awaited_since")[:1]),
            applied_at=Subquery(applied.values("applied_at")[:1]),
        )
    )


# Asked with every edit.
_KNOWN: Prepared[Any] = Prepared(_known_of, owner=int, now=datetime)
