"""A day of several sessions that a calendar keeps as one event, told in its words."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from interviews.invites.context import Context
from interviews.invites.event_times import wall_at
from interviews.invites.found import Certainty, Found, Kind, SessionFound
from interviews.invites.letter import Letter
from interviews.invites.text import read_letter
from interviews.invites.zones import zone_of_offset

_CLOCK = re.compile(r"^.*(?:\d{1,2}[:.h]\d\d|\d ?[ap]\.?m\b|\d Uhr)", re.MULTILINE)
_LONGEST = timedelta(hours=14)
_LATE = timedelta(hours=1)
_QUARTER = timedelta(minutes=15)
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
             "Sunday")  # fmt: skip


def tell_parts(found: Found, letter: Letter, context: Context) -> None:
    """Read the parts of the day from an event's own words, where there are some."""
    session = found.sessions[0]
    if len(found.sessions) > 1 or session.local_start is None or _is_asked(found):
        return
    if len(_CLOCK.findall(letter.body)) < 2:
        return
    day = session.local_start
    head = f"{_WEEKDAYS[day.weekday()]} {day:%Y-%m-%d}"
    dated = replace(letter, body=f"{head}\n{letter.body}")
    there = replace(context, zone=session.time_zone)
    words = read_letter(dated, there, as_kind=Kind.INVITE)
    for path, source in list(words.sources.items()):
        words.sources[path] = _as_it_stands(source, head)
    take_parts(found, words, context)


def _as_it_stands(source: str, head: str) -> str:
    """Words without the day put above them: the line that tells the clock time."""
    line = source.rpartition("\n")[2] if source.startswith(head) else source
    return "" if line == head else line


def take_parts(found: Found, words: Found, context: Context) -> None:
    """Put the sessions of the words in place of the one event they lie within.

    Without a zone of their own they are counted from where the event begins.
    """
    if len(found.sessions) != 1 or len(words.sessions) < 2:
        return
    whole, parts = found.sessions[0], words.sessions
    if not whole.starts_at or not all(part.starts_at for part in parts):
        return
    zone = _zone(found, words, context)
    moved = [_moved(part, _shift(found, words), zone) for part in parts]
    if _lie_within(moved, whole):
        _take(found, words, moved)


def _is_asked(found: Found) -> bool:
    return found.certainty.get("sessions.0.starts_at") is Certainty.ASK


def _has_zone(words: Found) -> bool:
    return words.certainty.get("sessions.0.time_zone") is Certainty.SURE


def _shift(found: Found, words: Found) -> timedelta:
    """From where the words seem to begin to where the event does."""
    start, first = found.sessions[0].starts_at, words.sessions[0].starts_at
    if _has_zone(words) or start is None or first is None:
        return timedelta(0)
    return start - first if not (start - first) % _QUARTER else timedelta(0)


def _zone(found: Found, words: Found, context: Context) -> str:
    """The clocks of the words: as they say, or whichever show what they say then."""
    whole, first = found.sessions[0], words.sessions[0]
    if _has_zone(words) and first.time_zone:
        return first.time_zone
    wall = first.local_start
    if whole.starts_at and wall and _shift(found, words):
        away = wall - whole.starts_at.replace(tzinfo=None)
        return zone_of_offset(int(away.total_seconds() // 60), wall, context.zone)
    return whole.time_zone or "UTC"


def _moved(part: SessionFound, shift: timedelta, zone: str) -> SessionFound:
    start = part.starts_at + shift if part.starts_at else None
    end = part.ends_at + shift if part.ends_at else None
    return replace(
        part,
        starts_at=start,
        ends_at=end,
        time_zone=zone,
        local_start=wall_at(start, zone) if start else None,
        local_end=wall_at(end, zone) if end else None,
    )


def _lie_within(parts: list[SessionFound], whole: SessionFound) -> bool:
    if not whole.starts_at:
        return False
    last = whole.ends_at or whole.starts_at + _LONGEST
    first = parts[0].starts_at
    begins = first is not None and first - whole.starts_at <= _LATE
    return begins and all(
        part.starts_at and whole.starts_at <= part.starts_at < last for part in parts
    )


def _take(found: Found, words: Found, parts: list[SessionFound]) -> None:
    whole, levels, sources = (
        found.sessions[0], dict(found.certainty), dict(found.sources),
    )  # fmt: skip
    for table in (found.certainty, found.sources):
        for path in [path for path in table if path.startswith("sessions.")]:
            del table[path]
    for path, how in words.certainty.items():
        if path.startswith("sessions.") and not path.endswith(".local_day"):
            known = Certainty.GUESS if how is Certainty.ASK else how
            found.tell(path, words.sources.get(path, ""), known)
    found.sessions = parts
    for index, part in enumerate(parts):
        other = "place" if part.link else "link" if part.place else ""
        for name in {"link", "place", "setting"} - {other}:
            value, path = getattr(whole, name), f"sessions.0.{name}"
            if value and not getattr(part, name):
                # What is told of the whole day holds for a part of it, too.
                setattr(part, name, value)
                held = levels.get(path, Certainty.GUESS)
                found.tell(f"sessions.{index}.{name}", sources.get(path, ""), held)
