"""What the printed sheet of a round shows: little enough for one page.

The limits are ours: with everything full, the sheet still has room for notes.
"""

from __future__ import annotations

from applications.models import ResearchNote
from interviews.models import OwnItem, Task
from interviews.round_page import RoundPage, Seat

# More people than this stand in two columns, each with one question; more than that
# in three.
FEW = 6
SEVERAL = 12
PEOPLE = 24
TASKS = 3
TO_BRING = 8
# Up to so much on the sheet, everything may take two lines.
LITTLE = 10
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
        return len(self.seats) > FEW

    @property
    def columns(self) -> int:
        """How many people stand beside one another."""
        if self.many:
            return 3 if len(self.seats) > SEVERAL else 2
        return 1

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
        return past[0].brief if past else []

    @property
    def has_room(self) -> bool:
        """Whether there is so little on it that each thing may take two lines."""
        counts = [len(self.tasks), len(self.to_bring), len(self.look_back)]
        counts += [len(self.seats), len(self.research)]
        return len(self.seats) <= 3 and sum(counts) <= LITTLE

    @property
    def rules(self) -> range:
        return range(RULES)

    @property
    def research(self) -> list[ResearchNote]:
        return self.page.research.notes
