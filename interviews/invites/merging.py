"""A message put together with those it quotes, and with its calendar file."""

from __future__ import annotations

from interviews.invites.found import Certainty, Found, Kind

_START = "sessions.0.starts_at"


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
        _follow(new, old)
    return filled(new, old)


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
    if known and not asked and session.starts_at != before.starts_at:
        new.kind = Kind.RESCHEDULE if new.kind is Kind.INVITE else new.kind


def _carry(new: Found, old: Found, path: str) -> None:
    name = path.rpartition(".")[2]
    value = getattr(old.sessions[0], name)
    if value:
        setattr(new.sessions[0], name, value)
        new.tell(path, old.sources.get(path, ""), Certainty.GUESS)


def filled(found: Found, other: Found) -> Found:
    """Fields that one lacks from the other."""
    for name in ("company", "role", "summary", "round_number", "organiser"):
        if not getattr(found, name) and getattr(other, name):
            setattr(found, name, getattr(other, name))
            if name in other.certainty:
                found.tell(name, other.sources.get(name, ""), other.certainty[name])
    return found
