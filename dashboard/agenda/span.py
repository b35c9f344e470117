"""The days a page of the calendar shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from accounts.typed import YEARS

DAY, WEEK = timedelta(days=1), timedelta(days=7)


@dataclass(frozen=True)
class Span:
    """Whole weeks from Monday on, with the days on which the pages beside it begin."""

    view: str
    on: date
    first: date
    last: date
    before: date
    after: date
    title: str

    @property
    def weeks(self) -> list[list[date]]:
        number = (self.last - self.first + DAY) // WEEK
        mondays = (self.first + WEEK * n for n in range(number))
        return [[monday + DAY * n for n in range(7)] for monday in mondays]

    def holds(self, day: date) -> bool:
        """Whether it is of the month or week itself, not of one beside it."""
        return self.view == "week" or day.month == self.on.month


def month(on: date) -> Span:
    """The month a day lies in, with the days that fill its first and last week."""
    first = on.replace(day=1)
    after = (first + 31 * DAY).replace(day=1)
    before = (first - DAY).replace(day=1)
    last = after - DAY
    return Span(
        *("month", on, _monday(first), _monday(last) + 6 * DAY),
        *(before, after, f"{first:%B} {first.year}"),
    )


def week(on: date) -> Span:
    """The week a day lies in, Monday to Sunday (ISO 8601)."""
    first = _monday(on)
    last = first + 6 * DAY
    return Span(
        *("week", on, first, last, first - WEEK, first + WEEK, _days(first, last))
    )


def asked(view: str, on: str, *, today: date) -> Span:
    """What an address asks for; what it says wrongly is the month of today."""
    try:
        day = date.fromisoformat(on)
    except ValueError:
        day = today
    # A year of room on both sides, for the pages before and after.
    if day.year - 1 not in YEARS or day.year + 1 not in YEARS:
        day = today
    if view == "week":
        return week(day)
    # The pages beside lead to a month by its first day: of this one today is meant.
    return month(today if day == today.replace(day=1) else day)


def _monday(day: date) -> date:
    return day - DAY * day.weekday()


def _days(first: date, last: date) -> str:
    """ "23 to 29 November 2026", with the month of the first where it is another."""
    of = f" {first:%B}" if first.month != last.month else ""
    return f"{first.day}{of} to {last.day} {last:%B} {last.year}"
