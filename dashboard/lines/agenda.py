"""All lines of Today, in groups."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from dashboard.lines import jobs, messages, rounds
from dashboard.lines.line import Group, Line
from dashboard.lines.words import Words
from dashboard.today import Today


class Agenda:
    """The lines of a `Today`, in groups."""

    def __init__(self, today: Today) -> None:
        self.today = today
        self._words = Words(today.owner.zone, today.now)

    @cached_property
    def due(self) -> list[Group]:
        """What is overdue and what is for today; empty groups are left out."""
        words = self._words
        lines = sorted(self._due(), key=lambda line: line.at)
        overdue = [line for line in lines if words.day_of(line.at) < words.today]
        groups = (
            Group("Overdue", "late", overdue),
            Group("Today", "due", lines[len(overdue) :]),
        )
        return [group for group in groups if group.lines]

    @property
    def left_out(self) -> int:
        """How much is due and not shown."""
        return self.today.due_count - sum(len(group.lines) for group in self.due)

    @property
    def week(self) -> list[Line]:
        """What comes within a week."""
        return sorted(self._coming(), key=lambda line: line.at)

    @property
    def offers(self) -> list[Line]:
        """What was offered, the earliest date to answer first."""
        return [jobs.offer(job, self._words) for job in self.today.offers]

    def _due(self) -> Iterator[Line]:
        today, words = self.today, self._words
        yield from (messages.owed(row, words) for row in today.follow_ups)
        yield from (rounds.to_prepare(row, words) for row in today.preparations)
        yield from (rounds.task(row, words) for row in today.tasks)
        for job in today.own_steps:
            if job.own_step_on and job.own_step_on <= words.today:
                yield jobs.own_step(job, words)

    def _coming(self) -> Iterator[Line]:
        today, words = self.today, self._words
        yield from (rounds.to_come(row, words) for row in today.later_rounds)
        yield from (rounds.task(row, words) for row in today.coming_tasks)
        yield from (messages.to_check(row, words) for row in today.coming_follow_ups)
        for job in today.own_steps:
            if job.own_step_on and job.own_step_on > words.today:
                yield jobs.own_step(job, words)
