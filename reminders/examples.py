"""A letter of each kind to look at: about the owner's own rows, where there are any."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from accounts.models import User
from applications.models import Application, Offer
from interviews.models import FollowUp, Round
from reminders import emails
from reminders.emails.letter import Letter
from reminders.emails.samples import sample
from reminders.facts import kinds_told_by
from reminders.models import Kind, Reminder


@dataclass(frozen=True)
class Example:
    """`is_sample`: about nobody; the owner has nothing yet that it could tell."""

    letter: Letter
    is_sample: bool


def of(owner: User, kind: Kind, *, now: datetime) -> Example:
    """Nothing is saved: the reminder it is written from exists in memory only."""
    reminder = _reminder(owner, kind, now)
    if reminder is None:
        return Example(sample(kind, owner, now=now), is_sample=True)
    return Example(emails.letter_of(reminder, now=now), is_sample=False)


def _reminder(owner: User, kind: Kind, now: datetime) -> Reminder | None:
    reminder = Reminder(owner=owner, kind=kind, due_at=now, key=f"{kind.value}:example")
    if kind.is_about_the_search:
        own = Application.objects.for_user(owner)
        return reminder if own.live().exists() else None
    if kind is Kind.OFFER_DEADLINE:
        offers = Offer.objects.for_user(owner).filter(deadline_on__isnull=False)
        offer = offers.order_by("-deadline_on").first()
        reminder.application_id = offer.application_id if offer else None
        return reminder if offer else None
    round_ = _round(owner, kind, now)
    if round_ is None:
        return None
    reminder.round_id, reminder.application_id = round_.pk, round_.application_id
    return reminder


def _round(owner: User, kind: Kind, now: datetime) -> Round | None:
    """The one such a mail would be about soonest, or was about last."""
    own = Round.objects.for_user(owner).standing().exclude(sessions__starts_at=None)
    if kinds := kinds_told_by(kind):
        open_ones = own.filter(
            follow_ups__kind__in=kinds, follow_ups__state=FollowUp.State.OPEN
        )
        return open_ones.order_by("follow_ups__due_at").first()
    last = own.filter(sessions__starts_at__lte=now).order_by("-sessions__starts_at")
    if kind is Kind.PREPARE:
        ahead = own.filter(sessions__starts_at__gt=now).order_by("sessions__starts_at")
        return ahead.first() or last.first()
    return last.first()
