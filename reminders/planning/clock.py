"""The owner's days: which a moment (UTC) falls on, and whether it is a working day."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

_SATURDAY = 5


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
