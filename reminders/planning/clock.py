"""Days and clock times of the owner, as moments (UTC).

A clock time that a change of the clocks skips moves forward by the gap; one that
comes twice means the first (PEP 495, fold=0).
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

_SATURDAY = 5


def moment(day: date, clock: time, zone: ZoneInfo) -> datetime:
    """The UTC moment of a wall-clock time; a gap moves on, an overlap takes the first."""
    return datetime.combine(day, clock, tzinfo=zone).astimezone(UTC)


def day_of(at: datetime, zone: ZoneInfo) -> date:
    return at.astimezone(zone).date()


def is_working(day: date) -> bool:
    """Monday to Friday; public holidays are not known."""
    return day.weekday() < _SATURDAY


def working_day_before(day: date) -> date:
    """The day itself, or the Friday before when it falls on a weekend."""
    while not is_working(day):
        day -= timedelta(days=1)
    return day


def working_day_from(day: date) -> date:
    """The day itself, or the Monday after when it falls on a weekend."""
    while not is_working(day):
        day += timedelta(days=1)
    return day
