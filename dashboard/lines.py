"""The list of Today: overdue, today, this week, each line with what to do about it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time
from functools import cached_property
from typing import Any

from django.urls import reverse
from django.utils.text import Truncator

from accounts import clock
from accounts.templatetags.callback import initials
from applications.addresses import addresses
from applications.models import Application
from dashboard.today import Today
from interviews import letters
from interviews.models import FollowUp, Round, Task


@dataclass(frozen=True, kw_only=True)
class Act:
    """A link, or where `key` is given a button that posts; `about` says of what."""

    label: str
    url: str
    about: str
    key: str = ""
    look: str = ""
    value: str = ""
    # Answers with the line as it now is, for htmx.
    swaps: bool = False


@dataclass(frozen=True, kw_only=True)
class Line:
    """Who (`badge` or `icon`), what, with whom and why (`detail`), and by when."""

    at: datetime
    key: str
    what: str
    url: str
    detail: str
    when: str
    badge: str = ""
    icon: str = ""
    tag: str = ""
    is_sample: bool = False
    acts: tuple[Act, ...] = ()
    # Second to those: behind a menu.
    rest: tuple[Act, ...] = ()


@dataclass(frozen=True)
class Group:
    name: str
    tone: str
    lines: list[Line] = field(default_factory=list)


class Agenda:
    """The lines of a `Today`, in groups."""

    def __init__(self, today: Today) -> None:
        self.today = today
        self.zone, self.now = today.owner.zone, today.now
        self._day = self.now.astimezone(self.zone).date()
        self._at = {name: addresses(name) for name in _PAGES}

    @cached_property
    def due(self) -> list[Group]:
        """What is overdue and what is for today; empty groups are left out."""
        lines = sorted(self._due(), key=lambda line: line.at)
        overdue = [line for line in lines if self._day_of(line.at) < self._day]
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

    def _due(self) -> Iterator[Line]:
        today = self.today
        yield from map(self._message, today.follow_ups)
        yield from map(self._preparation, today.preparations)
        yield from map(self._task, today.tasks)
        for job in today.own_steps:
            if job.own_step_on and job.own_step_on <= self._day:
                yield self._own(job)

    def _coming(self) -> Iterator[Line]:
        today = self.today
        yield from map(self._round, today.later_rounds)
        yield from map(self._task, today.coming_tasks)
        yield from map(self._check, today.coming_follow_ups)
        for job in today.own_steps:
            if job.own_step_on and job.own_step_on > self._day:
                yield self._own(job)

    # --- each kind of line ---------------------------------------------------------

    def _message(self, row: FollowUp) -> Line:
        acts = [
            Act(
                label=_write(row),
                url=self._at["interviews:follow_up"](row.pk),
                about=row.title,
                look="primary",
            ),
            self._settling(row, "sent", "Sent"),
        ]
        if row.asks_for_an_answer:
            acts.append(
                Act(
                    label="They replied",
                    url=self._at["interviews:round_replied"](row.round_id),
                    about=str(row.round.application.company),
                    key=f"replied-{row.pk}",
                )
            )
        later = Act(
            label="Later",
            url=self._at["interviews:follow_up_snooze"](row.pk),
            about=row.title,
        )
        return Line(
            at=row.due_at,
            key=f"follow-up-{row.pk}",
            what=row.title,
            url=acts[0].url,
            detail=_about(row),
            when=self._why(row),
            badge=initials(row.contact.name) if row.contact else "",
            icon="user-plus" if row.is_thank_you else "message",
            acts=tuple(acts),
            rest=(self._settling(row, "skip", "Not needed"), later),
            is_sample=row.round.application.is_sample,
        )

    def _settling(self, row: FollowUp, act: str, label: str) -> Act:
        return Act(
            label=label,
            url=self._at[f"interviews:follow_up_{act}"](row.pk),
            about=row.title,
            key=f"{act}-{row.pk}",
            swaps=True,
        )

    def _why(self, row: FollowUp) -> str:
        """When it ended, when they promised, and how far the note is."""
        if row.is_feedback_request:
            return "draft begun" if row.draft else "when you feel like it"
        if row.is_check_in:
            return f"you planned it for {self._on(self._day_of(row.due_at))}"
        if not row.is_thank_you:
            promised = row.round.promised_on
            return f"they said by {self._on(promised)}" if promised else "no answer yet"
        begun = row.round.starts_at
        told = (
            f"ended {self._when(row.due_at)}"
            if row.round.end_is_known or begun is None
            else f"began {self._when(begun)}, end unknown"
        )
        if letters.lacks_topic(row):
            return f"{told}, not ready, topic missing"
        return f"{told}, {'draft begun' if row.draft else 'still owed'}"

    def _preparation(self, round_: Any) -> Line:
        page = self._at["interviews:round"](round_.pk)
        company = round_.application.company
        return Line(
            at=self.now,
            key=f"prepare-{round_.pk}",
            what=f"Prepare for {company}, {round_.name.lower()}",
            url=page,
            detail=round_.application.role,
            when=f"starts {self._when(round_.start)}",
            is_sample=round_.application.is_sample,
            icon="calendar",
            acts=(
                Act(label="Prepare", url=page, about=str(company), look="primary"),
                Act(
                    label="Later",
                    url=reverse("reminders:snooze", args=[round_.reminder]),
                    about=f"prepare for {company}",
                    look="quiet",
                ),
            ),
        )

    def _task(self, task: Task) -> Line:
        company = task.round.application.company
        title = Truncator(task.title).words(16)
        at = task.due_at or self.now
        return Line(
            at=at,
            key=f"task-{task.pk}",
            what=f"{title} for {company}",
            url=self._at["interviews:tasks"](task.round_id),
            detail=f"{task.round.name}{f' · for {task.for_whom}' if task.for_whom else ''}",
            when=f"due {self._when(at)}",
            is_sample=task.round.application.is_sample,
            icon="presentation",
            acts=(
                Act(
                    label="Ready",
                    url=self._at["interviews:task"](task.pk),
                    about=f"{title}, {company}",
                    key=f"ready-{task.pk}",
                    value="tick",
                ),
            ),
        )

    def _own(self, job: Application) -> Line:
        day = job.own_step_on or self._day
        return Line(
            at=datetime.combine(day, time(), tzinfo=self.zone),
            key=f"step-{job.pk}",
            what=job.own_step,
            url=f"{self._at['applications:detail'](job.pk)}#next-step",
            detail=f"{job.company}, {job.role}",
            is_sample=job.is_sample,
            when=f"you planned it for {self._on(day)}",
            icon="pencil",
            acts=(
                Act(
                    label="Done",
                    url=self._at["applications:next_step"](job.pk),
                    about=f"{job.own_step}, {job.company}",
                    key=f"step-done-{job.pk}",
                ),
                Act(
                    label="Change",
                    url=f"{self._at['applications:detail'](job.pk)}#next-step",
                    about=f"{job.own_step}, {job.company}",
                    look="quiet",
                ),
            ),
        )

    def _round(self, round_: Round) -> Line:
        begins = round_.starts_at or self.now
        settings = [setting.label.lower() for setting in round_.settings]
        people = [person.name for person in round_.people[:3]]
        return Line(
            at=begins,
            key=f"round-{round_.pk}",
            what=f"{round_.application.company}, {round_.name.lower()}",
            url=self._at["interviews:round"](round_.pk),
            detail=" · ".join([*settings, *people]),
            when=clock.span(begins, round_.ends_at, self.zone, self.now),
            badge=initials(round_.application.company.name),
            tag=f"Round {round_.number}",
            is_sample=round_.application.is_sample,
        )

    def _check(self, row: FollowUp) -> Line:
        promised = row.round.promised_on
        said = f", promised by {self._on(promised)}" if promised else ""
        return Line(
            at=row.due_at,
            key=f"follow-up-{row.pk}",
            what=row.title,
            url=self._at["interviews:follow_up"](row.pk),
            detail=_about(row),
            when=f"{self._when(row.due_at)}, unless they answer before{said}",
            badge=initials(row.round.application.company.name),
            tag="Waiting",
            is_sample=row.round.application.is_sample,
        )

    # --- words -------------------------------------------------------------------

    def _when(self, at: datetime) -> str:
        return clock.relative(at, self.zone, self.now)

    def _on(self, day: date) -> str:
        if day == self._day:
            return "today"
        return clock.day(day, now_day=self._day)

    def _day_of(self, at: datetime) -> date:
        return at.astimezone(self.zone).date()


_PAGES = (
    "applications:detail",
    "applications:next_step",
    "interviews:follow_up",
    "interviews:follow_up_sent",
    "interviews:follow_up_skip",
    "interviews:follow_up_snooze",
    "interviews:round",
    "interviews:round_replied",
    "interviews:task",
    "interviews:tasks",
)


def _write(row: FollowUp) -> str:
    if row.draft:
        return "Finish"
    return "Write the note" if row.is_thank_you else "Write"


def _about(row: FollowUp) -> str:
    company = Truncator(row.round.application.company.name).chars(60)
    title = f" · {row.contact.title}" if row.contact and row.contact.title else ""
    return f"{company}, {row.round.name.lower()}{title}"
