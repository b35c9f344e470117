"""When an event of a calendar file takes place.

A known name of a zone is that zone, wherever the file's own rules say the same at that
time. Where they differ the standard is on the side of the file (RFC 5545, 3.8.3.1), most
programs on the side of the name: the owner is asked, the file's reading first.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from accounts.timezones import city
from interviews.invites import settle
from interviews.invites.content_lines import Component, Property
from interviews.invites.context import Context
from interviews.invites.found import Certainty, Found, SessionFound
from interviews.invites.own_zones import own_offset
from interviews.invites.stamps import read_duration, read_stamp
from interviews.invites.tzids import is_exact, zone_like, zones_named
from interviews.invites.zones import offset_of, utc, zone_of_offset

_CONTRADICTS = "The file calls its zone “{tzid}”, but defines other clocks for it."
_SEASON = "“{tzid}” names clocks that are not in force then."


@dataclass(frozen=True)
class When:
    """A time property as read: its wall time, and its zone or moment if known.

    `doubt` says why `others` may be meant as well as the moment; `zones` are those to
    choose from where none is known.
    """

    wall: datetime
    is_day: bool = False
    zone: str | None = None
    moment: datetime | None = None
    source: str = ""
    tzid: str = ""
    guessed: bool = False
    doubt: str = ""
    others: tuple[datetime, ...] = ()
    zones: tuple[str, ...] = ()


def when_of(
    prop: Property | None,
    calendar: Component,
    context: Context,
    *,
    wall: datetime | None = None,
) -> When | None:
    """The time of a property, or of another `wall` time written like it."""
    stamp = read_stamp(prop.value) if prop else None
    if prop is None or stamp is None:
        return None
    wall = wall or stamp.wall
    tzid = prop.params.get("TZID", "")
    when = When(wall, source=prop.value.strip(), tzid=tzid)
    if stamp.is_day:
        return replace(when, is_day=True)
    if stamp.is_utc:
        return replace(when, moment=wall.replace(tzinfo=UTC))
    if tzid:
        return _in_zone(when, calendar, context)
    return _floating(when, calendar, context)


def _in_zone(when: When, calendar: Component, context: Context) -> When:
    wall, tzid = when.wall, when.tzid
    zones = zones_named(tzid, wall)
    moments = {utc(wall, zone): zone for zone in reversed(zones)}
    # What a definition leaves out, a name that everybody knows says better.
    offset = own_offset(tzid, wall, calendar, begun=is_exact(tzid))
    if offset is not None:
        return _by_definition(when, wall - offset, moments, calendar, context)
    if not zones:
        return replace(when, zones=_to_choose(calendar, context))
    moment = utc(wall, zones[0])
    others = tuple(other for other in moments if other != moment)
    doubt = _SEASON.format(tzid=tzid) if others else ""
    return replace(when, zone=zones[0], moment=moment, others=others, doubt=doubt)


def _by_definition(
    when: When,
    naive: datetime,
    named: dict[datetime, str],
    calendar: Component,
    context: Context,
) -> When:
    """By the rules of the file, `naive` UTC; doubted where a well-known name differs."""
    moment = naive.replace(tzinfo=UTC)
    if moment in named:
        return replace(when, zone=named[moment], moment=moment)
    if named and is_exact(when.tzid):
        other, zone = next(iter(named.items()))
        doubt = _CONTRADICTS.format(tzid=when.tzid)
        return replace(when, zone=zone, moment=moment, others=(other,), doubt=doubt)
    return replace(when, zone=_likest(when, calendar, context), moment=moment)


def _likest(when: When, calendar: Component, context: Context) -> str:
    """A zone with the file's clocks then, and if there is one, all year."""
    year = when.wall.year
    walls = (datetime(year, 1, 15), datetime(year, 7, 15), when.wall)  # noqa: DTZ001 - wall times
    offsets = [(wall, own_offset(when.tzid, wall, calendar)) for wall in walls]
    known = [(wall, _minutes(offset)) for wall, offset in offsets if offset is not None]
    # The times of a series differ, their year does not: that is worked out once.
    zone = zone_like(tuple(known[:-1]), context.zone)
    if zone and offset_of(zone, when.wall) != known[-1][1]:
        zone = zone_like(tuple(known), context.zone)
    return zone or zone_of_offset(known[-1][1], when.wall)


