"""Two days of which only one has its month: "3 or 4 December", "December 7-9"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from interviews.invites.day import DayHit
from interviews.invites.found import Certainty
from interviews.invites.years import day_of

_FIRST = re.compile(
    r"(?<![\d:.,/])(?P<d>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|\.)?"
    r"(?P<how>\s*[-–/&,]\s*|\s+(?:or|and|to|oder|und|bis|ou|et|au|o|y|al)\s+)(?:the\s+|the\s+|den\s+|le\s+|el\s+)?$",
    re.IGNORECASE,
)
_LAST = re.compile(
    r"(?P<how>\s*[-–/&]\s*|\s+(?:or|and|to)\s+)(?:the\s+)?(?P<d>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
    r"(?!\d|[:.]\d|\s*[ap]\.?m\b|\s?h\b|\s*[-–]\s*\d|\s+(?:[a-z]|[A-Z][a-z]))"
)
_FROM_TO = re.compile(r"[-–]|to|bis|au|al")


def of_same_month(
    match: re.Match[str], hits: list[DayHit], *, month_first: bool
) -> Iterator[DayHit]:
    """The other day of "3 or 4 December", "7 to 9 December", "December 3 or 4"."""
    if not hits:
        return
    known, text = hits[0].days[0], match.string
    begin = match.start() + len(match[0]) - len(match[0].lstrip())
    if month_first:
        other = _LAST.match(text, match.end())
    else:
        other = _FIRST.search(text, max(0, begin - 16), begin)
    day = other and day_of(known.year, known.month, int(other["d"]))
    if other is None or day is None or day == known:
        return
    if not _FROM_TO.fullmatch(other["how"].strip().casefold()):
        yield DayHit(other.start("d"), other.end("d"), (day,), Certainty.SURE)
        return
    span = min(begin, other.start("d")), max(match.end(), other.end("d"))
    first, last = sorted((day, known))
    days = [first + timedelta(days=n) for n in range(min(7, (last - first).days + 1))]
    yield DayHit(*span, tuple(days), Certainty.ASK, "range")
