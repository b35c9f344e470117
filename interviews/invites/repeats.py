"""The days on which an event repeats (RFC 5545, 3.8.5), as far as an invite needs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta

from interviews.invites.content_lines import Component
from interviews.invites.own_zones import rule_of
from interviews.invites.stamps import read_stamp

# Further ahead no interview is planned, and more of them nobody chooses from.
_AHEAD = 800
_MOST = 60
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def walls_of(event: Component, first: datetime) -> list[datetime]:
    """The wall times at which an event starts, the first of them as given."""
    rule = rule_of(event.text("RRULE"))
    walls = {first, *_listed(event, "RDATE")}
    if rule.get("FREQ"):
        walls.update(_by_rule(rule, first))
    left_out = set(_listed(event, "EXDATE"))
    return sorted(wall for wall in walls if wall not in left_out)


def _listed(event: Component, name: str) -> Iterator[datetime]:
    for prop in event.all(name)[:_MOST]:
        for written in prop.value.split(",")[:_MOST]:
            if stamp := read_stamp(written):
                yield stamp.wall


def _by_rule(rule: dict[str, str], first: datetime) -> Iterator[datetime]:
    """Day by day: whatever a rule says, this comes to an end."""
    until = read_stamp(rule.get("UNTIL", ""))
    most = _number(rule, "COUNT", _MOST)
    for away in range(_AHEAD):
        wall = first + timedelta(days=away)
        beyond = until and wall.date() > until.wall.date()
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
