"""What the owner should look at twice. A caution warns; it never forbids."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q

from accounts import clock
from accounts.models import User
from applications.models import Stage
from interviews.followups import TOO_OLD_TO_OWE
from interviews.models import Round, Session
from interviews.models.round import ASSUMED_LENGTH


@dataclass(frozen=True, kw_only=True)
class Caution:
    """One warning about times or days. `key` names it and the time it speaks of.

    `asks`: saving waits for a second press, unless the owner has seen this very
    warning already. `field` is the one it stands beside.
    """

    key: str
    text: str
    asks: bool
    field: str = "starts"


def cautions(
    *,
    owner: User,
    starts_at: datetime,
    ends_at: datetime | None,
    now: datetime,
    editing: Round | None = None,
) -> list[Caution]:
    """The warnings for a round at these times (UTC), the one being edited aside."""
    return [
        *_past(owner, starts_at, now),
        *_clashes(owner, starts_at, ends_at, now, editing),
    ]


def _past(owner: User, starts_at: datetime, now: datetime) -> Iterator[Caution]:
    """A past date is how a round is logged afterwards, so it costs no second press.

    Unless it is so long ago that nothing would be owed any more: that is more often
    a wrong month or year than a late entry.
    """
    if starts_at > now:
        return
    long_ago = starts_at < now - TOO_OLD_TO_OWE
    when = clock.day_and_time(starts_at, owner.zone, now=now)
    yield Caution(
        key=f"past-{starts_at:%Y%m%d%H%M}",
        text=(
            f"{when} is more than two weeks ago, so no thank-you note will be asked "
            "for. Is the date right?"
            if long_ago
            else f"{when} has passed. Fine if you are logging it afterwards."
        ),
        asks=long_ago,
    )


def early_promise(promised_on: date, day: date) -> list[Caution]:
    """The warning about an answer that is promised for before the round's `day`."""
    if promised_on >= day:
        return []
    return [
        Caution(
            key=f"promise-{promised_on:%Y%m%d}-{day:%Y%m%d}",
            text="That is before the round. Is the date right?",
            asks=True,
            field="promised_on",
        )
    ]


def _clashes(
    owner: User,
    starts_at: datetime,
    ends_at: datetime | None,
    now: datetime,
    editing: Round | None,
) -> Iterator[Caution]:
    ends_at = ends_at or starts_at + ASSUMED_LENGTH
    for session in _at_the_same_time(owner, starts_at, ends_at, editing):
        other = session.round
        start = session.starts_at or starts_at  # the query found it by its start
        when = clock.span(start, session.ends_at, owner.zone, now=now)
        yield Caution(
            key=f"clash-{session.pk}-{starts_at:%Y%m%d%H%M}",
            text=f"{other.name} at {other.application.company} is at the same time: "
            f"{when}.",
            asks=True,
        )


def _at_the_same_time(
    owner: User, starts_at: datetime, ends_at: datetime, editing: Round | None
) -> Iterator[Session]:
    """Sessions of standing rounds that overlap; without an end they last an hour."""
    found = (
        Session.objects.filter(
            round__application__owner=owner,
            round__application__archived_at=None,
            round__cancelled_at=None,
            starts_at__lt=ends_at,
        )
        .filter(
            Q(ends_at__gt=starts_at)
            | Q(ends_at=None, starts_at__gt=starts_at - ASSUMED_LENGTH)
        )
        .exclude(round__application__stage__in=Stage.closed())
        .select_related("round__application__company")
        .order_by("starts_at", "pk")
    )
    return iter(found.exclude(round=editing) if editing else found)
