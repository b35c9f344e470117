"""A message put together with those it quotes, and with its calendar file."""

from __future__ import annotations

from interviews.invites.found import Certainty, Found, Kind
from interviews.invites.letter import Letter


def merged(new: Found, old: Found) -> Found:
    """The newer message; an older one says what it does not."""
    if new.kind is Kind.OTHER and old.kind is not Kind.OTHER:
        return filled(old, new)
    if new.kind.is_invite and old.kind.is_invite:
        timeless = not any(s.local_start for s in new.sessions)
        if timeless and any(s.local_start for s in old.sessions):
            kind = new.kind
            new = filled(old, new)
            new.kind = kind if kind is not Kind.INVITE else old.kind
            return new
    return filled(new, old)


def filled(found: Found, other: Found) -> Found:
    """Fields that one lacks from the other."""
    for name in ("company", "role", "summary", "round_number", "organiser"):
        if not getattr(found, name) and getattr(other, name):
            setattr(found, name, getattr(other, name))
            if name in other.certainty:
                found.tell(name, other.sources.get(name, ""), other.certainty[name])
    return found


def enrich(found: Found, other: Found, letter: Letter) -> Found:
    """A calendar file with what the words of its message add."""
    if other.kind in {Kind.CANCEL, Kind.RESCHEDULE} and found.kind is Kind.INVITE:
        found.kind = other.kind
    found = filled(found, other)
    found.text = letter.whole
    if not found.to_prepare and other.to_prepare:
        found.to_prepare = other.to_prepare
        found.tell("to_prepare", other.to_prepare, Certainty.GUESS)
    if len(found.sessions) == 1 and other.sessions:
        _enrich_session(found, other)
    return found


def _enrich_session(found: Found, other: Found) -> None:
    """Link, place, formats and people of a session that its file leaves open."""
    session, said = found.sessions[0], other.sessions[0]
    for name in ("link", "place", "setting", "formats"):
        if not getattr(session, name) and getattr(said, name):
            setattr(session, name, getattr(said, name))
            path = f"sessions.0.{name}"
            found.tell(path, other.sources.get(path, ""), Certainty.GUESS)
    known = {person.name.casefold(): person for person in session.people}
    for person in said.people:
        mine = known.get(person.name.casefold())
        if mine is None:
            session.people.append(person)
            path = f"sessions.0.people.{len(session.people) - 1}.name"
            found.tell(path, person.name, Certainty.GUESS)
        elif person.title and not mine.title:
            mine.title, mine.kind = person.title, person.kind
