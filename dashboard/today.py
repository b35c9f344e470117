"""What Today shows: what to do now, what comes, how the search stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Any

from accounts.models import User
from applications.models import Application, Stage
from applications.steps import Kind as Step
from dashboard import today_queries
from dashboard.figures import Figures, figures, midnight
from dashboard.figures import due_count as due_count
from dashboard.today_queries import MARGIN, SHOWN
from interviews.models import FollowUp, Round, Task
from interviews.quiet import QUIET_AFTER
from interviews.whole_round import ADVICE, whole

WEEK = timedelta(days=7)


@dataclass(frozen=True)
class StageCount:
    """How many live applications stand at a stage."""

    stage: Stage
    count: int


class Today:
    """The owner's day at `now`; every part is one query, or a fixed few."""

    def __init__(self, owner: User, now: datetime) -> None:
        self.owner = owner
        self.now = now
        self.week_ends = midnight(owner, now + WEEK, days=1)

    @cached_property
    def figures(self) -> Figures:
        return figures(self.owner, self.now)

    # --- what to do --------------------------------------------------------------

    @cached_property
    def _messages(self) -> list[FollowUp]:
        """Messages owed now or asked for within the week, the longest owed first."""
        return today_queries.MESSAGES(
            owner=self.owner.pk, now=self.now, until=self.week_ends
        )

    @property
    def follow_ups(self) -> list[FollowUp]:
        """Messages owed now."""
        return [row for row in self._messages if row.due_at <= self.now][:SHOWN]

    @property
    def coming_follow_ups(self) -> list[FollowUp]:
        """Checks to make within a week (notes are owed only after their round)."""
        return [row for row in self._messages if row.due_at > self.now][:SHOWN]

    @cached_property
    def preparations(self) -> list[Round]:
        """Rounds whose time to prepare has come and that have not begun."""
        return today_queries.PREPARATIONS(owner=self.owner.pk, now=self.now)

    @cached_property
    def _tasks(self) -> list[Task]:
        """What to prepare for a round by a time before it, within a week."""
        return today_queries.TASKS(
            owner=self.owner.pk, until=self.week_ends, now=self.now
        )

    @property
    def tasks(self) -> list[Task]:
        """Those of them due on the owner's day or before it."""
        until = midnight(self.owner, self.now, days=1)
        return [t for t in self._tasks if t.due_at and t.due_at < until][:SHOWN]

    @property
    def coming_tasks(self) -> list[Task]:
        """The others."""
        until = midnight(self.owner, self.now, days=1)
        return [t for t in self._tasks if t.due_at and t.due_at >= until][:SHOWN]

    @property
    def due_count(self) -> int:
        """How much is due, shown or not."""
        return self.figures.due

    # --- what comes --------------------------------------------------------------

    @cached_property
    def rounds(self) -> list[Round]:
        """Rounds under way or to come within a week, and the next one in any case."""
        # One under way began less than a day ago.
        heard = self.now - timedelta(days=1)
        ahead = today_queries.AHEAD(owner=self.owner.pk, now=self.now, heard=heard)
        for round_ in ahead[:1]:
            whole(round_, *ADVICE)
            round_.application.owner = self.owner
        return ahead[:1] + [r for r in ahead[1:] if self._is_this_week(r)]

    def _is_this_week(self, round_: Any) -> bool:
        return bool(round_.start < self.week_ends)

    @property
    def next_round(self) -> Round | None:
        return self.rounds[0] if self.rounds else None

    @property
    def later_rounds(self) -> list[Round]:
        return self.rounds[1:]

    # --- how the search stands ------------------------------------------------------

    @cached_property
    def counts(self) -> list[StageCount]:
        """How many at each live stage, empty ones included."""
        found = self.figures.stages
        return [StageCount(stage, found.get(stage, 0)) for stage in Stage.live()]

    @property
    def day(self) -> str:
        """The owner's day, as a form takes it."""
        return self.now.astimezone(self.owner.zone).date().isoformat()

    @property
    def closed_stages(self) -> list[str]:
        return sorted(stage.value for stage in Stage.closed())

    @property
    def closed_count(self) -> int:
        return self.figures.closed

    @property
    def most(self) -> int:
        """The largest of the counts: the full width of a bar."""
        return max((c.count for c in self.counts), default=0)

    @property
    def live_count(self) -> int:
        return sum(c.count for c in self.counts)

    @property
    def is_new(self) -> bool:
        """Nothing has been entered yet."""
        return self.live_count == 0 and self.closed_count == 0

    @property
    def has_sample(self) -> bool:
        """There is sample data to be taken away."""
        return self.figures.has_sample

    @cached_property
    def _silent(self) -> list[Any]:
        """The last rounds they owe an answer on, and those that have no date yet."""
        return today_queries.SILENT(owner=self.owner.pk, now=self.now)

    @property
    def waiting(self) -> list[Round]:
        """Rounds they owe an answer on, the longest waiting first."""
        return [r for r in self._silent if r.next_kind != Step.DATE]

    @property
    def undated(self) -> list[Round]:
        """Invitations that still wait for a date."""
        return [r for r in self._silent if r.next_kind == Step.DATE]

    @cached_property
    def _jobs(self) -> list[Application]:
        """Whatever of the margin and of the list is an application, in one query."""
        return today_queries.JOBS(
            owner=self.owner.pk,
            quiet=self._quiet_since,
            until=self.week_ends,
            last_day=self._last_day,
        )

    @property
    def _quiet_since(self) -> datetime:
        return self.now - QUIET_AFTER

    @property
    def _last_day(self) -> date:
        return (self.now + WEEK).astimezone(self.owner.zone).date()

    @property
    def quiet(self) -> list[Application]:
        """Where nothing has happened for a while, the longest silence first."""
        found = [
            (job.quiet_since, job.pk, job)
            for job in self._jobs
            if job.quiet_since and job.quiet_since < self._quiet_since
        ]
        return [job for _, _, job in sorted(found)][: MARGIN + 1]

    @property
    def stepless(self) -> list[Application]:
        """Live ones nobody knows the next step of, the last changed first."""
        found = [job for job in self._jobs if not job.next_kind and job.is_live]
        return sorted(found, key=lambda job: job.updated_at, reverse=True)[:MARGIN]

    @property
    def offers(self) -> list[Application]:
        """Where an offer waits for the owner's answer, the earliest date first."""
        found = [job for job in self._jobs if job.stage == Stage.OFFER]
        return sorted(found, key=lambda job: (_deadline(job), job.pk))

    @property
    def own_steps(self) -> list[Application]:
        """Steps of the owner's own for this week, and those of days gone by."""
        found = [
            (job.own_step_on, job.pk, job)
            for job in self._jobs
            if job.own_step and job.own_step_on and job.own_step_on <= self._last_day
        ]
        return [job for _, _, job in sorted(found)][:SHOWN]


def _deadline(job: Application) -> date:
    offer = getattr(job, "offer", None)
    return (offer.deadline_on if offer else None) or date.max
