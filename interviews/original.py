"""What was kept of an invitation, in words: when, where and who a calendar names.

`Invite.text` holds the letter and, of each event, the lines of the file that say when,
where and who (`interviews.invites.event.as_written`). Here these lines become words
for a reader in a zone; nothing is guessed that the reader of invitations would ask.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from accounts import clock, timezones
from interviews.invites.stamps import Stamp, read_duration, read_stamp
from interviews.invites.tzids import zones_named
from interviews.marking import MOST_SHOWN

_TIME = re.compile(
    r"(?P<name>DTSTART|DTEND|RECURRENCE-ID)(?:;TZID=(?P<tzid>.+?))?:\s*(?P<value>\d{8}.*)"
)
_LINE = re.compile(
    r"(?P<name>DURATION|RRULE|LOCATION|URL|ORGANIZER|ATTENDEE|CONFERENCE|X-[A-Z-]+)"
    r"(?:;[^:]*)?:(?P<value>.*)"
)
_ADDRESS = re.compile(r"(?P<name>.*?)\s*\b(?P<address>\S+@\S+)")
_LINK = re.compile(r"https?://\S+")


@dataclass
class Event:
    """One event as its lines have it; `lines` are those as they came."""

    lines: list[str] = field(default_factory=list)
    when: str = ""
    where: list[str] = field(default_factory=list)
    organiser: str = ""
    people: list[str] = field(default_factory=list)
    repeats: bool = False


@dataclass(frozen=True)
class Original:
    """The words of a letter, and the events that came with it."""

    words: str
    events: Sequence[Event]

    @property
    def lines(self) -> str:
        """What the words were made of."""
        return "\n\n".join("\n".join(event.lines) for event in self.events)


def in_words(text: str, *, zone: ZoneInfo, now: datetime) -> Original:
    """Of all that is kept of an invitation; times for a reader in `zone` at `now`."""
    words: list[str] = []
    events: list[Event] = []
    is_event = False
    for line in text[:MOST_SHOWN].splitlines():
        starts = bool(_TIME.fullmatch(line) or _LINE.fullmatch(line))
        if starts and not is_event:
            events.append(Event())
        is_event = starts or (is_event and bool(line.strip()))
        (events[-1].lines if is_event else words).append(line)
    dated = [e for e in events if any(map(_TIME.fullmatch, e.lines))]
    if len(dated) < len(events):
        # Lines that only look like those of an event: a letter about one.
        return Original(text[:MOST_SHOWN].strip(), [])
    for event in events:
        _tell(event, zone=zone, now=now)
    return Original(re.sub(r"\n{3,}", "\n\n", "\n".join(words)).strip(), events)


def _tell(event: Event, *, zone: ZoneInfo, now: datetime) -> None:
    """Put the lines of an event into words."""
    times = {m["name"]: m for m in map(_TIME.fullmatch, event.lines) if m}
    said = [m for m in map(_LINE.fullmatch, event.lines) if m]
    values: dict[str, str] = {}
    for match in said:
        values.setdefault(match["name"], match["value"].strip())
    event.when = _when(times, values.get("DURATION", ""), zone=zone, now=now)
    event.where = _where(said)
    event.repeats = "RRULE" in values
    event.organiser, event.people = _who(event.lines, values.get("ORGANIZER", ""))


def _when(
    times: dict[str, re.Match[str]], length: str, *, zone: ZoneInfo, now: datetime
) -> str:
    """ "Thu 3 Dec, 14:00–15:00 (13:00 in London)"; as it came where no zone is known."""
    begins = times.get("DTSTART") or times.get("RECURRENCE-ID")
    stamp = read_stamp(begins["value"]) if begins else None
    if begins is None or stamp is None:
        return ""
    if stamp.is_day:
        return f"{clock.day(stamp.wall.date(), now_day=now.date())}, no time said"
    theirs = _zone_of(stamp, begins["tzid"])
    start = stamp.wall.replace(tzinfo=theirs or UTC)
    end = _end(times.get("DTEND"), read_duration(length), start, theirs)
    if theirs is None:
        tzid = begins["tzid"]
        named = f"in the zone “{tzid}”" if tzid else "with no time zone said"
        return f"{clock.span(start, end, ZoneInfo('UTC'), now)}, {named}"
    told = clock.span(start, end, zone, now)
    is_same = start.utcoffset() == start.astimezone(zone).utcoffset()
    if is_same or stamp.is_utc:
        return told
    return f"{told} ({start:%H:%M} in {timezones.city(theirs.key)})"


def _zone_of(stamp: Stamp, tzid: str | None) -> ZoneInfo | None:
    """Whose clock it is, where that is beyond doubt."""
    if stamp.is_utc:
        return ZoneInfo("UTC")
    names = zones_named(tzid, stamp.wall) if tzid else ()
    return ZoneInfo(names[0]) if len(names) == 1 else None


def _end(
    ends: re.Match[str] | None,
    length: timedelta | None,
    start: datetime,
    theirs: ZoneInfo | None,
) -> datetime | None:
    stamp = read_stamp(ends["value"]) if ends else None
    if ends and stamp and not stamp.is_day:
        own = _zone_of(stamp, ends["tzid"]) if theirs else None
        end = stamp.wall.replace(tzinfo=own or theirs or UTC)
    elif length:
        end = (start.astimezone(UTC) + length).astimezone(start.tzinfo)
    else:
        return None
    return end if end > start else None


def _where(said: Sequence[re.Match[str]]) -> list[str]:
    """The place and the links, each once."""
    values = [
        m["value"].strip().removeprefix("mailto:")
        for m in said
        if m["name"] == "LOCATION" or _LINK.fullmatch(m["value"].strip())
    ]
    return list(dict.fromkeys(filter(None, values)))


def _who(lines: Sequence[str], organiser: str) -> tuple[str, list[str]]:
    """Who sent it, and who else is named; by name, with the address."""
    address = organiser.casefold().removeprefix("mailto:")
    told: dict[str, str] = {}
    for line in lines:
        match = None if _LINE.fullmatch(line) else _ADDRESS.fullmatch(line)
        if match:
            name, at = match["name"], match["address"]
            is_named = name and name.casefold() != at.casefold()
            told[at.casefold()] = f"{name} ({at})" if is_named else at
    sender = told.pop(address, "")
    return sender, list(told.values())
