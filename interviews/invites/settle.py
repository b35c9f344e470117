"""From a slot of the text to a session: its zone settled, or asked about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from interviews.invites.found import Certainty, Choice, Found, SessionFound
from interviews.invites.slot import Slot
from interviews.invites.towns import zones_named
from interviews.invites.zones import (
    YOURS,
    ZoneHit,
    contradicts,
    meant_offset,
    offset_of,
    utc,
    zone_of_offset,
)

_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")  # fmt: skip

_WHICH_DAY = {
    "order": "“{words}” can be read in two ways. Which day is it?",
    "conflict": "“{words}” does not fit the calendar: day and date differ. Which is it?",
    "weekday": "“{words}” may be this week or the one after. Which day is it?",
}


@dataclass(frozen=True)
class Zone:
    """A zone as settled: what it is, how sure, and what to ask."""

    name: str | None
    sure: Certainty
    question: str = ""
    choices: tuple[str, ...] = ()
    source: str = ""


def settle_zone(hit: ZoneHit | None, said: Said, wall: datetime) -> Zone:
    """What zone a wall time is in.

    Without one it is that of the town to come to; without that the owner's is taken,
    and asked about.
    """
    text, owner = said.text, said.owner
    if hit is None:
        if said.town:
            same = bool(owner) and utc(wall, said.town) == utc(wall, owner or "UTC")
            name = owner if same else said.town
            return Zone(name, Certainty.GUESS, source=said.place)
        question = "No time zone is named. Whose clock is meant?"
        return Zone(owner, Certainty.ASK, question, (owner,) if owner else ())
    source = text[hit.start : hit.end].strip(" ()")
    if hit.word == YOURS:
        return Zone(owner, Certainty.GUESS if owner else Certainty.ASK, source=source)
    if hit.offset is not None:
        name = zone_of_offset(hit.offset, wall, owner)
        return Zone(name, Certainty.SURE, source=source)
    return _by_name(hit, source, wall, said)


def _by_name(hit: ZoneHit, source: str, wall: datetime, said: Said) -> Zone:
    zones, owner = hit.zones, said.owner
    if hit.word == "GMT" and owner and owner.startswith(("Europe/", "Atlantic/")):
        # In London's summer "GMT" is often said for the clocks there.
        if offset_of(owner, wall) == 0:
            return Zone(owner, Certainty.SURE, source=source)
        if owner in {"Europe/London", "Europe/Dublin", "Europe/Lisbon"}:
            return _ask(source, ("UTC", owner))
    if contradicts(hit, zones[0], wall):
        literally = zone_of_offset(meant_offset(hit.word) or 0, wall)
        return _ask(source, (*zones, literally))
    moments = {utc(wall, zone): zone for zone in reversed(zones)}
    if len(moments) > 1:
        if there := _of_a_town(zones, wall, said.text):
            return Zone(there, Certainty.GUESS, source=source)
        mine = sorted(zones, key=lambda zone: zone != owner)
        return _ask(source, tuple(mine))
    return Zone(owner if owner in zones else zones[0], Certainty.SURE, source=source)


def _of_a_town(zones: tuple[str, ...], wall: datetime, text: str) -> str | None:
    """Of zones that share a name, the one whose town the text names: "IST", Bengaluru."""
    near = {utc(wall, zone) for zone in zones_named(text)}
    there = [zone for zone in zones if utc(wall, zone) in near]
    return there[0] if len(there) == 1 else None


def _ask(source: str, zones: tuple[str, ...]) -> Zone:
    zones = tuple(dict.fromkeys(zones))
    names = " or ".join(_city(zone) for zone in zones)
    return Zone(
        zones[0], Certainty.ASK, f"“{source}” can be {names}. Which one?", zones, source
    )


def _city(zone: str) -> str:
    return zone.rsplit("/", 1)[-1].replace("_", " ")


@dataclass(frozen=True)
class Said:
    """What is known beside a slot: the words, the zone said for all, where it is, the owner's."""

    text: str
    zone: ZoneHit | None
    town: str | None
    place: str
    owner: str | None


