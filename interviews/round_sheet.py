"""What the printed sheet of a round shows: little enough for one page.

The limits are ours: with everything full, the sheet still has room for notes.
"""

from __future__ import annotations

from collections.abc import Iterator

from applications.models import ResearchNote
from interviews.models import Debrief, OwnItem, Task
from interviews.round_page import RoundPage, Seat

# More people than this stand in two columns, each with one question.
FEW = 6
PEOPLE = 24
TASKS = 3
TO_BRING = 8
LOOK_BACK = 5
# Lines to write on: more than fit, the sheet ends where it ends.
RULES = 30


class Sheet:
    """The parts of the sheet; of what is left out it says how much."""

    def __init__(self, page: RoundPage) -> None:
        self.round = page.round
        self.page = page

    @property
    def seats(self) -> list[Seat]:
        return self.page.seats[:PEOPLE]

    @property
    def many(self) -> bool:
        return len(self.page.seats) > FEW

    @property
    def others(self) -> int:
        """How many people are left out."""
        return len(self.page.seats) - len(self.seats)

    @property
    def tasks(self) -> list[Task]:
        return self.round.open_tasks[:TASKS]

    @property
    def to_bring(self) -> list[OwnItem]:
        return self.round.to_bring[:TO_BRING]

    @property
    def look_back(self) -> list[str]:
        """What the last round that was written down asks for in this one."""
        past = self.page.look_back
        lines = _recalled(past[0].round.log) if past else iter(())
        return list(lines)[:LOOK_BACK]

    @property
    def rules(self) -> range:
        return range(RULES)

    @property
    def research(self) -> list[ResearchNote]:
        return self.page.research.notes


def _recalled(log: Debrief | None) -> Iterator[str]:
    """To lengthen, to say, to watch for: the most useful first."""
    if log is None:
        return
    questions = list(log.questions.all())
    yield from (f"Lengthen: {q.text}" for q in questions if q.lengthen)
    yield from (f"{name}: {text}" for name, text in _boxes(log) if text)
    yield from (f"They asked: {q.text}" for q in questions if not q.lengthen)


def _boxes(log: Debrief) -> list[tuple[str, str]]:
    return [
        ("Not said yet", log.unsaid),
        ("Hints", log.hints),
        ("They promised", log.promises),
    ]
