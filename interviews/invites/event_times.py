"""When an event of a calendar file takes place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from operator import itemgetter

from interviews.invites import settle
from interviews.invites.content_lines import Component, Property
from interviews.invites.context import Context
from interviews.invites.found import (
    Certainty,
    Found,
    SessionFound,
)
from interviews.invites.own_zones import own_offset
from interviews.invites.stamps import read_duration, read_stamp
from interviews.invites.zones import system_zone, utc, zone_of_offset

_MOST = 12  # sessions in one round


@dataclass(frozen=True)
class When:
    """A time property as read: its wall time, and its zone or moment if known."""

    wall: datetime
    is_day: bool = False
    zone: str | None = None
    moment: datetime | None = None
    source: str = ""
    guessed: bool = False


def sorted_by_start(
    events: list[Component], calendar: Component
) -> list[tuple[Component, When | None]]:
    """The events by their start; those without one last."""
    read = [(event, when_of(event.first("DTSTART"), calendar)) for event in events]
    timed = [(event, when.wall, when) for event, when in read if when]
    timed.sort(key=itemgetter(1))
    starts = [(event, when) for event, _, when in timed]
    rest = [(event, None) for event, when in read if when is None]
    return [*starts, *rest]


def of_one_day(
    events: list[tuple[Component, When | None]],
) -> list[tuple[Component, When | None]]:
    """The events that make one round: those within two days of the first."""
    first = events[0][1]
    if first is None:
        return events[:1]
    until = first.wall + timedelta(days=2)
    near = [pair for pair in events if pair[1] is not None and pair[1].wall < until]
    return near[:_MOST]


def when_of(prop: Property | None, calendar: Component) -> When | None:
    stamp = read_stamp(prop.value) if prop else None
    if prop is None or stamp is None:
        return None
    wall, tzid = stamp.wall, prop.params.get("TZID", "")
    source = f"{prop.value} {tzid}".strip()
    if stamp.is_day:
        return When(wall, is_day=True, source=source)
    if stamp.is_utc:
        return When(wall, moment=wall.replace(tzinfo=UTC), source=source)
    return _in_zone(wall, tzid, source, calendar)


def _in_zone(wall: datetime, tzid: str, source: str, calendar: Component) -> When:
    if tzid and (zone := system_zone(tzid)):
        return When(wall, zone=zone, moment=utc(wall, zone), source=source)
    if tzid and (offset := own_offset(tzid, wall, calendar)) is not None:
        moment = (wall - offset).replace(tzinfo=UTC)
        minutes = int(offset.total_seconds() // 60)
        return When(
            wall, zone=zone_of_offset(minutes, wall), moment=moment, source=source
        )
    named = system_zone(calendar.text("X-WR-TIMEZONE")) if not tzid else None
    if named:
        return When(
            wall,
            zone=named,
            moment=utc(wall, named),
            source=source,
            guessed=True,
        )
    return When(wall, source=source)


def _ends(event: Component, starts: When, calendar: Component) -> datetime | None:
    """The moment it ends: DTEND, or DTSTART and DURATION."""
    ends = when_of(event.first("DTEND"), calendar)
    if ends and ends.moment and starts.moment and ends.moment > starts.moment:
        return ends.moment
    length = read_duration(event.text("DURATION"))
    return starts.moment + length if starts.moment and length else None


def tell_when(
    found: Found, session: SessionFound, path: str, event: Component, when: When | None,
    calendar: Component, context: Context,
) -> None:  # fmt: skip
    if when is None:
        found.ask(f"{path}.starts_at", "The file names no start. When does it start?")
        return
    session.local_start = when.wall
    if when.is_day:
        found.tell(f"{path}.starts_at", when.source, Certainty.ASK)
        found.ask(
            f"{path}.starts_at",
            f"{settle.in_words(when.wall)[:-7]} has no clock time. When does it start?",
        )
        session.local_start = None
        return
    if when.moment is None:
        _ask_zone(found, session, path, when, context)
        when = When(
            when.wall,
            moment=session.starts_at,
            zone=session.time_zone,
            source=when.source,
        )
    else:
        sure = Certainty.GUESS if when.guessed else Certainty.SURE
        found.tell(f"{path}.starts_at", when.source, sure)
    session.starts_at = when.moment
    session.time_zone = when.zone or _zone_beside(calendar) or "UTC"
    found.certainty.setdefault(
        f"{path}.time_zone", Certainty.SURE if when.zone else Certainty.GUESS
    )
    session.ends_at = _ends(event, when, calendar)
    if session.ends_at:
        found.tell(f"{path}.ends_at", event.text("DTEND") or event.text("DURATION"))


def _zone_beside(calendar: Component) -> str | None:
    """The zone a file speaks of while its times are UTC."""
    names = [
        calendar.text("X-WR-TIMEZONE"),
        *(z.text("TZID") for z in calendar.inside("VTIMEZONE")),
    ]
    return next(filter(None, map(system_zone, filter(None, names))), None)


def _ask_zone(
    found: Found, session: SessionFound, path: str, when: When, context: Context
) -> None:
    """A floating time, or a zone that nobody knows: the owner's, and asked about."""
    session.time_zone = context.zone
    if context.zone:
        session.starts_at = utc(when.wall, context.zone)
    found.tell(f"{path}.starts_at", when.source, Certainty.ASK)
    choices = [settle.zone_choice(context.zone, when.wall)] if context.zone else []
    found.ask(
        f"{path}.time_zone",
        "The file does not say in which time zone. Whose clock is meant?",
        *choices,
    )
