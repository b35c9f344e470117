"""A round that comes, and what is to be ready for it, as lines of Today."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.utils.text import Truncator

from accounts import clock
from accounts.templatetags.callback import initials
from applications.addresses import addresses
from dashboard.lines.line import Act, Line
from dashboard.lines.words import Words
from interviews.models import Setting, Task


def to_prepare(round_: Any, words: Words) -> Line:
    """A round whose time to prepare has come, as `today_queries.PREPARATIONS` has it."""
    page = addresses("interviews:round")(round_.pk)
    company = str(round_.application.company)
    prepare = Act(label="Prepare", url=page, about=company, look="primary")
    return Line(
        at=words.now,
        key=f"prepare-{round_.pk}",
        what=f"Prepare for {company}, {round_.name.lower()}",
        url=page,
        detail=round_.application.role,
        when=f"starts {words.when(round_.start)}",
        is_sample=round_.application.is_sample,
        icon="calendar",
        acts=(prepare, _later(round_, company)),
    )


def _later(round_: Any, company: str) -> Act:
    return Act(
        label="Later",
        url=addresses("reminders:snooze", UUID)(round_.reminder),
        about=f"prepare for {company}",
        look="quiet",
    )


def to_come(round_: Any, words: Words) -> Line:
    """A round within a week, as `today_queries.AHEAD` has it: how, and with whom."""
    settings = [Setting(each).label.lower() for each in round_.held if each]
    ends = None if round_.open_ends else round_.ends
    return Line(
        at=round_.start,
        key=f"round-{round_.pk}",
        what=f"{round_.employer}, {round_.name.lower()}",
        url=addresses("interviews:round")(round_.pk),
        detail=" · ".join([*_each_once(settings), *_each_once(round_.with_whom)[:3]]),
        when=clock.span(round_.start, ends, words.zone, words.now),
        badge=initials(round_.employer),
        tag=f"Round {round_.number}",
        is_sample=round_.is_sample,
    )


def _each_once(names: list[str]) -> list[str]:
    return list(dict.fromkeys(names))


def task(row: Task, words: Words) -> Line:
    """What is to be ready by a time before its round."""
    job, at = row.round.application, row.due_at or words.now
    title = Truncator(row.title).words(16)
    return Line(
        at=at,
        key=f"task-{row.pk}",
        what=f"{title} for {job.company}",
        url=addresses("interviews:tasks")(row.round_id),
        detail=f"{row.round.name}{f' · for {row.for_whom}' if row.for_whom else ''}",
        when=f"due {words.when(at)}",
        is_sample=job.is_sample,
        icon="presentation",
        acts=(_ready(row, f"{title}, {job.company}"),),
    )


def _ready(row: Task, about: str) -> Act:
    return Act(
        label="Ready",
        url=addresses("interviews:task")(row.pk),
        about=about,
        key=f"ready-{row.pk}",
        value="tick",
    )
