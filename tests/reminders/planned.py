"""Facts of a round as keywords, and what is planned from them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from reminders.models import Preferences
from reminders.planning import ApplicationFacts, Planned, RoundFacts, plan

BERLIN = ZoneInfo("Europe/Berlin")
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


def berlin(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    """A wall-clock time in Berlin."""
    return datetime(year, month, day, hour, minute, tzinfo=BERLIN)


def facts(**changes: Any) -> RoundFacts:
    """A round that stands, whose times are unknown unless given."""
    values: dict[str, Any] = {
        "id": 42,
        "moves": 0,
        "timed_at": LONG_AGO,
        "stands": True,
        "has_outcome": False,
        "starts_at": None,
        "over_at": None,
        "owes_thanks": False,
        "status_check_due_at": None,
        "prepare_content": "prepare",
        "thank_you_content": "thanks",
        "status_check_content": "check",
        **changes,
    }
    return RoundFacts(**values)


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
) -> tuple[Planned, ...]:
    application = ApplicationFacts(
        id=7, owner_id=1, is_live=is_live, zone=zone, rounds=rounds
    )
    return plan(application, preferences or Preferences(), now)


def dues(plans: tuple[Planned, ...], zone: ZoneInfo = BERLIN) -> dict[str, str]:
    """Key to due time, as a clock on the owner's wall shows it."""
    return {p.key: f"{p.due_at.astimezone(zone):%Y-%m-%d %H:%M}" for p in plans}
