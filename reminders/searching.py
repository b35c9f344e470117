"""The facts of an owner's search as a whole, in two queries."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import UTC, date, datetime, time

from django.db.models import Count, Max, Q

from accounts.models import User
from applications.models import Application, Stage
from interviews.models import Round
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
    is_live, applied_at = _applications(owner)
    return SearchFacts(
        owner_id=owner.pk,
        zone=owner.zone,
        is_live=is_live,
        waiting_since=_waiting_since(owner, now) if is_live else None,
        applied_at=applied_at,
        encouraged_at=max((r.settled_at or now for r in encouraged), default=None),
        snoozed=snoozes(rows),
    )


def _waiting_since(owner: User, now: datetime) -> datetime | None:
    """When the round was over on which they have owed an answer longest."""
    waiting = Round.objects.for_user(owner).unanswered(now)
    ends = waiting.values_list("end", flat=True)  # type: ignore[misc]  # annotated
    return ends.first()


def _applications(owner: User) -> tuple[bool, datetime | None]:
    """Whether anything is under way, and when they last applied: as they noted it,
    else when they entered it.
    """
    own = Application.objects.for_user(owner)
    unnoted = Q(applied_on=None) & ~Q(stage=Stage.SAVED)
    moved = Q(stage_changes__to_stage=Stage.APPLIED, stage_changes__undone_at=None)
    moved &= ~Q(stage_changes__from_stage="")
    found = own.aggregate(
        live=Count("pk", filter=Q(archived_at=None, stage__in=Stage.live())),
        noted=Max("applied_on"),
        entered=Max("created_at", filter=unnoted),
        moved=Max("stage_changes__at", filter=moved),
    )
    noted: date | None = found["noted"]
    # Noon UTC is that day in nearly every zone.
    at = datetime.combine(noted, _NOON, tzinfo=UTC) if noted else None
    applied = max(filter(None, [at, found["entered"], found["moved"]]), default=None)
    return found["live"] > 0, applied
