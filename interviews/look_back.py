"""What an earlier round leaves for a later one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from applications.models import Contact
from interviews.models import Debrief, Round

# Ours: so many lines of an earlier round stand open.
BRIEF = 5


@dataclass(frozen=True)
class Remembered:
    """An earlier round that was written down, whom of it the owner meets again, and
    who was in none before."""

    round: Round
    again: list[Contact]
    not_now: list[Contact]
    new: list[Contact]

    @property
    def brief(self) -> list[str]:
        """What it asks for in this round, the most useful first; a few lines."""
        return list(_brief(self.round.log))[:BRIEF] if self.round.log else []


def _brief(log: Debrief) -> Iterator[str]:
    questions = list(log.questions.all())
    yield from (f"Lengthen: {q.text}" for q in questions if q.lengthen)
    boxes = {
        "You did not get to say": log.unsaid,
        "They look for": log.hints,
        "They promised": log.promises,
    }
    yield from (f"{name}: {text}" for name, text in boxes.items() if text)
    yield from (f"They asked: {q.text}" for q in questions if not q.lengthen)


def remembered_before(round_: Round) -> list[Remembered]:
    """The earlier rounds that were written down, the latest first."""
    here = round_.people
    met = {person for other in round_.earlier for person in other.people}
    return [
        Remembered(
            other,
            again=[person for person in other.people if person in here],
            not_now=[person for person in other.people if person not in here],
            new=[person for person in here if person not in met],
        )
        for other in reversed(round_.earlier)
        if other.is_remembered
    ]
