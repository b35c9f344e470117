"""What planning costs: an edit of a round with six people, and healing 10,000 plans."""

from __future__ import annotations

import statistics
import time
from datetime import datetime, timedelta
from pathlib import Path

from django.db import connection, transaction
from django.utils import timezone

from accounts.models import User
from applications.actions import create_application
from applications.models import Application, Company
from benchmarks.reminders_report import Report
from interviews import followups
from interviews.actions import Person, SessionDetails, add_round, edit_round
from interviews.models import Round, Session
from reminders.models import Reminder
from reminders.reconcile import reconcile_some

PEOPLE = 6
EDITS = 200
APPLICATIONS = 10_000
OWNERS = 100
LIMIT_MS = 20.0


def measure(report: Report, _folder: Path) -> None:
    report.part("Planning")
    now = timezone.now()
    owner = User.objects.create(email="bench@example.com", time_zone="Europe/Berlin")
    round_ = _round(owner, now)
    what = f"an edit of a round with {PEOPLE} people"
    planning, whole = _planning(round_, now), _edits(round_, now)
    report.figure(
        f"planning that follows {what}, p50",
        statistics.median(planning),
        "ms",
        at_most=LIMIT_MS,
    )
    report.figure(f"planning that follows {what}, p95", _p95(planning), "ms")
    report.figure(f"{what}, whole, p50", statistics.median(whole), "ms")
    report.figure(f"{what}, whole, p95", _p95(whole), "ms")
    _crowd(now)
    before = Reminder.objects.count()
    checked, seconds = _healed(now)
    written = Reminder.objects.count() - before
    report.figure(f"{checked:,} plans made", checked / seconds, "plans/s")
    report.figure("reminders written", written / seconds, "rows/s")
    again, seconds = _healed(now + timedelta(minutes=1), limit=APPLICATIONS // 5)
    report.figure(f"{again:,} plans looked at again", again / seconds, "plans/s")


def _round(owner: User, now: datetime) -> Round:
    application = create_application(
        owner=owner, company_name="Acme", role="Analyst", now=now
    )
    people = [Person(name=f"Person {n}") for n in range(PEOPLE)]
    start = now + timedelta(days=3)
    session = SessionDetails(time_zone="Europe/Berlin", starts_at=start)
    return add_round(application, number=1, session=session, people=people, now=now)


def _p95(found: list[float]) -> float:
    return statistics.quantiles(found, n=20)[-1]


def _planning(round_: Round, now: datetime) -> list[float]:
    """Milliseconds of all that follows a moved round in its transaction: the messages
    owed, the reminders and the calendar.
    """
    found = []
    for n in range(EDITS):
        starts_at = now + timedelta(days=3, minutes=n)
        round_.sessions.update(starts_at=starts_at, ends_at=None)
        with transaction.atomic():
            application = Application.objects.lock(round_.application_id)
            began = time.perf_counter()
            followups.reconcile(application, now=now)
            found.append((time.perf_counter() - began) * 1000)
    return found[10:]


def _edits(round_: Round, now: datetime) -> list[float]:
    """Milliseconds of moving it, from the lock to the end of the commit."""
    people = [Person(name=f"Person {n}") for n in range(PEOPLE)]
    found = []
    for n in range(EDITS):
        start = now + timedelta(days=4, minutes=n)
        session = SessionDetails(time_zone="Europe/Berlin", starts_at=start)
        began = time.perf_counter()
        edit_round(round_, number=1, session=session, people=people, now=now)
        found.append((time.perf_counter() - began) * 1000)
    return found[10:]


def _crowd(now: datetime) -> None:
    """Ten thousand applications with a round each, that nothing was planned for."""

    crowd = User.objects.bulk_create(
        User(email=f"bench{n}@example.com", time_zone="Europe/Berlin")
        for n in range(OWNERS)
    )
    companies = Company.objects.bulk_create(
        Company(owner=o, name="Acme") for o in crowd
    )
    applications = Application.objects.bulk_create(
        Application(owner=c.owner, company=c, role=f"{n}", stage="interviewing")
        for c in companies
        for n in range(APPLICATIONS // OWNERS)
    )
    rounds = Round.objects.bulk_create(
        Round(application=a, number=1, timed_at=now) for a in applications
    )
    start = now + timedelta(days=3)
    Session.objects.bulk_create(
        Session(round=r, starts_at=start, time_zone="Europe/Berlin") for r in rounds
    )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _healed(now: datetime, limit: int = APPLICATIONS) -> tuple[int, float]:

    began = time.perf_counter()
    checked = reconcile_some(limit=limit, now=now)
    return checked, time.perf_counter() - began
