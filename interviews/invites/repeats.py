"""The days on which an event repeats (RFC 5545, 3.8.5), as far as an invite needs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from interviews.invites.content_lines import Component, Property
from interviews.invites.own_zones import rule_of
from interviews.invites.stamps import Stamp, read_stamp

# Further ahead no interview is planned, and more of them nobody chooses from.
_AHEAD = 800
_MOST = 60
_DAY = timedelta(days=1)
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def walls_of(event: Component, first: datetime) -> list[datetime]:
    """The wall times at which an event may start, the first of them as given.

    Those that are left out (EXDATE), or lie beyond the moment of an UNTIL, are still
    among them: only who knows the zone can tell.
    """
    rule = rule_of(event.text("RRULE"))
    walls = {first}
    for prop in listed(event, "RDATE"):
        if stamp := read_stamp(prop.value):
            walls.add(_at_clock(stamp, first))
    if rule.get("FREQ"):
        walls.update(_by_rule(rule, first))
    return sorted(walls)


def listed(event: Component, name: str) -> Iterator[Property]:
    """The values of an EXDATE or RDATE, each as a property of its own."""
    for prop in event.all(name)[:_MOST]:
        for written in prop.value.split(",")[:_MOST]:
            yield replace(prop, value=written)


def until_of(event: Component) -> datetime | None:
    """The end of a series where it is a moment, not a wall time or a day."""
    stamp = read_stamp(rule_of(event.text("RRULE")).get("UNTIL", ""))
    return stamp.wall.replace(tzinfo=UTC) if stamp and stamp.is_utc else None


def _at_clock(stamp: Stamp, first: datetime) -> datetime:
    """A day stands for the event of that day."""
    return datetime.combine(stamp.wall, first.time()) if stamp.is_day else stamp.wall


def _by_rule(rule: dict[str, str], first: datetime) -> Iterator[datetime]:
    """Day by day: whatever a rule says, this comes to an end."""
    until = read_stamp(rule.get("UNTIL", ""))
    most = _number(rule, "COUNT", _MOST)
    for away in range(_AHEAD):
        wall = first + timedelta(days=away)
        # A day more where it is told in UTC: which side of midnight is not known here.
        beyond = until and wall.date() > until.wall.date() + (_DAY * until.is_utc)
        if most <= 0 or beyond or wall.year >= 9999:
            return
        if away == 0 or _fits(rule, first, wall):
            most -= 1
            yield wall


def _number(rule: dict[str, str], name: str, otherwise: int) -> int:
    written = rule.get(name, "")
    return min(int(written), _MOST) if re.fullmatch(r"\d{1,6}", written) else otherwise


def _fits(rule: dict[str, str], first: datetime, wall: datetime) -> bool:
    frequency, every = rule["FREQ"], max(1, _number(rule, "INTERVAL", 1))
    by_day = re.findall("|".join(_WEEKDAYS), rule.get("BYDAY", ""))
    weekday = _WEEKDAYS[wall.weekday()]
    if frequency == "DAILY":
        in_turn = (wall - first).days % every == 0
        return in_turn and (not by_day or weekday in by_day)
    if frequency == "WEEKLY":
        monday = first - timedelta(days=first.weekday())
        in_turn = (wall - monday).days // 7 % every == 0
        return in_turn and weekday in (by_day or [_WEEKDAYS[first.weekday()]])
    months = (wall.year - first.year) * 12 + wall.month - first.month
    if frequency == "MONTHLY" and months % every == 0:
        return _fits_month(by_day, first, wall)
    same_day = (wall.month, wall.day) == (first.month, first.day)
    return frequency == "YEARLY" and same_day


def _fits_month(by_day: list[str], first: datetime, wall: datetime) -> bool:
    """The same day of the month, or the same weekday of the same week of it."""
    if not by_day:
        return wall.day == first.day
    same_week = (wall.day - 1) // 7 == (first.day - 1) // 7
    return same_week and _WEEKDAYS[wall.weekday()] in by_day
