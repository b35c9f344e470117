"""Which events of a calendar file make the round, each in its newest version."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from operator import attrgetter

from interviews.invites.content_lines import Component
from interviews.invites.context import Context
from interviews.invites.event_times import When, when_of
from interviews.invites.repeats import listed, until_of, walls_of

_MOST_EVENTS = 2_000
_MOST_SESSIONS = 12
_MOST_CHOICES = 6
# Events that make one round lie within two days of the first.
_NEAR = timedelta(days=2)
_SAME_DAY = timedelta(hours=12)
_IS_ABOUT_IT = re.compile(
    r"interview|gespräch|entretien|entrevista|\bround\b|on-?site|screen|hiring|recruit"
    r"|bewerb|candidat|assessment|panel|kennenlern",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Occasion:
    """One event at one time; `repeats` are the moments of the series it is one of."""

    event: Component
    calendar: Component
    when: When | None
    repeats: tuple[datetime, ...] = ()

    @property
    def sorting(self) -> datetime:
        """Something to sort by: the moment, else the wall time as if it were UTC."""
        if self.when is None:
            return datetime.max.replace(tzinfo=UTC)
        return self.when.moment or self.when.wall.replace(tzinfo=UTC)

    @property
    def is_cancelled(self) -> bool:
        return self.event.text("STATUS").upper() == "CANCELLED"


def sequence_of(event: Component) -> int | None:
    """The SEQUENCE; some programs write the seconds of a clock there."""
    value = event.text("SEQUENCE")
    return int(value) if value.isdecimal() and len(value) < 16 else None


def occasions_in(calendars: list[Component], context: Context) -> list[Occasion]:
    """The events of the newest invitation, by their start; none where there is none."""
    found = [
        occasion
        for versions in _by_uid(calendars).values()
        for occasion in _of_one_uid(versions, context)
    ]
    # Of a day's parts one may be called off while the others stand.
    standing = [occasion for occasion in found if not occasion.is_cancelled]
    found = sorted(standing or found, key=attrgetter("sorting"))
    return _of_one_round(found, context)[:_MOST_SESSIONS] if found else []


_Pair = tuple[Component, Component]


def _by_uid(calendars: list[Component]) -> dict[str, list[_Pair]]:
    """The newest version of each event, and of each moved one of a series."""
    versions: dict[tuple[str, str], list[_Pair]] = defaultdict(list)
    pairs = [(c, e) for c in calendars for e in c.inside("VEVENT")[:_MOST_EVENTS]]
    for pair in pairs[:_MOST_EVENTS]:
        uid = pair[1].text("UID") or f"without {len(versions)}"
        versions[uid, pair[1].text("RECURRENCE-ID")].append(pair)
    newest: dict[str, list[_Pair]] = defaultdict(list)
    for (uid, _), those in versions.items():
        newest[uid].append(max(those, key=_version))
    return newest


def _version(pair: _Pair) -> tuple[int, str]:
    """The higher SEQUENCE, of the same the later DTSTAMP (RFC 5546, 2.1.5)."""
    event = pair[1]
    stamp = event.text("DTSTAMP") or event.text("LAST-MODIFIED")
    return sequence_of(event) or 0, stamp


def _of_one_uid(pairs: list[_Pair], context: Context) -> list[Occasion]:
    series = [pair for pair in pairs if not pair[1].first("RECURRENCE-ID")]
    moved = [pair for pair in pairs if pair[1].first("RECURRENCE-ID")]
    singly = [_once(pair, context) for pair in moved]
    if not series:
        return singly
    taken = {
        mark
        for calendar, event in moved
        for mark in _marks(when_of(event.first("RECURRENCE-ID"), calendar, context))
    }
    standing = _all_of(series[0], taken, context) + singly
    # A series of which nothing is left still says when it began.
    return _one_of(standing or [_once(series[0], context)], context)


def _once(pair: _Pair, context: Context) -> Occasion:
    calendar, event = pair
    when = when_of(event.first("DTSTART"), calendar, context)
    return Occasion(event, calendar, when)


def _all_of(
    pair: _Pair, taken: set[datetime | date], context: Context
) -> list[Occasion]:
    """Each time of a series, but for those that were moved or called off."""
    calendar, event = pair
    first = when_of(event.first("DTSTART"), calendar, context)
    if first is None or not (event.first("RRULE") or event.first("RDATE")):
        return [Occasion(event, calendar, first)]
    each = [
        when_of(event.first("DTSTART"), calendar, context, wall=wall)
        for wall in walls_of(event, first.wall)
    ]
    out = taken | _left_out(pair, context)
    occasions = [Occasion(event, calendar, when) for when in each if when]
    until = until_of(event) or datetime.max.replace(tzinfo=UTC)
    return [o for o in occasions if o.sorting <= until and not _is_in(o.when, out)]


def _left_out(pair: _Pair, context: Context) -> set[datetime | date]:
    """What EXDATE takes out: a moment, in whatever zone it is told, or a whole day."""
    calendar, event = pair
    times = (when_of(prop, calendar, context) for prop in listed(event, "EXDATE"))
    return {mark for when in times for mark in _marks(when)}


def _marks(when: When | None) -> set[datetime | date]:
    """What to know by which one of a series is meant."""
    if when is None:
        return set()
    if when.is_day:
        return {when.wall.date()}
    return {when.wall, *filter(None, [when.moment])}


def _is_in(when: When | None, out: set[datetime | date]) -> bool:
    return when is not None and bool(out & {when.moment, when.wall, when.wall.date()})


def _one_of(occasions: list[Occasion], context: Context) -> list[Occasion]:
    """A short run stays as it is; of a long one the next, the others to choose from."""
    standing = [o for o in occasions if not o.is_cancelled] or occasions
    standing.sort(key=attrgetter("sorting"))
    if len(standing) < 2 or standing[-1].sorting - standing[0].sorting < _NEAR:
        return standing
    ahead = [o for o in standing if o.sorting > context.received - _SAME_DAY]
    chosen = (ahead or standing)[:_MOST_CHOICES]
    moments = tuple(o.when.moment for o in chosen if o.when and o.when.moment)
    one = chosen[0]
    return [Occasion(one.event, one.calendar, one.when, moments)]


def _of_one_round(occasions: list[Occasion], context: Context) -> list[Occasion]:
    """Of all that a file holds, the events next to each other that matter most."""
    days: list[list[Occasion]] = []
    for occasion in occasions:
        if days and occasion.sorting - days[-1][0].sorting < _NEAR:
            days[-1].append(occasion)
        else:
            days.append([occasion])
    return max(days, key=lambda day: (_is_about_it(day), _is_ahead(day[0], context)))


def _is_about_it(day: list[Occasion]) -> bool:
    texts = (f"{o.event.text('SUMMARY')} {o.event.text('DESCRIPTION')}" for o in day)
    return any(_IS_ABOUT_IT.search(text) for text in texts)


def _is_ahead(occasion: Occasion, context: Context) -> bool:
    known = occasion.when is not None
    return known and occasion.sorting > context.received - _SAME_DAY
