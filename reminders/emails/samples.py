"""Letters about nobody, one of each kind, for whoever wants to see what would come."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from django.urls import reverse

from accounts.clock import day, day_and_time
from accounts.http import absolute
from accounts.models import User
from accounts.timezones import city
from reminders.emails.letter import Errand, Fact, Letter, Section, Target
from reminders.models import Kind

_COMPANY = "Sample Company"
_ROUND = f"{_COMPANY}, second interview"


def sample(kind: Kind, owner: User, *, now: datetime) -> Letter:
    """Made of invented names; its links lead to the owner's own pages."""
    subject, section = _told(kind, owner, now)
    settings = absolute(reverse("reminders:preferences"))
    return Letter(
        kinds=(kind,),
        subject=subject,
        preheader="",
        heading=subject,
        button=Target(label="Open Today", url=absolute(reverse("dashboard:today"))),
        sections=(section,),
        settings_url=settings,
        stop_url=settings,
    )


def _told(kind: Kind, owner: User, now: datetime) -> tuple[str, Section]:
    tomorrow = now.astimezone(owner.zone).date() + timedelta(days=1)
    at = datetime.combine(tomorrow, time(14, 0), tzinfo=owner.zone)
    when = f"{day_and_time(at, owner.zone, now=now)} ({city(owner.time_zone)})"
    by = day(tomorrow + timedelta(days=2), now_day=tomorrow)
    told: dict[Kind, tuple[str, list[Fact]]] = {
        Kind.PREPARE: (
            f"{day_and_time(at, owner.zone, now=now)} with Jo Sample ({_COMPANY}, round 2)",
            [
                Fact(label="When", text=when),
                Fact(label="Where", text="Video"),
                Fact(label="Who", text="Jo Sample (head of team)"),
            ],
        ),
        Kind.DEBRIEF: (
            f"How did it go with Jo Sample? ({_COMPANY}, round 2)",
            [Fact(text="What they asked, what went well, what they promised")],
        ),
        Kind.THANK_YOU: (
            f"Thank-you note for Jo Sample ({_COMPANY}, round 2)",
            [Fact(label="You noted", text="Jo spoke of the plan for the spring")],
        ),
        Kind.STATUS_CHECK: (
            f"Ask {_COMPANY} where they stand (round 2 with Jo Sample)",
            [Fact(text="They promised to answer, and the day is over")],
        ),
        Kind.FEEDBACK_REQUEST: (
            f"Thank {_COMPANY} and ask for feedback (round 2)",
            [Fact(text="They decided for somebody else")],
        ),
        Kind.OFFER_DEADLINE: (
            f"Answer the offer of {_COMPANY} by the end of {by}",
            [Fact(label="They want your answer by", text=f"the end of {by}")],
        ),
        Kind.KEEP_GOING: (
            f"While you wait for {_COMPANY}: keep applying",
            [
                Fact(label="Waiting for", text=f"{_COMPANY}, 9 days"),
                Fact(text="No new application for a week or more"),
            ],
        ),
        Kind.DIGEST: (
            "Your week: 1 due, 1 coming, 1 waiting",
            [
                Fact(text="Thank-you note to Jo Sample"),
                Fact(text=f"{_ROUND}, {when}"),
                Fact(text="Another Sample Company, first interview, 9 days"),
            ],
        ),
    }
    subject, facts = told[kind]
    is_written = kind in {Kind.THANK_YOU, Kind.STATUS_CHECK, Kind.FEEDBACK_REQUEST}
    errands = (Errand(name="Jo Sample, head of team"),) if is_written else ()
    section = Section(kind=kind, title=_ROUND, facts=tuple(facts), errands=errands)
    return subject, section
