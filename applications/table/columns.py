"""The columns of the table: what each is called, sorted by, and says of a row."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from accounts import clock
from applications import steps
from applications.cards import when_html
from applications.models import Application, Offer, Stage
from applications.offer_words import DECLINED
from applications.steps import Step
from applications.templatetags.applications import pay_in_words, stage_tag

# The columns of the database that a row is made of.
FIELDS = (
    "pk",
    "company__name",
    "role",
    "stage",
    "offer__decision",
    "steps",
    "round_number",
    "applied_on",
    "heard_at",
    "quiet_since",
    "tags",
    "source",
    "work_mode",
    "pay_from",
    "pay_to",
    "pay_currency",
    "location",
    "created_at",
    "is_sample",
)
_MODES = dict(Application.WorkMode.choices)


@dataclass(frozen=True)
class Reader:
    """Who reads the table, and when."""

    zone: ZoneInfo
    now: datetime

    @cached_property
    def today(self) -> date:
        return self.now.astimezone(self.zone).date()

    @cached_property
    def stages(self) -> dict[str, SafeString]:
        """Each as it looks."""
        return {stage.value: stage_tag(stage.value) for stage in Stage}

    def day(self, day: date | None) -> str:
        return clock.day(day, now_day=self.today) if day else ""

    def day_of(self, at: datetime) -> str:
        return self.day(at.astimezone(self.zone).date())


class Row(dict[str, Any]):
    """An application as the table shows it: the values of `FIELDS`, by their names."""

    def __init__(self, values: tuple[Any, ...], reader: Reader) -> None:
        super().__init__(zip(FIELDS, values, strict=True))
        self.reader = reader

    @cached_property
    def step(self) -> Step | None:
        return steps.current(steps.read(self["steps"]), self.reader.now)

    @property
    def has_ended(self) -> bool:
        return self["stage"] in Stage.closed()

    @property
    def quiet_days(self) -> int:
        since = self["quiet_since"]
        return (self.reader.now - since).days if since else 0


# --- what a cell says, in words and in markup ----------------------------------------------


def _next(row: Row) -> str:
    step, reader = row.step, row.reader
    if step is None:
        return "" if row.has_ended else "No next step"
    return " · ".join(filter(None, [step.text, step.when(reader.zone, reader.now)]))


def _next_html(row: Row) -> str:
    step, reader = row.step, row.reader
    if step is None:
        return format_html('<span class="softer">{}</span>', _next(row))
    when = when_html(
        step.when(reader.zone, reader.now), step.tone(reader.zone, reader.now)
    )
    return format_html('<a href="{}">{}</a> {}', row["step_url"], step.text, when)


def _stage_html(row: Row) -> SafeString:
    """A declined offer is not called withdrawn: the owner said no."""
    declined = row["offer__decision"] == Offer.Decision.DECLINED
    if declined and row["stage"] == Stage.WITHDRAWN:
        return stage_tag(row["stage"], DECLINED)
    return row.reader.stages[row["stage"]]


def _heard(row: Row) -> str:
    at = row["heard_at"]
    if at is None or at > row.reader.now:
        return ""
    days = row.quiet_days
    return f"{days} days ago" if days > 1 else row.reader.day_of(at)


def _heard_html(row: Row) -> str:
    words = _heard(row)
    late = row.quiet_days >= QUIET_DAYS
    return format_html('<span class="late-ink">{}</span>', words) if late else words


def _tags_html(row: Row) -> SafeString:
    return format_html_join(
        " ", '<span class="tag plain">{}</span>', _each(row["tags"])
    )


def _each(values: list[str]) -> list[tuple[str]]:
    return [(value,) for value in values]


def _pay(row: Row) -> str:
    return pay_in_words(row["pay_from"], row["pay_to"], row["pay_currency"])


# Ours, as on the board.
QUIET_DAYS = 14


@dataclass(frozen=True)
class Column:
    """`text` is what it says of a row; `html` the same with its looks."""

    name: str
    label: str
    text: Callable[[Row], str]
    html: Callable[[Row], str] | None = None

    def cell(self, row: Row) -> str:
        return (self.html or self.text)(row)


COLUMNS = (
    Column(
        "stage",
        "Stage",
        lambda row: str(Stage(row["stage"]).label),
        _stage_html,
    ),
    Column("next", "Next step", _next, _next_html),
    Column("round", "Round", lambda row: str(row["round_number"] or "")),
    Column("applied", "Applied", lambda row: row.reader.day(row["applied_on"])),
    Column("heard", "Last news", _heard, _heard_html),
    Column("tags", "Tags", lambda row: ", ".join(row["tags"]), _tags_html),
    Column("source", "Found through", lambda row: str(row["source"])),
    Column("mode", "Work mode", lambda row: _MODES.get(row["work_mode"], "")),
    Column("pay", "Pay", _pay),
    Column("location", "Place", lambda row: str(row["location"])),
    Column("added", "Added", lambda row: row.reader.day_of(row["created_at"])),
)
BY_NAME = {column.name: column for column in COLUMNS}
DEFAULT = ("stage", "next", "round", "applied", "heard")
