"""What an installation does between a backup and its restore; run inside it."""

from __future__ import annotations

from datetime import timedelta

from allauth.account.models import EmailAddress
from django.utils import timezone

from accounts.models import User
from applications.actions import create_application
from interviews.actions import Person, SessionDetails, add_round
from interviews.models import Round
from reminders.delivery.sender import run_due
from reminders.delivery.sweep import sweep
from reminders.reconcile import reconcile_some
from tests.reminders.due import thanks_due

BETWEEN_SECONDS = 4.0


def fill() -> None:
    """One mail due now, one due in a few seconds, some due in days."""
    owner = User.objects.create_user("alice@example.com", time_zone="UTC")
    EmailAddress.objects.create(
        user=owner, email=owner.email, verified=True, primary=True
    )
    thanks_due(owner)
    _round_in(owner, timedelta(hours=1), logged_in=BETWEEN_SECONDS, company="Globex")
    _round_in(owner, timedelta(days=5), logged_in=0, company="Initech")


def _round_in(
    owner: User, distance: timedelta, *, logged_in: float, company: str
) -> Round:
    """At short notice the reminder to prepare is due when the round is logged."""
    now = timezone.now() + timedelta(seconds=logged_in)
    application = create_application(
        owner=owner, company_name=company, role="Analyst", now=now
    )
    return add_round(
        application,
        number=None,
        session=SessionDetails(time_zone="UTC", starts_at=now + distance),
        people=[Person(name="Dana Wu")],
        now=now,
    )


def work() -> None:
    """All that the background does."""
    reconcile_some(limit=100, now=timezone.now())
    run_due(seconds=30)
    sweep()
