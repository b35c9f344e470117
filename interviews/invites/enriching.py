"""A calendar file put together with the words of the message that brought it.

The calendar says when; the words say who, what to prepare and in which clocks it was
meant. Where both name a time for sure and differ, the owner is asked.
"""

from __future__ import annotations

import re
from datetime import datetime

from interviews.invites.context import Context
from interviews.invites.event import same_person
from interviews.invites.event_times import ask_which, wall_at
from interviews.invites.found import Certainty, Found, Kind, SessionFound
from interviews.invites.letter import Letter, masked
from interviews.invites.merging import filled
from interviews.invites.schedule import take_parts
from interviews.invites.slots import times_in
from interviews.invites.tongue import language

_CHANGES = {Kind.CANCEL, Kind.RESCHEDULE}
_START, _ZONE = "sessions.0.starts_at", "sessions.0.time_zone"


def enrich(found: Found, words: Found, letter: Letter, context: Context) -> Found:
    """The calendar's reading with what the words add to it."""
    if words.kind in _CHANGES and found.kind is Kind.INVITE:
        found.kind = words.kind
    found = filled(found, words)
    found.text = f"{words.text}\n\n{found.text}".strip()
    if not found.to_prepare and words.to_prepare:
        found.to_prepare = words.to_prepare
        _take(found, words, "to_prepare")
    if len(found.sessions) == 1 and words.sessions:
        _add_to_session(found, words)
        _add_people(found, words)
        take_parts(found, words, context)
    if len(found.sessions) == 1 and len(words.sessions) == 1:
        _agree_on_time(found, words, letter, context)
    return found


def _add_to_session(found: Found, words: Found) -> None:
    """Link, place, setting and formats of a session that its file leaves open."""
    session, said = found.sessions[0], words.sessions[0]
    for name in ("link", "place", "setting", "formats"):
        if getattr(session, name) or not getattr(said, name):
            continue
        if name == "place" and session.link:
            continue
        setattr(session, name, getattr(said, name))
        _take(found, words, f"sessions.0.{name}")


def _take(found: Found, words: Found, path: str) -> None:
    """The words a field came from, and further ones of the same field."""
    for key, source in words.sources.items():
        if key == path or re.fullmatch(re.escape(path) + r"\.\d+", key):
            found.tell(key, source, Certainty.GUESS)
    found.certainty.setdefault(path, Certainty.GUESS)


def _add_people(found: Found, words: Found) -> None:
    session = found.sessions[0]
    host = found.organiser
    for number, person in enumerate(words.sessions[0].people):
        mine = same_person(session.people, person.name)
        if mine is None:
            if host and session.people and person.name == host.name:
                continue
            session.people.append(person)
            path = f"sessions.0.people.{len(session.people) - 1}.name"
            source = words.sources.get(f"sessions.0.people.{number}.name", "")
            found.tell(path, source or person.name, Certainty.GUESS)
        elif person.title and not mine.title:
            mine.title, mine.kind = person.title, person.kind


def _agree_on_time(
    found: Found, words: Found, letter: Letter, context: Context
) -> None:
    """Take the zone from the words where they say the same; ask where they do not."""
    session, said = found.sessions[0], words.sessions[0]
    known = {table.certainty.get(_START) for table in (found, words)}
    if Certainty.ASK in known or not (session.starts_at and said.starts_at):
        return
    if session.starts_at == said.starts_at:
        _take_zone(found, words)
    elif not _is_said(session, letter, context) and found.kind is not Kind.CANCEL:
        why = "The words of the mail say another time than its calendar."
        moments = (session.starts_at, said.starts_at)
        ask_which(found, "sessions.0", why, moments, session.time_zone or "UTC")


def _take_zone(found: Found, words: Found) -> None:
    session, zone = found.sessions[0], words.sessions[0].time_zone
    unsure = found.certainty.get(_ZONE) is not Certainty.SURE
    if unsure and zone and session.starts_at:
        session.time_zone = zone
        session.local_start = wall_at(session.starts_at, zone)
        if session.ends_at:
            session.local_end = wall_at(session.ends_at, zone)
        found.tell(_ZONE, words.sources.get(_ZONE, ""))


def _is_said(session: SessionFound, letter: Letter, context: Context) -> bool:
    """Whether the calendar's time is among those that the words name at all."""
    text = letter.whole
    reader = context.day_reader(letter.sent, text)
    times = times_in(masked(text), reader, full_day=language(text) != "en")
    walls = {slot.local_start for slot in times.slots}
    return bool(walls & _shown_somewhere(session, context))


def _shown_somewhere(session: SessionFound, context: Context) -> set[datetime]:
    """What the clocks show then, where it was written and where it is read."""
    zones = filter(None, (session.time_zone, context.zone))
    start = session.starts_at
    return {wall_at(start, zone) for zone in zones} if start else set()
