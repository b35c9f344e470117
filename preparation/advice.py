"""What the library says before a round, whatever time it is now."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from guidance import library
from guidance.choose import Entry, of_kind
from guidance.situation import InterviewerKind, Phase, Situation
from guidance.vocabulary import Form, Kind
from interviews.models import Round
from interviews.situation import situation_of


def situation_before(round_: Round, now: datetime) -> Situation:
    """The round as it is prepared for, with all the time one could wish for.

    Asks the database nothing when the round is `complete()`.
    """
    return replace(
        situation_of(round_, now),
        phase=Phase.BEFORE,
        outcome=None,
        minutes_until_start=None,
    )


def questions(situation: Situation, kind: Kind) -> list[Entry]:
    """The questions of one bank that fit: `Kind.THEY_ASK` or `Kind.YOU_ASK`."""
    entries = of_kind(library.load(), situation, kind)
    return [entry for entry in entries if entry.form is Form.QUESTION]


def questions_for(situation: Situation, person_kind: str) -> list[Entry]:
    """What somebody of that kind may be asked; an unknown kind gets the general."""
    kinds = frozenset({InterviewerKind(person_kind)} if person_kind else ())
    return questions(replace(situation, interviewer_kinds=kinds), Kind.YOU_ASK)