def session_of(found: Found, index: int, slot: Slot, said: Said) -> SessionFound:
    """The session of a slot; what is not certain becomes a question."""
    session = SessionFound(local_start=slot.local_start, local_end=slot.local_end)
    session.local_day = slot.dates[0] if len(slot.dates) == 1 else None
    path = f"sessions.{index}"
    words = _words(slot, said.text)
    if slot.local_start is None:
        _ask_for_the_rest(found, path, slot, words)
        return session
    zone = settle_zone(slot.zone or said.zone, said, slot.local_start)
    session.time_zone = zone.name
    if zone.name:
        session.starts_at = utc(slot.local_start, zone.name)
        session.ends_at = utc(slot.local_end, zone.name) if slot.local_end else None
    _tell(found, path, slot, words, zone, said)
    if session.ends_at is not None:
        length = slot.length
        source = said.text[length.start : length.end] if length else words
        sure = Certainty.GUESS if slot.length else found.certainty[f"{path}.starts_at"]
        found.tell(f"{path}.ends_at", source, sure)
    return session


def _tell(
    found: Found, path: str, slot: Slot, words: str, zone: Zone, said: Said
) -> None:
    """Note how sure start and zone are, and ask what must be asked."""
    found.tell(f"{path}.starts_at", words, slot.sure)
    if slot.day:
        day = said.text[slot.day.start : slot.day.end]
        found.tell(f"{path}.local_day", day, slot.day.sure)
    found.tell(f"{path}.time_zone", zone.source, zone.sure)
    if slot.sure is Certainty.ASK:
        _ask_which(found, path, slot, words)
    if zone.sure is Certainty.ASK:
        choices = [zone_choice(name, slot.local_start) for name in zone.choices]
        found.ask(f"{path}.time_zone", zone.question, *choices)
        found.certainty[f"{path}.starts_at"] = Certainty.ASK


def zone_choice(name: str, wall: datetime | None) -> Choice:
    at = f" ({wall:%H:%M} there)" if wall else ""
    return Choice(name, f"{_city(name)}{at}")


def _ask_which(found: Found, path: str, slot: Slot, words: str) -> None:
    """A day or a clock time that may be two."""
    day, clock = slot.day, slot.clock
    if day and clock and len(day.days) > 1:
        starts = [datetime.combine(d, clock.begins) for d in day.days]
        question = _WHICH_DAY.get(day.why, "Which day is it?").format(
            words=_flat(words)
        )
    elif day and clock and clock.otherwise:
        starts = [
            datetime.combine(day.days[0], t) for t in (clock.begins, clock.otherwise)
        ]
        question = f"“{_flat(words)}”: in the morning or in the evening?"
    else:
        return
    found.ask(f"{path}.starts_at", question, *map(start_choice, starts))


def start_choice(start: datetime) -> Choice:
    """A wall time as an answer: 2026-12-03T14:00, "Thu 3 Dec 2026, 14:00"."""
    return Choice(start.isoformat(timespec="minutes"), in_words(start))


def in_words(start: datetime) -> str:
    day = f"{_WEEKDAYS[start.weekday()]} {start.day} {_MONTHS[start.month - 1]}"
    return f"{day} {start.year}, {start:%H:%M}"


def _ask_for_the_rest(found: Found, path: str, slot: Slot, words: str) -> None:
    if slot.day:
        found.tell(f"{path}.starts_at", words, Certainty.ASK)
        found.ask(f"{path}.starts_at", f"“{_flat(words)}”: at what time does it start?")
    else:
        found.tell(f"{path}.starts_at", words, Certainty.ASK)
        found.ask(f"{path}.starts_at", f"“{_flat(words)}”: on which day?")


def _words(slot: Slot, text: str) -> str:
    """The words a time came from; of day and clock far apart those of the clock."""
    whole = text[slot.start : slot.end]
    if len(whole) <= 90 or slot.clock is None:
        return whole
    return text[slot.clock.start : slot.clock.end]


def _flat(words: str) -> str:
    return " ".join(words.split())
