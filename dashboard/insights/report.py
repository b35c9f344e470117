"""Proof of the search: what was done on which day, as offices ask for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from accounts.models import User
from applications.models import Application, Stage
from dashboard.insights.journeys import journeys_by_application
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
    deeds = [*_applications(owner, period, now), *_rounds(owner, period, now)]
    return Report(sorted(deeds, key=lambda deed: (deed.day, deed.company, deed.what)))


def _applications(owner: User, period: Period, now: datetime) -> Iterator[Deed]:
    sent = journeys_by_application(owner, period, now=now)
    rows = Application.objects.for_user(owner).real().select_related("company")
    for row in rows:
        if row.pk in sent:
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


def _rounds(owner: User, period: Period, now: datetime) -> Iterator[Deed]:
    found = (
        Round.objects.for_user(owner)
        .real()
        .standing()
        .with_times()
        .filter(start__lte=now)  # type: ignore[misc]  # annotated above
        .select_related("application__company")
        .prefetch_related("sessions__interviewers__contact")
    )
    for row in found:
        day = row.start.astimezone(owner.zone).date()  # type: ignore[attr-defined]
        if period.covers(day):
            yield _held(row, day)


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
