"""A search in which every kind of reminder has something to tell."""

from __future__ import annotations

from datetime import timedelta

from accounts.models import User
from applications.actions import change_stage
from applications.models import Offer
from interviews.actions import record_outcome
from reminders import preferences
from reminders.models import Kind, Reminder
from reminders.reconcile import reconcile_owner
from tests.interviews.world import NOW, acme, invited
from tests.interviews.world import acme as _job

EVERYTHING = {kind.value: True for kind in Kind}


def search(owner: User) -> None:
    """At `NOW`: a round ahead, one over, one waited for, one refused, an offer."""
    before = NOW - timedelta(days=10)
    invited(acme(owner, now=before), starts_at=NOW + timedelta(days=2), now=before)
    invited(_named(owner, "Globex"), starts_at=NOW - timedelta(hours=2), now=before)
    invited(_named(owner, "Initech"), starts_at=NOW - timedelta(days=9), now=before)
    refused = invited(_named(owner, "Hooli"), starts_at=NOW - timedelta(days=5))
    record_outcome(refused, outcome="no", now=NOW - timedelta(days=1))
    offered = change_stage(_named(owner, "Umbrella"), to="offer", now=before)
    Offer.objects.create(
        application=offered,
        deadline_on=(NOW + timedelta(days=2)).date(),
        created_at=before,
    )
    preferences.write(owner, EVERYTHING, now=NOW)
    reconcile_owner(owner, now=NOW)


def _named(owner: User, company: str):
    application = _job(owner, now=NOW - timedelta(days=10))
    application.company = application.company.__class__.objects.create(
        owner=owner, name=company
    )
    application.save()
    return application


def of(owner: User, kind: Kind) -> Reminder:
    """The first reminder of that kind that is still to be told."""
    planned = Reminder.objects.for_user(owner).free().filter(kind=kind)
    return planned.order_by("due_at")[0]
