"""What stands on which day: six queries, however long the span and the search."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time

from django.urls import reverse

from accounts.models import User
from applications.models import Application, Offer
from dashboard.agenda.span import DAY, Span
from interviews.models import FollowUp, Round, Session, Task


@dataclass(frozen=True)
class Entry:
    """One line of a day. `at` is UTC; without it the day counts, not its time."""

    day: date
    icon: str
    title: str
    company: str
    url: str
    at: datetime | None = None
    until: datetime | None = None
    kind: str = "owed"
    is_done: bool = False


Days = dict[date, list[Entry]]


def entries(owner: User, span: Span) -> Days:
    """By the owner's day: what has a time first, in its order."""
    days: Days = {}
    found = sorted(_all(owner, span), key=lambda e: (e.at is None, e.at or e.day))
    for entry in found:
        if span.first <= entry.day <= span.last:
            days.setdefault(entry.day, []).append(entry)
    return days


def _all(owner: User, span: Span) -> Iterator[Entry]:
    begin = datetime.combine(span.first, time(), tzinfo=owner.zone)
    end = datetime.combine(span.last + DAY, time(), tzinfo=owner.zone)
    yield from _sessions(owner, begin, end)
    yield from _follow_ups(owner, begin, end)
    yield from _tasks(owner, begin, end)
    yield from _promises(owner, span)
    yield from _deadlines(owner, span)
    yield from _own_steps(owner, span)


def _sessions(owner: User, begin: datetime, end: datetime) -> Iterator[Entry]:
    rows = Session.objects.filter(
        round__in=Round.objects.for_user(owner).standing().values("pk"),
        starts_at__gte=begin,
        starts_at__lt=end,
    ).select_related("round__application__company")
    for row in rows:
        if row.starts_at:
            yield Entry(
                day=row.starts_at.astimezone(owner.zone).date(),
                icon="calendar",
                title=row.round.name,
                company=_company(row.round.application),
                url=row.round.get_absolute_url(),
                at=row.starts_at,
                until=row.ends_at,
                kind="talk",
            )


def _follow_ups(owner: User, begin: datetime, end: datetime) -> Iterator[Entry]:
    rows = (
        FollowUp.objects.for_user(owner)
        .filter(due_at__gte=begin, due_at__lt=end)
        .filter(state__in=[FollowUp.State.OPEN, FollowUp.State.SENT])
        .select_related("contact", "round__application__company")
    )
    for row in rows:
        yield Entry(
            day=row.due_at.astimezone(owner.zone).date(),
            icon="mail-check" if row.is_sent else "mail",
            title=row.title,
            company=_company(row.round.application),
            url=row.get_absolute_url(),
            is_done=row.is_sent,
        )


def _tasks(owner: User, begin: datetime, end: datetime) -> Iterator[Entry]:
    rows = (
        Task.objects.for_user(owner)
        .filter(removed_at=None, round__cancelled_at=None)
        .filter(due_at__gte=begin, due_at__lt=end)
        .select_related("round__application__company")
    )
    for row in rows:
        if row.due_at:
            yield Entry(
                day=row.due_at.astimezone(owner.zone).date(),
                icon="presentation",
                title=row.title,
                company=_company(row.round.application),
                url=reverse("interviews:tasks", args=[row.round_id]),
                at=row.due_at,
                is_done=row.done_at is not None,
            )


def _promises(owner: User, span: Span) -> Iterator[Entry]:
    rows = (
        Round.objects.for_user(owner)
        .standing()
        .of_live_applications()
        .filter(outcome="", replied_at=None)
        .filter(promised_on__range=(span.first, span.last))
        .select_related("application__company")
    )
    for row in rows:
        if row.promised_on:
            yield Entry(
                day=row.promised_on,
                icon="hourglass",
                title="Their answer is promised",
                company=_company(row.application),
                url=row.get_absolute_url(),
                kind="theirs",
            )


def _deadlines(owner: User, span: Span) -> Iterator[Entry]:
    rows = (
        Offer.objects.for_user(owner)
        .live()
        .filter(deadline_on__range=(span.first, span.last))
        .select_related("application__company")
    )
    for row in rows:
        if row.deadline_on:
            yield Entry(
                day=row.deadline_on,
                icon="flag",
                title="Answer their offer",
                company=_company(row.application),
                url=reverse("interviews:offer", args=[row.application_id]),
            )


def _own_steps(owner: User, span: Span) -> Iterator[Entry]:
    rows = (
        Application.objects.for_user(owner)
        .live()
        .exclude(own_step="")
        .filter(own_step_on__range=(span.first, span.last))
        .select_related("company")
    )
    for row in rows:
        if row.own_step_on:
            yield Entry(
                day=row.own_step_on,
                icon="arrow-right",
                title=row.own_step,
                company=_company(row),
                url=row.get_absolute_url(),
            )


def _company(application: Application) -> str:
    """The name; what is made up says so."""
    return f"{application.company.name}{' (sample)' if application.is_sample else ''}"
