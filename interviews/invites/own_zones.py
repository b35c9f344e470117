"""Zones that a calendar file defines for itself (RFC 5545, 3.6.5).

Worked out from the file alone, for the moment in question: no table of zones is kept
that another file could meet.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from interviews.invites.content_lines import Component
from interviews.invites.stamps import read_stamp

_MOST_CHANGES = 40
_OFFSET = re.compile(r"([+-])(\d\d)(\d\d)(?:\d\d)?")
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_BY_DAY = re.compile(rf"([+-]?[1-5])?({'|'.join(_WEEKDAYS)})")


def own_offset(tzid: str, wall: datetime, calendar: Component) -> timedelta | None:
    """How far a zone of the file is from UTC at a wall time; None for one unknown."""
    for zone in calendar.inside("VTIMEZONE"):
        if zone.text("TZID") == tzid:
            return _offset_at(wall, zone.children[:_MOST_CHANGES])
    return None


def _offset_at(wall: datetime, changes: list[Component]) -> timedelta | None:
    """What the last change before it says; before all changes what the first ends."""
    onsets = [
        (onset, index)
        for index, change in enumerate(changes)
        for onset in _onsets(change, wall)
    ]
    past = [pair for pair in onsets if pair[0] <= wall]
    if past:
        return _offset(changes[max(past)[1]].text("TZOFFSETTO"))
    return _offset(changes[min(onsets)[1]].text("TZOFFSETFROM")) if onsets else None


def _offset(written: str) -> timedelta | None:
    match = _OFFSET.fullmatch(written)
    if match is None:
        return None
    offset = timedelta(hours=int(match[2]), minutes=int(match[3]))
    return offset if match[1] == "+" else -offset


def _onsets(change: Component, wall: datetime) -> Iterator[datetime]:
    """When a change sets in: as it began, and in the years around a wall time."""
    stamp = read_stamp(change.text("DTSTART"))
    if stamp is None:
        return
    start = stamp.wall
    yield start
    rule = dict(part.partition("=")[::2] for part in change.text("RRULE").split(";"))
    if rule.get("FREQ") != "YEARLY":
        return
    until = read_stamp(rule.get("UNTIL", ""))
    for year in (wall.year - 1, wall.year):
        onset = _in_year(rule, start, year)
        if onset and start <= onset <= (until.wall if until else wall):
            yield onset


def _in_year(rule: dict[str, str], start: datetime, year: int) -> datetime | None:
    """When a yearly change sets in that year: "BYMONTH=3;BYDAY=-1SU" and the like."""
    written = rule.get("BYMONTH", str(start.month))
    if not re.fullmatch(r"0?[1-9]|1[0-2]", written):
        return None
    month = int(written)
    days = [date(year, month, day + 1) for day in range(monthrange(year, month)[1])]
    listed = re.findall(r"\d+", rule.get("BYMONTHDAY", ""))
    if listed:
        days = [day for day in days if str(day.day) in listed]
    by_day = _BY_DAY.fullmatch(rule.get("BYDAY", ""))
    if by_day:
        weekday = _WEEKDAYS.index(by_day[2])
        days = [day for day in days if day.weekday() == weekday]
        which = int(by_day[1] or 1)
        days = days[which - 1 :] if which > 0 else days[which:]
    elif not listed:
        days = [day for day in days if day.day == start.day]
    return datetime.combine(days[0], start.time()) if days else None
