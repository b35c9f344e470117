"""A zone of the IANA database as the definition a calendar file carries (VTIMEZONE).

Built from `zoneinfo`, so it says what the rest of the product computes with. It holds
for every moment of the years it is made for, and one year to either side.

`icalendar` has a builder of its own; in 7.3 its clocks go forward an hour late in
Europe, because it writes the hour after the change, where RFC 5545 (3.6.5) wants the
one before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from itertools import groupby, pairwise
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_WEEK = timedelta(days=7)


@dataclass(frozen=True, order=True)
class Observance:
    """Clocks of one kind: what they show, and that they come from another."""

    name: str
    before: timedelta
    after: timedelta
    is_daylight: bool


@dataclass(frozen=True)
class Change:
    """Clocks change at `wall`, as they show it until then (naive)."""

    wall: datetime
    to: Observance


@lru_cache(maxsize=200)
def definition(zone: str, first_year: int, last_year: int) -> Timezone:
    """The VTIMEZONE of an IANA zone for everything that happens in these years."""
    info = ZoneInfo(zone)
    begin = datetime(first_year - 1, 1, 1, tzinfo=UTC)
    end = datetime(last_year + 2, 1, 1, tzinfo=UTC)
    found = Timezone()
    found.add("TZID", zone)
    found.add_component(_first(info, begin))
    changes = sorted(_changes(info, begin, end), key=lambda change: change.to)
    for observance, group in groupby(changes, key=lambda change: change.to):
        walls = [change.wall for change in group]
        found.add_component(_component(observance, walls, last_year - first_year + 3))
    return found


def _first(info: ZoneInfo, begin: datetime) -> TimezoneStandard | TimezoneDaylight:
    """What holds until the first change."""
    return _component(_observance(info, begin, begin), [_wall(info, begin)], years=0)


def _changes(info: ZoneInfo, begin: datetime, end: datetime) -> Iterator[Change]:
    """No zone changes its clocks twice within a week."""
    for earlier, later in pairwise(_weeks(begin, end)):
        if _clock(info, earlier) != _clock(info, later):
            before, at = _narrowed(info, earlier, later)
            yield Change(_wall(info, at, like=before), _observance(info, before, at))


def _weeks(begin: datetime, end: datetime) -> Iterator[datetime]:
    while begin < end:
        yield begin
        begin += _WEEK
    yield end


def _narrowed(
    info: ZoneInfo, before: datetime, after: datetime
) -> tuple[datetime, datetime]:
    """The last second of the old clocks and the first of the new ones."""
    while after - before > timedelta(seconds=1):
        middle = before + (after - before) // 2
        middle = middle.replace(microsecond=0)
        if _clock(info, middle) == _clock(info, before):
            before = middle
        else:
            after = middle
    return before, after


def _clock(info: ZoneInfo, at: datetime) -> tuple[timedelta, str]:
    local = at.astimezone(info)
    return _offset(info, at), local.tzname() or info.key


def _offset(info: ZoneInfo, at: datetime) -> timedelta:
    return at.astimezone(info).utcoffset() or timedelta()


def _wall(info: ZoneInfo, at: datetime, *, like: datetime | None = None) -> datetime:
    """What the clocks show at `at`; where they change, those of the moment `like`."""
    return at.replace(tzinfo=None) + _offset(info, like or at)


def _observance(info: ZoneInfo, before: datetime, at: datetime) -> Observance:
    local = at.astimezone(info)
    return Observance(
        name=local.tzname() or info.key,
        before=_offset(info, before),
        after=_offset(info, at),
        is_daylight=bool(local.dst()),
    )


def _component(
    observance: Observance, walls: list[datetime], years: int
) -> TimezoneStandard | TimezoneDaylight:
    kind = TimezoneDaylight if observance.is_daylight else TimezoneStandard
    found = kind()
    found.add("DTSTART", walls[0])
    found.add("TZNAME", observance.name)
    found.add("TZOFFSETFROM", observance.before)
    found.add("TZOFFSETTO", observance.after)
    if rule := _yearly(walls, years):
        found.add("RRULE", rule)
    elif walls[1:]:
        found.add("RDATE", walls[1:])
    return found


def _yearly(walls: list[datetime], years: int) -> dict[str, object] | None:
    """A rule that gives exactly these, one in each of so many years, if there is one.

    Calendars of the desktop know rules better than dates.
    """
    if (
        len(walls) != years
        or len({(w.month, w.weekday(), w.time()) for w in walls}) > 1
    ):
        return None
    places = _shared(_places(wall) for wall in walls)
    if not places:
        return None
    wall = walls[0]
    day = f"{min(places)}{_DAYS[wall.weekday()]}"
    return {"FREQ": "YEARLY", "BYMONTH": wall.month, "BYDAY": day}


def _places(wall: datetime) -> set[int]:
    """Which of its weekday in the month it is: the second is 2, the last also -1."""
    is_last = (wall + _WEEK).month != wall.month
    return {(wall.day - 1) // _WEEK.days + 1} | ({-1} if is_last else set())


def _shared(sets: Iterable[set[int]]) -> set[int]:
    return set.intersection(*sets)
