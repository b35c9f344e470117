"""A message put together with those it quotes, and with its calendar file."""

from __future__ import annotations

import re
from datetime import date, datetime

from interviews.invites.found import Certainty, Found, Kind
from interviews.invites.settle import start_choice
from interviews.invites.zones import utc

_START = "sessions.0.starts_at"


def merged(new: Found, old: Found) -> Found:
    """The newer message; an older one says what it does not."""
    if new.kind is Kind.OTHER and old.kind is not Kind.OTHER:
        return filled(old, new)
    if new.kind.is_invite and old.kind.is_invite:
        timeless = not any(s.local_start for s in new.sessions)
        if timeless and any(s.local_start for s in old.sessions):
            return _still(new, old)
        _follow(new, old)
    return filled(new, old)


def _still(new: Found, old: Found) -> Found:
    """The older message's time, for a newer one that names none; asked where moved."""
    kind, days = new.kind, {session.local_day for session in new.sessions}
    found = filled(old, new)
    found.kind = kind if kind is not Kind.INVITE else old.kind
    if kind is Kind.RESCHEDULE and len(found.sessions) == 1:
        _ask_again(found, next(iter(days), None))
    return found


def _ask_again(found: Found, day: date | None) -> None:
    """A new day at the old clock time, to be confirmed; else nothing but a question."""
    session, choices = found.sessions[0], []
    session.starts_at = session.ends_at = session.local_end = None
    if day and session.local_start:
        session.local_start = datetime.combine(day, session.local_start.time())
        choices.append(start_choice(session.local_start))
        if session.time_zone:
            session.starts_at = utc(session.local_start, session.time_zone)
    else:
        session.local_start = None
    for told in (found.certainty, found.sources):
        told.pop("sessions.0.ends_at", None)
    found.ask(_START, "It is moved. When does it start now?", *choices)


def _follow(new: Found, old: Found) -> None:
    """What holds on when a time is moved; another time for sure is what moves it."""
    if len(new.sessions) != 1 or len(old.sessions) != 1:
        return
    session, before = new.sessions[0], old.sessions[0]
    if not (session.link or session.place):
        for name in ("link", "place", "setting"):
            _carry(new, old, f"sessions.0.{name}")
    known = _START in new.certainty and _START in old.certainty
    asked = Certainty.ASK in (new.certainty.get(_START), old.certainty.get(_START))
    moved = known and not asked and session.starts_at != before.starts_at
    if moved and new.kind is Kind.INVITE and not is_proposed(old):
        new.kind = Kind.RESCHEDULE


_END_OF_SENTENCE = re.compile(r"[.!?](?=\s|$)|\n\s*\n")


def is_proposed(found: Found) -> bool:
    """Whether its time was only asked about: "could you do Monday at 3?"."""
    source = found.sources.get(_START, "")
    at = found.text.find(source)
    end = _END_OF_SENTENCE.search(found.text, at + len(source)) if at >= 0 else None
    return end is not None and end[0] == "?"


def _carry(new: Found, old: Found, path: str) -> None:
    name = path.rpartition(".")[2]
    value = getattr(old.sessions[0], name)
    if value:
        setattr(new.sessions[0], name, value)
        new.tell(path, old.sources.get(path, ""), Certainty.GUESS)


def _is_spelled_out(own: str, theirs: str) -> bool:
    """Whether a name, as a domain tells it, is one that was written before."""
    bare = re.sub(r"[^\w]|\band\b", "", theirs.casefold())
    return " " not in own and " " in theirs and own.casefold() == bare


def filled(found: Found, other: Found) -> Found:
    """Fields that one lacks from the other."""
    for name in ("company", "role", "summary", "round_number", "organiser"):
        own, theirs = getattr(found, name), getattr(other, name)
        if theirs and (not own or (name == "company" and _is_spelled_out(own, theirs))):
            setattr(found, name, theirs)
            if name in other.certainty:
                found.tell(name, other.sources.get(name, ""), other.certainty[name])
    return found
