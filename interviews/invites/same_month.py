"""Two days of which only one has its month: "3 or 4 December", "December 7-9"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from interviews.invites.day import DayHit
from interviews.invites.found import Certainty
from interviews.invites.years import day_of

_FIRST = re.compile(
    r"(?<![\d:.,/])(?P<d>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|\.)?"
    r"(?P<how>\s*[-–/&,]\s*|\s+(?:or|and|to|oder|und|bis|ou|et|au|o|y|al)\s+)(?:the\s+|the\s+|den\s+|le\s+|el\s+)?$",
    re.IGNORECASE,
)
_LAST = re.compile(
    r"(?P<how>\s*[-–/&]\s*|,?\s+(?:or|and|to)\s+|,\s*(?=\d\d?(?:st|nd|rd|th)?(?:,\s*\d\d?)?,?\s+(?:or|and)\s+\d\d?))(?:the\s+)?(?P<d>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
    r"(?!\d|[:.]\d|\s*[ap]\.?m\b|\s?h\b|\s*[-–]\s*\d|\s+(?!or\b|and\b|at\b|from\b|between\b|works?\b)(?:[a-z]|[A-Z][a-z]))"
)
_MOST = 5
_FROM_TO = re.compile(r"[-–]|to|bis|au|al")


def of_same_month(
    match: re.Match[str], hits: list[DayHit], *, month_first: bool
) -> Iterator[DayHit]:
    """The other days of "3 or 4 December", "7 to 9 December", "December 3, 4 or 5"."""
    if not hits:
        return
    known = hits[0].days[0]
    for other in _others(match, month_first=month_first):
        day = day_of(known.year, known.month, int(other["d"]))
        if day is None or day == known:
            return
        if _FROM_TO.fullmatch(other["how"].strip(" ,").casefold()):
            yield _range(match, other, day, known)
            return
        yield DayHit(other.start("d"), other.end("d"), (day,), Certainty.SURE)


def _others(match: re.Match[str], *, month_first: bool) -> Iterator[re.Match[str]]:
    """The days behind a month and its day, or in front of a day and its month."""
    text, end = match.string, match.end()
    begin = match.start() + len(match[0]) - len(match[0].lstrip())
    for _ in range(_MOST):
        if month_first:
            other = _LAST.match(text, end)
        else:
            other = _FIRST.search(text, max(0, begin - 16), begin)
        if other is None:
            return
        yield other
        begin, end = other.start(), other.end()


def _range(
    match: re.Match[str], other: re.Match[str], day: date, known: date
) -> DayHit:
    start = min(match.start(), other.start("d"))
    end = max(match.end(), other.end("d"))
    first, last = sorted((day, known))
    days = [first + timedelta(days=n) for n in range(min(7, (last - first).days + 1))]
    return DayHit(start, end, tuple(days), Certainty.ASK, "range")
