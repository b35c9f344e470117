"""What a mail says about the search as a whole: keep applying, and the week."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from accounts.clock import length
from accounts.http import absolute
from guidance import library
from interviews.models import Round
from reminders.emails.letter import Fact, Section, Target, Tip
from reminders.emails.matters import Telling
from reminders.emails.measure import Measure
from reminders.emails.overview import Overview
from reminders.emails.words import (
    first_fitting,
    joined,
    one_line,
    shorter_and_shorter,
)
from reminders.links import Purpose
from reminders.models import Kind, Reminder


@dataclass(frozen=True, kw_only=True)
class KeepGoing:
    """Says to go on applying while others make up their minds."""

    reminder: Reminder
    overview: Overview
    telling: Telling
    measure: Measure

    def subject(self) -> str:
        companies = [one_line(r.application.company.name) for r in self._waiting]
        if not companies:
            return "A good week to apply somewhere new"
        named = shorter_and_shorter(list(dict.fromkeys(companies)), "companies")
        return first_fitting(
            f"While you wait for {who}: keep applying" for who in named
        )

    def preheader(self) -> str:
        return "You have applied nowhere new for a week or more"

    def heading(self) -> str:
        return "Keep applying while you wait"

    def button(self) -> Target:
        page = absolute(reverse("applications:new"))
        return Target(label="Add an application", url=page)

    def sections(self, button: Target, room: int, *, alone: bool) -> list[Section]:
        advice = library.load().get("keep-applying")
        tips = (
            [Tip(text=advice.wording.text, reason="", credit=advice.credit)]
            if advice
            else []
        )
        return [
            Section(
                kind=Kind.KEEP_GOING,
                title="Stay in the search",
                facts=tuple(self._facts()),
                advice=tuple(tips),
                later=self.telling.link(Purpose.LATER, self.reminder.pk.hex),
            )
        ]

    def rest(self) -> list[str]:
        return []

    @property
    def _waiting(self) -> list[Round]:
        return self.overview.waiting

    def _facts(self) -> Iterable[Fact]:
        for round_ in self._waiting[: self.measure.rounds]:
            company = one_line(round_.application.company.name, self.measure.name)
            since = length(self.telling.now - (round_.over_at or self.telling.now))
            yield Fact(label="Waiting for", text=f"{company}, {since or 'a moment'}")
        yield Fact(text="No new application for a week or more")


@dataclass(frozen=True, kw_only=True)
class Digest:
    """The week in one mail: what is due, what comes, who is silent."""

    overview: Overview
    telling: Telling
    measure: Measure

    def subject(self) -> str:
        counts = [
            f"{len(lines)} {words}"
            for words, lines in (
                ("due", self.overview.due),
                ("coming", self.overview.coming),
                ("waiting", self.overview.waiting),
            )
            if lines
        ]
        return f"Your week: {', '.join(counts) or 'nothing is due'}"

    def preheader(self) -> str:
        first = [*self.overview.due, *self.overview.coming]
        return joined([line.text for line in first[:3]]) or "A quiet week"

    def heading(self) -> str:
        return "Your week"

    def button(self) -> Target:
        return Target(label="Open Today", url=absolute(reverse("dashboard:today")))

    def sections(self, button: Target, room: int, *, alone: bool) -> list[Section]:
        parts = {
            "Due": self.overview.due,
            "Coming": self.overview.coming,
            "Waiting for an answer": self.overview.waiting_lines,
            "Gone quiet": self.overview.quiet,
        }
        told = [
            Section(kind=Kind.DIGEST, title=title, facts=tuple(self._cut(lines)))
            for title, lines in parts.items()
            if lines
        ]
        calm = Fact(text="Nothing is due and nothing comes. A good week to apply.")
        return told or [Section(kind=Kind.DIGEST, title="All calm", facts=(calm,))]

    def rest(self) -> list[str]:
        return []

    def _cut(self, lines: list[Fact]) -> Iterable[Fact]:
        yield from lines[: self.measure.lines]
        left = len(lines) - self.measure.lines
        if left > 0:
            yield Fact(text=f"And {left} more")
