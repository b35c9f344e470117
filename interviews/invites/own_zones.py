"""Zones that a calendar file defines for itself (RFC 5545, 3.6.5).

Worked out from the file alone, for the moment in question. What is remembered is
remembered of one component of one file: no other can meet it.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from interviews.invites.content_lines import Component, Property
from interviews.invites.stamps import read_stamp

# Some programs list every change there has been, each as a component.
_MOST_CHANGES = 400
_MOST_DATES = 200
_OFFSET = re.compile(r"([+-]?)(\d\d):?(\d\d)(?:\d\d)?")
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_BY_DAY = re.compile(rf"([+-]?[1-5])?({'|'.join(_WEEKDAYS)})")
_DAY = timedelta(days=1)


@dataclass(frozen=True, order=True)
class Change:
    """A change of the clocks: when it sets in, in UTC, and the offsets about it."""

    at: datetime
    after: timedelta
    before: timedelta


@dataclass(frozen=True)
class _Part:
    """A STANDARD or DAYLIGHT as read: it sets in at `start`, on `dates` and by `rule`,
    at the latest at `last`; all by the clocks it ends."""

    start: datetime
    before: timedelta
    after: timedelta
    dates: tuple[datetime, ...]
    rule: dict[str, str]
    last: datetime


@lru_cache(maxsize=256)
def own_offset(
    tzid: str, wall: datetime, calendar: Component, *, begun: bool = False
) -> timedelta | None:
    """How far a zone of the file is from UTC at a wall time; None for one unknown.

    A time that comes twice is the first one, a time that is skipped counts by the
    offset before the gap (RFC 5545, 3.3.5). `begun` wants an offset the file itself
    gives: None before the first change it knows.
    """
    for zone in calendar.inside("VTIMEZONE"):
        if zone.text("TZID") == tzid.strip():
            changes = sorted(_changes(_parts(zone), wall))
            if not changes or (begun and wall - changes[0].before < changes[0].at):
                return None
            return _offset_at(wall, changes)
    return None


def _offset_at(wall: datetime, changes: list[Change]) -> timedelta:
    offsets = {c.after for c in changes} | {c.before for c in changes}
    # The further ahead of UTC, the earlier the moment.
    for offset in sorted(offsets, reverse=True):
        if _in_force(wall - offset, changes) == offset:
            return offset
    return _in_force(wall - max(offsets), changes)


def _in_force(moment: datetime, changes: list[Change]) -> timedelta:
    """What the last change before it says; before all changes what the first ends."""
    past = [change for change in changes if change.at <= moment]
    return past[-1].after if past else changes[0].before


def _offset(written: str) -> timedelta | None:
    match = _OFFSET.fullmatch(written)
    if match is None:
        return None
    offset = timedelta(hours=int(match[2]), minutes=int(match[3]))
    return -offset if match[1] == "-" else offset


def _changes(parts: Sequence[_Part], wall: datetime) -> Iterator[Change]:
    """The changes around a wall time, and the first of each kind."""
    for part in parts:
        for onset in _onsets(part, wall):
            yield Change(onset - part.before, part.after, part.before)


def _onsets(part: _Part, wall: datetime) -> Iterator[datetime]:
    """When a change sets in, by the clocks it ends: as listed, and by its rule."""
    yield part.start
    yield from part.dates
    if part.rule.get("FREQ") != "YEARLY":
        return
    for year in (wall.year - 1, wall.year, wall.year + 1):
        onset = _in_year(part.rule, part.start, year)
        if onset and part.start <= onset <= part.last:
            yield onset


@lru_cache(maxsize=16)
def _parts(zone: Component) -> tuple[_Part, ...]:
    """What a VTIMEZONE consists of, as far as it can be read."""
    written = zone.children[:_MOST_CHANGES]
    rules = [part for part in written if part.first("RRULE")]
    return tuple(filter(None, (_part(part, rules) for part in written)))


def _part(part: Component, rules: list[Component]) -> _Part | None:
    start, after = _begins(part), _offset(part.text("TZOFFSETTO"))
    if start is None or after is None:
        return None
    before = _offset(part.text("TZOFFSETFROM"))
    rule = rule_of(part.text("RRULE"))
    last = _followed(part.name, start, rules)
    if until := read_stamp(rule.get("UNTIL", "")):
        # A day more: UNTIL is told in UTC, and changes are half a year apart.
        last = min(last, until.wall + _DAY)
    dates = tuple(_listed(part.all("RDATE")))
    return _Part(start, after if before is None else before, after, dates, rule, last)


def _begins(part: Component) -> datetime | None:
    """The DTSTART; some programs let clocks begin in the year 1."""
    written = re.sub(r"^(?:0\d|1[0-5])\d\d", "1601", part.text("DTSTART"))
    stamp = read_stamp(written)
    return stamp.wall if stamp else None


def _followed(name: str, start: datetime, rules: list[Component]) -> datetime:
    """When a later rule takes the place of one that is not said to end."""
    begun = filter(None, (_begins(rule) for rule in rules if rule.name == name))
    return min((other for other in begun if other > start), default=datetime.max)  # noqa: DTZ901 - a wall time


def _listed(dates: list[Property]) -> Iterator[datetime]:
    for dated in dates[:_MOST_DATES]:
        for written in dated.value.split(",")[:_MOST_DATES]:
            if stamp := read_stamp(written):
                yield stamp.wall


def rule_of(written: str) -> dict[str, str]:
    """The parts of an RRULE by name, in capitals."""
    return dict(part.partition("=")[::2] for part in written.upper().split(";"))


def _in_year(rule: dict[str, str], start: datetime, year: int) -> datetime | None:
    """When a yearly change sets in that year: "BYMONTH=3;BYDAY=-1SU" and the like."""
    written = rule.get("BYMONTH", str(start.month))
    if not re.fullmatch(r"0?[1-9]|1[0-2]", written) or not 1 < year < 9999:
        return None
    month = int(written)
    days = _days(year, month)
    listed = re.findall(r"\d+", rule.get("BYMONTHDAY", ""))
    if listed:
        days = tuple(day for day in days if str(day.day) in listed)
    by_day = _BY_DAY.fullmatch(rule.get("BYDAY", ""))
    if by_day:
        weekday = _WEEKDAYS.index(by_day[2])
        fitting = [day for day in days if day.weekday() == weekday]
        days = tuple(_which(fitting, by_day[1] or rule.get("BYSETPOS", "1")))
    elif not listed:
        days = tuple(day for day in days if day.day == start.day)
    return datetime.combine(days[0], start.time()) if days else None


@lru_cache(maxsize=64)
def _days(year: int, month: int) -> tuple[date, ...]:
    return tuple(
        date(year, month, day + 1) for day in range(monthrange(year, month)[1])
    )


def _which(days: Sequence[date], written: str) -> Sequence[date]:
    """The first, the last, …; a fifth that a month lacks is its last."""
    which = int(written) if re.fullmatch(r"[+-]?[1-5]", written) else 1
    return (days[which - 1 :] if which > 0 else days[which:]) or days[-1:]
