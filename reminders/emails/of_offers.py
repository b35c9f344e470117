"""What a mail says about offers whose time to answer runs out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse

from accounts.clock import day_and_time, length
from accounts.http import absolute
from accounts.timezones import city
from applications.models import Application
from reminders.emails.letter import Fact, Section, Target
from reminders.emails.matters import Telling
from reminders.emails.measure import Measure
from reminders.emails.words import (
    first_fitting,
    full_and_short,
    joined,
    one_line,
    shorter_and_shorter,
)
from reminders.links import Purpose
from reminders.models import Kind, Reminder


@dataclass(frozen=True, kw_only=True)
class AboutOffers:
    """Tells of offers; `reminders` are those that do, by the application's key."""

    applications: Sequence[Application]
    reminders: Mapping[int, Reminder]
    telling: Telling
    measure: Measure

    def subject(self) -> str:
        if len(self.applications) == 1:
            (application,) = self.applications
            by = self._by(application)
            return first_fitting(
                f"Answer the offer of {company} by {by}"
                for company in full_and_short(_company(application))
            )
        companies = list(dict.fromkeys(map(_company, self.applications)))
        named = shorter_and_shorter(companies, "companies")
        return first_fitting(f"Answer the offers of {who}" for who in named)

    def preheader(self) -> str:
        return joined([one_line(str(each)) for each in self.applications])

    def heading(self) -> str:
        return self.subject()

    def button(self) -> Target:
        if len(self.applications) > 1:
            return Target(label="Open Today", url=absolute(reverse("dashboard:today")))
        return Target(label="Open the offer", url=_page(self.applications[0]))

    def sections(self, button: Target, room: int, *, alone: bool) -> list[Section]:
        return [
            self._section(each, button)
            for each in self.applications[: self.measure.rounds]
        ]

    def rest(self) -> list[str]:
        return [_company(each) for each in self.applications[self.measure.rounds :]]

    def _section(self, application: Application, button: Target) -> Section:
        reminder = self.reminders[application.pk]
        page = _page(application)
        return Section(
            kind=Kind.OFFER_DEADLINE,
            title=f"{_company(application)}, {one_line(application.role, 80)}",
            facts=tuple(self._facts(application)),
            url="" if page == button.url else page,
            later=self.telling.link(Purpose.LATER, reminder.pk.hex),
        )

    def _facts(self, application: Application) -> list[Fact]:
        owner = self.telling.owner
        deadline_at = application.offer.deadline_at(owner.zone)
        left = length(deadline_at - self.telling.now) if deadline_at else ""
        by = f"{self._by(application)} ({city(owner.time_zone)})"
        return [
            Fact(label="They want your answer by", text=by),
            *([Fact(label="Left", text=left)] if left else []),
        ]

    def _by(self, application: Application) -> str:
        """ "Thu 3 Dec, 14:00"; a day without a time is its whole day."""
        offer, zone = application.offer, self.telling.owner.zone
        at, last = offer.deadline_at(zone), offer.deadline_on
        if at is None or last is None:
            return "the day they named"
        if offer.deadline_time:
            return day_and_time(at, zone, now=self.telling.now)
        return f"the end of {last:%a} {last.day} {last:%b}"


def _company(application: Application) -> str:
    return one_line(application.company.name)


def _page(application: Application) -> str:
    return absolute(application.offer.get_absolute_url())
