"""Reminders that are due now, by the database's clock, made by the actions."""

from __future__ import annotations

from datetime import timedelta
from typing import TypeVar

from django.db.models import Model
from django.utils import timezone

from accounts.models import User
from applications.actions import create_application
from interviews.actions import Person, SessionDetails, add_round
from interviews.models import Round
from reminders.models import Kind, Message, Preferences, Reminder

M = TypeVar("M", bound=Model)


def thanks_due(
    owner: User, *, company: str = "Acme", people: tuple[str, ...] = ("Dana Wu",)
) -> Round:
    """A round that ended an hour ago and was logged just now; only thanks are due."""
    now = timezone.now()
    only_thanks = {"debrief": False, "keep_going": False}
    Preferences.objects.get_or_create(owner=owner, defaults=only_thanks)
    application = create_application(
        owner=owner, company_name=company, role="Analyst", now=now
    )
    return add_round(
        application,
        number=None,
        session=SessionDetails(
            time_zone=owner.time_zone,
            starts_at=now - timedelta(hours=2),
            ends_at=now - timedelta(hours=1),
        ),
        people=[Person(name=name) for name in people],
        now=now,
    )


def prepare_due(owner: User, *, company: str = "Globex") -> Round:
    """A round that starts in an hour and was logged just now."""
    now = timezone.now()
    application = create_application(
        owner=owner, company_name=company, role="Analyst", now=now
    )
    return add_round(
        application,
        number=None,
        session=SessionDetails(
            time_zone=owner.time_zone, starts_at=now + timedelta(hours=1)
        ),
        people=[],
        now=now,
    )


def told(round_: Round, kind: Kind = Kind.THANK_YOU) -> Reminder:
    """The first reminder of a kind about a round."""
    return round_.reminders.filter(kind=kind).order_by("due_at")[0]


def only_message(owner: User) -> Message:
    return Message.objects.get(owner=owner)


def fresh(row: M) -> M:
    row.refresh_from_db()
    return row
