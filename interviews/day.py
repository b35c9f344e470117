"""A round of several sessions as one day: who is where when, and what each asks for."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from guidance import library
from guidance.choose import Chosen, Entry, choose
from guidance.facts import Tie
from guidance.situation import Phase, Situation
from guidance.vocabulary import Form
from interviews.models import Round, Session
from interviews.models.session import ASSUMED_LENGTH
from interviews.phases import phase
from interviews.situation import narrowed, situation_of

# Ours: as much as can be read on the way to the next room.
MOST_ADVICE = 3
_AHEAD = frozenset({Phase.INVITED, Phase.BEFORE, Phase.ON_THE_DAY})
_LINES = frozenset(Form) - {Form.SLOT, Form.LOG, Form.GAP}
# What is there for a format or a person, and so for this session and not for all.
_OWN = frozenset({Tie.FORMAT, Tie.PERSON})


@dataclass(frozen=True, kw_only=True)
class Part:
    """One session of the day; `state` is past, now, next or empty."""

    session: Session
    state: str
    advice: Sequence[Entry]


def parts_of(round_: Round, chosen: Chosen, now: datetime) -> list[Part]:
    """The sessions of a round in their order; none where it has but one.

    `chosen` is the advice for all of it: what lies open there is not said again if
    anything else is left, what is put away never. Asks the database nothing when the round is
    `complete()`.
    """
    sessions = round_.all_sessions
    if len(sessions) < 2:
        return []
    here = phase(round_, now)
    states = _states(sessions, now) if here is Phase.ON_THE_DAY else {}
    told = {entry.id for entry in (*chosen.open, *chosen.done)}
    hidden = {entry.id for entry in chosen.hidden}
    whole = situation_of(round_, now)
    parts = []
    for session in sessions:
        state = states.get(session.pk, "")
        to_come = here in _AHEAD and state != "past"
        here_only = narrowed(whole, session, now)
        advice = _own_advice(here_only, told, hidden) if to_come else []
        told |= {entry.id for entry in advice}
        parts.append(Part(session=session, state=state, advice=advice))
    return parts


def is_one_day(sessions: Sequence[Session], zone: ZoneInfo) -> bool:
    """Whether all of it is on one day of the reader's."""
    return len(set(_days(sessions, zone))) < 2


def _days(sessions: Sequence[Session], zone: ZoneInfo) -> Iterator[date]:
    for session in sessions:
        for at in filter(None, (session.starts_at, session.ends_at)):
            yield at.astimezone(zone).date()


def over_at(session: Session, sessions: Sequence[Session]) -> datetime | None:
    """When a session is over, UTC: at its end, else when the next begins.

    That is taken to be an hour after its start at the latest.
    """
    start = session.starts_at
    if start is None or session.ends_at:
        return session.ends_at
    later = [s.starts_at for s in sessions if s.starts_at and s.starts_at > start]
    return min([start + ASSUMED_LENGTH, *later])


def _states(sessions: Sequence[Session], now: datetime) -> dict[int, str]:
    """By key: which sessions are over, which are on, and the one that comes next."""
    states = {}
    for session in sessions:
        end = over_at(session, sessions)
        if session.starts_at is None or end is None:
            continue
        if end <= now:
            states[session.pk] = "past"
        elif session.starts_at <= now:
            states[session.pk] = "now"
        elif "next" not in states.values():
            states[session.pk] = "next"
    return states


def _own_advice(
    situation: Situation, told: Collection[str], hidden: Collection[str]
) -> list[Entry]:
    """The first few lines for this session's people and formats in particular.

    What is not said elsewhere comes first, questions after advice; what is said
    elsewhere is repeated only where nothing else is left.
    """
    entries = choose(library.load(), situation, not_for_me=hidden).entries
    own = [e for e in entries if e.tie in _OWN and e.form in _LINES]
    new = sorted((e for e in own if e.id not in told), key=_is_question)
    return (new or own)[:MOST_ADVICE]


def _is_question(entry: Entry) -> bool:
    return entry.form is Form.QUESTION
