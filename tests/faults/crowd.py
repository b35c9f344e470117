"""Many owners whose thank-you reminders are due now, by the plan."""

from __future__ import annotations

from datetime import timedelta

from django.db import connection
from django.utils import timezone

from accounts.models import User
from reminders.models import Reminder
from reminders.reconcile import reconcile_owner
from tests.factories import (
    create_application,
    create_contact,
    create_round,
    create_user,
)


def due(*, owners: int, rounds: int) -> None:
    """So many owners, each with so many rounds that were logged after their end."""
    for _ in range(owners):
        _owner_with(rounds)


def _owner_with(rounds: int) -> User:
    owner = create_user()
    now = timezone.now()
    for number in range(rounds):
        application = create_application(owner=owner, role=f"Analyst {number}")
        create_round(
            application=application,
            starts_at=now - timedelta(hours=2),
            people=[create_contact(application=application)],
            timed_at=now,
        )
    reconcile_owner(owner, now=now)
    return owner


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