def _minutes(offset: timedelta) -> int:
    return int(offset.total_seconds() // 60)


def _floating(when: When, calendar: Component, context: Context) -> When:
    """A time without a zone, in a calendar that may name one for all of it."""
    whole = calendar.text("X-WR-TIMEZONE") or calendar.text("TZ")
    for zone in zones_named(whole, when.wall) if whole else ():
        moment = utc(when.wall, zone)
        return replace(when, zone=zone, moment=moment, guessed=True)
    return replace(when, zones=_to_choose(calendar, context))


def _to_choose(calendar: Component, context: Context) -> tuple[str, ...]:
    beside = zone_beside(calendar)
    return tuple(dict.fromkeys(filter(None, (context.zone, beside))))


def zone_beside(calendar: Component) -> str | None:
    """The zone a file speaks of while its times are UTC."""
    names = (
        calendar.text("X-WR-TIMEZONE"),
        *(zone.text("TZID") for zone in calendar.inside("VTIMEZONE")),
        *_zones_used(calendar),
    )
    now = datetime(2026, 1, 15)  # noqa: DTZ001 - any wall time: only exact names count
    exact = (name for name in names if name and is_exact(name))
    return next((zones_named(name, now)[0] for name in exact), None)


def _zones_used(calendar: Component) -> Iterator[str]:
    """The zones of other times, such as an end whose start names none."""
    for event in calendar.inside("VEVENT")[:20]:
        yield from (p.params["TZID"] for p in event.properties if "TZID" in p.params)


def tell_when(
    found: Found, session: SessionFound, path: str, event: Component, when: When | None,
    calendar: Component, context: Context,
) -> None:  # fmt: skip
    """Start, end and zone of a session, and what must be asked about them."""
    if when is None:
        found.ask(f"{path}.starts_at", "The file names no start. When does it start?")
    elif when.is_day:
        session.local_day = when.wall.date()
        _ask_clock(found, path, when)
    elif when.moment is None:
        _ask_zone(found, session, path, when)
        _tell_end(found, session, path, event, when, calendar, context)
    else:
        _tell_moment(found, session, path, when, when.moment, calendar)
        _tell_end(found, session, path, event, when, calendar, context)


def _ask_clock(found: Found, path: str, when: When) -> None:
    day = settle.in_words(when.wall)[:-7]
    found.tell(f"{path}.starts_at", when.source, Certainty.ASK)
    question = f"{day} has no clock time. When does it start?"
    found.ask(f"{path}.starts_at", question)


def _tell_moment(
    found: Found, session: SessionFound, path: str, when: When, moment: datetime,
    calendar: Component,
) -> None:  # fmt: skip
    session.starts_at = moment
    session.time_zone = when.zone or zone_beside(calendar) or "UTC"
    session.local_start = wall_at(moment, session.time_zone)
    known = when.zone and not when.guessed
    sure = Certainty.SURE if known else Certainty.GUESS
    found.tell(f"{path}.time_zone", when.tzid or when.source, sure)
    sure = Certainty.GUESS if when.guessed else Certainty.SURE
    found.tell(f"{path}.starts_at", when.source, sure)
    if when.others:
        moments = (moment, *when.others)
        ask_which(found, path, when.doubt, moments, session.time_zone)


def ask_which(
    found: Found, path: str, why: str, moments: tuple[datetime, ...], zone: str
) -> None:
    """Ask which of several moments it is, told by the clocks of one zone."""
    walls = dict.fromkeys(wall_at(moment, zone) for moment in moments)
    found.ask(
        f"{path}.starts_at",
        f"{why} When does it start, by the clocks of {city(zone)}?".strip(),
        *map(settle.start_choice, walls),
    )


def wall_at(moment: datetime, zone: str) -> datetime:
    """What the clocks of a zone show at a moment, without saying where."""
    return moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None)


def _tell_end(
    found: Found,
    session: SessionFound,
    path: str,
    event: Component,
    when: When,
    calendar: Component,
    context: Context,
) -> None:
    """DTEND, or DTSTART and DURATION; an end before the start is none."""
    length = _length(event, when, calendar, context)
    if length is None or length <= timedelta(0):
        return
    if session.starts_at and session.time_zone:
        session.ends_at = session.starts_at + length
        session.local_end = wall_at(session.ends_at, session.time_zone)
    elif session.local_start:
        session.local_end = session.local_start + length
    ends = event.first("DTEND") or event.first("DURATION")
    sure = found.certainty[f"{path}.starts_at"]
    found.tell(f"{path}.ends_at", ends.value if ends else "", sure)


def _length(
    event: Component, when: When, calendar: Component, context: Context
) -> timedelta | None:
    # As the event was written: of a series, this may be a later one.
    starts = when_of(event.first("DTSTART"), calendar, context)
    ends = when_of(event.first("DTEND"), calendar, context)
    if starts is None or ends is None or ends.is_day:
        return read_duration(event.text("DURATION"))
    if starts.moment and ends.moment and not when.others:
        return ends.moment - starts.moment
    return ends.wall - starts.wall


def _ask_zone(found: Found, session: SessionFound, path: str, when: When) -> None:
    """A floating time, or a zone that nobody knows: the owner's, and asked about."""
    session.local_start = when.wall
    session.time_zone = next(iter(when.zones), None)
    if session.time_zone:
        session.starts_at = utc(when.wall, session.time_zone)
    found.tell(f"{path}.starts_at", when.source, Certainty.ASK)
    named = f"Nobody knows the zone “{when.tzid}”." if when.tzid else ""
    question = f"{named} In which time zone is {when.wall:%H:%M}?".strip()
    choices = [settle.zone_choice(zone, when.wall) for zone in when.zones]
    found.ask(f"{path}.time_zone", question, *choices)
