"""What an invitation changes about a round, in words: from what to what."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from accounts import clock, timezones
from accounts.models import User
from interviews.actions import SessionDetails
from interviews.models import Format, Round, Setting

_NOTHING = "not known"
_Words = Callable[[SessionDetails], str]


@dataclass(frozen=True)
class Change:
    """One thing that would be another: its name, the old words and the new."""

    name: str
    old: str
    new: str


def changes(
    round_: Round,
    sessions: Sequence[SessionDetails],
    *,
    to_prepare: str,
    owner: User,
    now: datetime,
) -> list[Change]:
    """Every difference between the round as it stands and as it would be."""
    standing = [SessionDetails.of(row) for row in round_.all_sessions]

    def times(session: SessionDetails) -> str:
        if session.starts_at is None:
            return "no time yet"
        return clock.span(session.starts_at, session.ends_at, owner.zone, now)

    found: list[Change] = []
    several = len(sessions) > 1
    for place, new in enumerate(sessions):
        before = f"Session {place + 1}: " if several else ""
        if place < len(standing):
            found += _between(standing[place], new, before, times)
        else:
            found.append(Change(f"{before}new", "none", times(new)))
    if to_prepare and to_prepare != round_.to_prepare:
        old = round_.to_prepare or _NOTHING
        found.append(Change("To prepare", old, to_prepare))
    return found


def _between(
    old: SessionDetails, new: SessionDetails, before: str, times: _Words
) -> Iterator[Change]:
    pairs = (
        ("When", times(old), times(new)),
        ("Time zone", _zone(old), _zone(new)),
        ("Where", _setting(old), _setting(new)),
        ("Place", old.place, new.place),
        ("Link", old.link, new.link),
        ("Format", _formats(old), _formats(new)),
        ("Who", _people(old), _people(new)),
    )
    for name, was, is_now in pairs:
        if was != is_now:
            label = f"{before}{name.lower()}" if before else name
            yield Change(label, was or _NOTHING, is_now or _NOTHING)


def _zone(session: SessionDetails) -> str:
    return timezones.city(session.time_zone)


def _setting(session: SessionDetails) -> str:
    return str(Setting(session.setting).label) if session.setting else ""


def _formats(session: SessionDetails) -> str:
    return ", ".join(str(Format(each).label) for each in session.formats)


def _people(session: SessionDetails) -> str:
    return ", ".join(person.name for person in session.people)
