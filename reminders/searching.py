"""The facts of an owner's search as a whole, in one query."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import UTC, date, datetime, time
from typing import Any

from django.db.models import Count, Max, Min, Q

from accounts.models import User
from applications.models import Application, Stage
from reminders.facts import snoozes
from reminders.models import Kind, Reminder
from reminders.planning import SearchFacts

_NOON = time(12, 0)


def search_facts(
    owner: User,
    rows: Collection[Reminder],
    settled: Iterable[Reminder],
    *,
    now: datetime,
) -> SearchFacts:
    """`rows` are the reminders about the search, `settled` those that have left."""
    encouraged = (row for row in settled if row.kind == Kind.KEEP_GOING)
    known = _known(owner, now)
    return SearchFacts(
        owner_id=owner.pk,
        zone=owner.zone,
        is_live=known["live"] > 0,
        waiting_since=known["waiting"],
        applied_at=_applied_at(known),
        encouraged_at=max((r.settled_at or now for r in encouraged), default=None),
        snoozed=snoozes(rows),
    )


def _known(owner: User, now: datetime) -> dict[str, Any]:
    """How many are under way, since when an answer is awaited, when they applied."""
    unnoted = Q(applied_on=None) & ~Q(stage=Stage.SAVED)
    moved = Q(stage_changes__to_stage=Stage.APPLIED, stage_changes__undone_at=None)
    return Application.objects.for_user(owner).aggregate(
        live=Count("pk", filter=Q(archived_at=None, stage__in=Stage.live())),
        waiting=Min("awaited_since", filter=Q(awaited_since__lte=now)),
        noted=Max("applied_on"),
        entered=Max("created_at", filter=unnoted),
        moved=Max("stage_changes__at", filter=moved & ~Q(stage_changes__from_stage="")),
    )


def _applied_at(known: dict[str, Any]) -> datetime | None:
    """When they last applied: as they noted it, else when they entered it."""
    noted: date | None = known["noted"]
    # Noon UTC is that day in nearly every zone.
    at = datetime.combine(noted, _NOON, tzinfo=UTC) if noted else None
    return max(filter(None, [at, known["entered"], known["moved"]]), default=None)
