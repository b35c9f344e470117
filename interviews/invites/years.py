"""Which year is meant by a day without one, and days as they are written."""

from __future__ import annotations

import re
from datetime import date, timedelta

from interviews.invites.tongue import SHORT_WEEKDAYS, WEEKDAYS

# A day without its year is looked for this far back and ahead of the day the text
# came: invitations speak of what is to come, seldom of what was.
_BACK = timedelta(days=45)
_AHEAD = timedelta(days=300)


def in_years(
    received: date, month: int, day: int, year: int | None, weekday: int | None
) -> tuple[date, ...]:
    """The days it may be, the likeliest first."""
    years = [year] if year else range(received.year - 1, received.year + 2)
    days = [made for y in years if (made := day_of(y, month, day))]
    if year or not days:
        return tuple(days)
    days.sort(key=lambda made: _unlikely(received, made))
    fits = [d for d in days if is_near(received, d) and d.weekday() == weekday]
    return tuple(fits or days)


def is_near(received: date, day: date) -> bool:
    """Whether an invitation may well speak of it."""
    return -_BACK <= day - received <= _AHEAD


def _unlikely(received: date, day: date) -> int:
    """How far a day is from being meant: soon is likely, long past is not."""
    away = (day - received).days
    return away if away >= 0 else (-away * 3 if -away <= _BACK.days else 900 - away)


def weekday_of(match: re.Match[str]) -> int | None:
    """Short names count where they are written as names: not the "do" of "do 3/12"."""
    written = match.groupdict().get("wd") or ""
    word = written.casefold()
    if word in WEEKDAYS or not written[:1].isupper():
        return WEEKDAYS.get(word)
    return SHORT_WEEKDAYS.get(word)


def year_of(match: re.Match[str]) -> int | None:
    words = (match.groupdict().get("y") or "").lstrip("'’")
    if not words:
        return None
    return int(words) if len(words) == 4 else 2000 + int(words)


def day_of(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def nearest_weekday(day: date, weekday: int) -> date:
    """The day of the week nearest to a day."""
    ahead = (weekday - day.weekday()) % 7
    return day + timedelta(days=ahead if ahead <= 3 else ahead - 7)
