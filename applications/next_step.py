"""The one thing that comes next for an application, and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.urls import reverse

from accounts import clock
from accounts.models import User
from applications.models import Application, Offer, Stage
from applications.offer_words import answer_by

# What `next_step` reads; prefetch it to ask for many applications at once.
NEEDS = ("offer", "rounds__sessions", "rounds__follow_ups__contact")


@dataclass(frozen=True)
class NextStep:
    """`when` is in the owner's words; `is_due` says it waits for the owner now."""

    what: str
    when: str
    url: str
    is_due: bool = False


def next_step(
    application: Application, *, owner: User, now: datetime
) -> NextStep | None:
    """What is owed first, else what is coming first, else nothing."""
    if not application.is_live:
        # Thanks after a no: archiving withdraws even that.
        return _owed(application, owner, now)
    return (
        _owed(application, owner, now)
        or _coming(application, owner, now)
        or _promised(application, owner, now)
        or _offer(application, owner, now)
    )


def _owed(application: Application, owner: User, now: datetime) -> NextStep | None:
    owed = [
        f for r in _standing(application) for f in r.follow_ups.all() if f.is_owed(now)
    ]
    first = min(owed, key=lambda f: f.due_at, default=None)
    if first is None:
        return None
    when = clock.relative(first.due_at, owner.zone, now)
    return NextStep(first.title, f"due {when}", first.get_absolute_url(), is_due=True)


def _coming(application: Application, owner: User, now: datetime) -> NextStep | None:
    starts = [
        (r.starts_at, r)
        for r in _standing(application)
        if r.starts_at and not r.is_over(now)
    ]
    if not starts:
        return None
    at, round_ = min(starts, key=lambda pair: pair[0])
    when = clock.relative(at, owner.zone, now)
    return NextStep(round_.name, when, round_.get_absolute_url())


def _promised(application: Application, owner: User, now: datetime) -> NextStep | None:
    waiting = [
        (r.promised_on, r)
        for r in _standing(application)
        if r.promised_on and r.is_unanswered
    ]
    if not waiting:
        return None
    day, round_ = max(waiting, key=lambda pair: pair[0])
    return NextStep("They answer", _by(day, owner, now), round_.get_absolute_url())


def _offer(application: Application, owner: User, now: datetime) -> NextStep | None:
    if application.stage != Stage.OFFER:
        return None
    offer: Offer | None = getattr(application, "offer", None)
    day = answer_by(offer, today=now.astimezone(owner.zone).date()) if offer else ""
    when = f"by {day}" if day else "when you are ready"
    page = reverse("interviews:offer", args=[application.pk])
    return NextStep("Answer their offer", when, page)


def _by(day: date, owner: User, now: datetime) -> str:
    return f"by {clock.relative_day(day, now_day=now.astimezone(owner.zone).date())}"


def _standing(application: Application) -> list[Any]:
    """Its rounds that were not cancelled; they belong to the floor above."""
    return [r for r in application.rounds.all() if r.cancelled_at is None]
