"""Proof of the search: what was done on which day, as offices ask for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from accounts.models import User
from applications.models import Application, Stage
from dashboard.insights.journeys import journeys_by_application
from dashboard.insights.met import Met, rounds_met
from dashboard.insights.period import Period
from interviews.models import Round, Session

COLUMNS = (
    *("Day", "What", "Company", "Role", "Place"),
    *("Found or held through", "With", "Result so far"),
)
APPLIED = "Applied"


@dataclass(frozen=True)
class Deed:
    """One line. `how` is where the job was found, or how the interview was held."""

    day: date
    what: str
    company: str
    role: str
    place: str
    how: str
    people: str
    result: str

    @property
    def cells(self) -> tuple[str, ...]:
        return (
            *(self.day.isoformat(), self.what, self.company, self.role),
            *(self.place, self.how, self.people, self.result),
        )


@dataclass(frozen=True)
class Report:
    """The deeds of a period, the first one first."""

    deeds: list[Deed]

    @property
    def applied(self) -> int:
        return sum(deed.what == APPLIED for deed in self.deeds)

    @property
    def rounds(self) -> int:
        return len(self.deeds) - self.applied


def report(owner: User, period: Period, *, now: datetime) -> Report:
    """Applications sent and rounds that began within the period.

    Days are the owner's. Cancelled rounds, those to come and what waits in the bin are
    no proof of anything and left out.
    """
    rounds = rounds_met(owner)
    deeds = [
        *_applications(owner, period, rounds, now),
        *_rounds(owner, period, rounds, now),
    ]
    return Report(sorted(deeds, key=lambda deed: (deed.day, deed.company, deed.what)))


def _applications(
    owner: User, period: Period, rounds: Sequence[Met], now: datetime
) -> Iterator[Deed]:
    sent = journeys_by_application(owner, period, now=now, rounds=rounds)
    rows = Application.objects.filter(pk__in=sent).select_related("company")
    for row in rows:
        yield Deed(
            day=sent[row.pk].applied_on,
            what=APPLIED,
            company=row.company.name,
            role=row.role,
            place=row.location,
            how=row.source or row.posting_url,
            people="",
            result=_result(row),
        )


def _result(application: Application) -> str:
    """A stage as an office reads it."""
    if application.stage == Stage.APPLIED:
        return "No answer yet"
    return Stage(application.stage).label


def _rounds(
    owner: User, period: Period, rounds: Iterable[Met], now: datetime
) -> Iterator[Deed]:
    begun = (met for met in rounds if met.start and met.start <= now)
    days = {met.pk: met.start.astimezone(owner.zone).date() for met in begun}  # type: ignore[union-attr]
    within = {pk: day for pk, day in days.items() if period.covers(day)}
    found = (
        Round.objects.filter(pk__in=within)
        .select_related("application__company")
        .prefetch_related("sessions__interviewers__contact")
    )
    for row in found:
        yield _held(row, within[row.pk])


def _held(round_: Round, day: date) -> Deed:
    sessions = round_.all_sessions
    return Deed(
        day=day,
        what=round_.name,
        company=round_.application.company.name,
        role=round_.application.role,
        place=_each_once(session.place for session in sessions),
        how=_each_once(setting.label for setting in round_.settings),
        people=_each_once(_names(sessions)),
        result=round_.get_outcome_display(),
    )


def _names(sessions: list[Session]) -> Iterator[str]:
    for session in sessions:
        for interviewer in session.interviewers.all():
            yield interviewer.contact.name


def _each_once(words: Iterator[str]) -> str:
    return ", ".join(dict.fromkeys(word for word in words if word))
