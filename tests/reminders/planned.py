"""Facts of a round as keywords, and what is planned from them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from reminders.models import Kind, Preferences
from reminders.planning import ApplicationFacts, Owed, Planned, RoundFacts, plan

BERLIN = ZoneInfo("Europe/Berlin")
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


def berlin(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    """A wall-clock time in Berlin."""
    return datetime(year, month, day, hour, minute, tzinfo=BERLIN)


def facts(
    *,
    owes_thanks: bool = False,
    status_check_due_at: datetime | None = None,
    **changes: Any,
) -> RoundFacts:
    """A round that stands and is written down; times are unknown unless given."""
    thanks = [owed(Kind.THANK_YOU, LONG_AGO)] if owes_thanks else []
    check = status_check_due_at
    checks = [owed(Kind.STATUS_CHECK, check)] if check else []
    values: dict[str, Any] = {
        "id": 42,
        "moves": 0,
        "timed_at": LONG_AGO,
        "stands": True,
        "has_outcome": False,
        "is_debriefed": True,
        "starts_at": None,
        "over_at": None,
        "owed": (*thanks, *checks),
        "contents": {kind: kind.label for kind in Kind},
        **changes,
    }
    return RoundFacts(**values)


def owed(
    kind: Kind,
    due_at: datetime,
    *,
    entered_at: datetime = LONG_AGO,
    snoozed_until: datetime | None = None,
) -> Owed:
    return Owed(1, kind, due_at, entered_at, snoozed_until=snoozed_until)


def ended(at: datetime, **changes: Any) -> RoundFacts:
    """An hour of interview after which notes are owed."""
    return facts(
        **{
            "starts_at": at - timedelta(hours=1),
            "over_at": at,
            "owes_thanks": True,
            **changes,
        }
    )


def planned(
    *rounds: RoundFacts,
    zone: ZoneInfo = BERLIN,
    now: datetime = LONG_AGO,
    preferences: Preferences | None = None,
    is_live: bool = True,
    **changes: Any,
) -> tuple[Planned, ...]:
    application = ApplicationFacts(
        id=7, owner_id=1, is_live=is_live, zone=zone, rounds=rounds, **changes
    )
    return plan(application, preferences or Preferences(), now)


def dues(plans: tuple[Planned, ...], zone: ZoneInfo = BERLIN) -> dict[str, str]:
    """Key to due time, as a clock on the owner's wall shows it."""
    return {p.key: f"{p.due_at.astimezone(zone):%Y-%m-%d %H:%M}" for p in plans}
