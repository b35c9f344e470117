"""What the page of a round's task shows, gathered from a `complete()` round."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from guidance import library
from guidance.choose import Entry, choose
from guidance.situation import Phase
from interviews.models import OwnItem, Round, Task
from interviews.situation import situation_of

# The things that an advice of the library names, to be put on the list one by one.
NAMED_BY: Mapping[str, tuple[str, ...]] = {
    "papers-on-site": (
        "Spare résumés",
        "List of references",
        "Portfolio or samples",
    ),
    "papers-on-screen": (
        "Résumé, open on the screen",
        "References, open on the screen",
        "Samples, open on the screen",
    ),
    "papers-by-phone": (
        "Résumé, in front of you",
        "References, in front of you",
        "Samples, in front of you",
    ),
    "papers-mixed": ("Résumé, references and samples at hand for the call",),
    "papers-remote-mixed": ("Résumé, references and samples, open in front of you",),
    "samples-choose": ("The work samples they asked for",),
}


@dataclass(frozen=True)
class Suggestion:
    """Things that an advice names and that are not on the list."""

    entry: Entry
    things: list[str]

    @property
    def all_in_lines(self) -> str:
        """All of them as the form takes them."""
        return "\n".join(self.things)


class TaskPage:
    """The parts of the page at `now`."""

    def __init__(self, round_: Round, *, now: datetime) -> None:
        self.round = round_
        self.now = now

    @property
    def tasks(self) -> list[Task]:
        return self.round.open_tasks

    @property
    def to_bring(self) -> list[OwnItem]:
        return self.round.to_bring

    @property
    def removed_tasks(self) -> list[Task]:
        return [task for task in self.round.tasks.all() if task.removed_at]

    @property
    def removed_items(self) -> list[OwnItem]:
        return [item for item in self._listed if item.removed_at]

    @property
    def removed_count(self) -> int:
        return len(self.removed_tasks) + len(self.removed_items)

    @property
    def suggestions(self) -> list[Suggestion]:
        """What the library names for such a round, less what is or was on the list."""
        known = {item.text.casefold() for item in self._listed}
        found = []
        for entry in self._entries():
            things = [t for t in NAMED_BY[entry.id] if t.casefold() not in known]
            if things:
                found.append(Suggestion(entry, things))
        return found

    @property
    def _listed(self) -> list[OwnItem]:
        bring = OwnItem.Purpose.TO_BRING
        return [item for item in self.round.own_items.all() if item.purpose == bring]

    def _entries(self) -> list[Entry]:
        """The advice that names things, as before the round, whatever time is left."""
        before = replace(
            situation_of(self.round, self.now),
            phase=Phase.BEFORE,
            outcome=None,
            minutes_until_start=None,
        )
        entries = choose(library.load(), before).entries
        return [entry for entry in entries if entry.id in NAMED_BY]
