"""Many owners whose thank-you reminders are due now, written in a few statements."""

from __future__ import annotations

from datetime import timedelta
from itertools import count

from allauth.account.models import EmailAddress
from django.db import connection
from django.utils import timezone

from accounts.models import User
from applications.models import Application, Company, Contact, Stage
from interviews.dossiers import dossiers_of
from interviews.models import FollowUp, Interviewer, Round, Session
from reminders.facts import facts_of
from reminders.models import Outbox, Preferences, Reminder
from reminders.planning import plan

_numbers = count(1)
_STAGE = Stage.INTERVIEWING


def due(*, owners: int, rounds: int) -> None:
    """So many owners, each with so many rounds that were logged after their end."""
    crowd = _owners(owners)
    applications = Application.objects.bulk_create(
        Application(owner=company.owner, company=company, role=f"{n}", stage=_STAGE)
        for company in Company.objects.bulk_create(
            Company(owner=owner, name="Acme") for owner in crowd
        )
        for n in range(rounds)
    )
    _interviewed(applications)
    _plan([application.pk for application in applications])
    now = timezone.now()
    Outbox.objects.bulk_create(Outbox(owner=o, next_due_at=now) for o in crowd)


def _owners(number: int) -> list[User]:
    emails = [f"crowd{next(_numbers)}@example.com" for _ in range(number)]
    crowd = User.objects.bulk_create(User(email=email) for email in emails)
    # One kind is enough, and makes one mail each.
    Preferences.objects.bulk_create(
        Preferences(owner=owner, debrief=False, keep_going=False) for owner in crowd
    )
    EmailAddress.objects.bulk_create(
        EmailAddress(user=user, email=user.email, verified=True, primary=True)
        for user in crowd
    )
    return crowd


def _interviewed(applications: list[Application]) -> None:
    """One round each with one person, from two hours ago to one hour ago."""
    now = timezone.now()
    rounds = Round.objects.bulk_create(
        Round(application=application, number=1, timed_at=now)
        for application in applications
    )
    times = {
        "starts_at": now - timedelta(hours=2),
        "ends_at": now - timedelta(hours=1),
        "time_zone": "UTC",
    }
    sessions = Session.objects.bulk_create(Session(round=r, **times) for r in rounds)
    people = Contact.objects.bulk_create(
        Contact(owner=a.owner, company=a.company, name="Dana Wu") for a in applications
    )
    Interviewer.objects.bulk_create(
        Interviewer(session=session, contact=contact)
        for session, contact in zip(sessions, people, strict=True)
    )
    thanks = {"kind": FollowUp.Kind.THANK_YOU, "due_at": times["ends_at"]}
    FollowUp.objects.bulk_create(
        FollowUp(round=round_, contact=contact, **thanks)
        for round_, contact in zip(rounds, people, strict=True)
    )


def _plan(applications: list[int]) -> None:
    """The rows that reconciling each would write."""
    now = timezone.now()
    Reminder.objects.bulk_create(
        Reminder(
            owner_id=facts.owner_id,
            application_id=facts.id,
            round_id=planned.round_id,
            kind=planned.kind,
            key=planned.key,
            moves=planned.moves,
            due_at=planned.due_at,
            allowed_at=planned.allowed_at,
            is_prompt=planned.is_prompt,
            useless_after=planned.useless_after,
            fingerprint=planned.fingerprint,
        )
        for facts in facts_of(dossiers_of(applications), [], [])
        for planned in plan(facts, Preferences(debrief=False), now)
    )


def asked_for() -> list[str]:
    """The states of all reminders whose time has come."""
    firsts = Reminder.objects.filter(key__endswith=":first")
    return sorted(firsts.values_list("state", flat=True))


def database_url() -> str:
    """The test database, as another process is told it."""
    at = connection.settings_dict
    return (
        f"postgres://{at['USER']}:{at['PASSWORD']}@{at['HOST']}:{at['PORT']}"
        f"/{at['NAME']}"
    )
