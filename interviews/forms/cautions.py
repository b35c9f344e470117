"""What the owner should look at twice. A caution warns; it never forbids."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q

from accounts import clock
from accounts.models import User
from applications.models import Stage
from interviews.followups import TOO_OLD_TO_OWE
from interviews.models import Round, Session
from interviews.models.session import ASSUMED_LENGTH


@dataclass(frozen=True, kw_only=True)
class Caution:
    """One warning about times or days. `key` names it and the time it speaks of.

    `asks`: saving waits for a second press, unless the owner has seen this very
    warning already.
    """

    key: str
    text: str
    asks: bool


@dataclass(frozen=True)
class Times:
    """When a session is (UTC), and whether that is new."""

    starts_at: datetime
    ends_at: datetime | None
    is_new: bool = True

    @property
    def over_at(self) -> datetime:
        return self.ends_at or self.starts_at + ASSUMED_LENGTH


def cautions(
    *,
    owner: User,
    sessions: Sequence[Times],
    now: datetime,
    editing: Round | None = None,
) -> list[list[Caution]]:
    """The warnings for each session of a round, in the order of their starts.

    What is not new was warned of before. The round being edited is set aside. One
    query, for one session or many.
    """
    new = [times for times in sessions if times.is_new]
    others = _of_other_rounds(owner, new, editing) if new else []
    warned_days: set[date] = set()
    found = []
    for place, times in enumerate(sessions):
        overlaps = _overlaps(owner, times, sessions[:place], now)
        if times.is_new:
            day = times.starts_at.astimezone(owner.zone).date()
            past = [] if day in warned_days else _past(owner, times.starts_at, now)
            warned_days.add(day)
            clashes = _clashes(owner, times, others, now)
            found.append([*past, *clashes, *overlaps])
        else:
            found.append(list(overlaps))
    return found


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


def _overlaps(
    owner: User, times: Times, earlier: Sequence[Times], now: datetime
) -> Iterator[Caution]:
    """That it begins before an earlier session of the same round is over.

    Where that one gives no end this session ends it, unless both begin together.
    """
    for other in earlier:
        together = other.starts_at == times.starts_at
        under_way = other.ends_at is not None and times.starts_at < other.ends_at
        if (together or under_way) and (times.is_new or other.is_new):
            when = clock.span(other.starts_at, other.ends_at, owner.zone, now=now)
            yield Caution(
                key=f"overlap-{other.starts_at:%Y%m%d%H%M}-{times.starts_at:%Y%m%d%H%M}",
                text=f"The session before is at the same time: {when}.",
                asks=True,
            )
            return


def early_promise(promised_on: date, day: date) -> list[Caution]:
    """The warning about an answer that is promised for before the round's `day`."""
    if promised_on >= day:
        return []
    return [
        Caution(
            key=f"promise-{promised_on:%Y%m%d}-{day:%Y%m%d}",
            text="That is before the round. Is the date right?",
            asks=True,
        )
    ]


def _clashes(
    owner: User, times: Times, others: Sequence[Session], now: datetime
) -> Iterator[Caution]:
    """The sessions of other rounds that it overlaps."""
    for session in others:
        start = session.starts_at
        if start is None:  # not found by its start: cannot be
            continue
        over_at = Times(start, session.ends_at).over_at
        if not (start < times.over_at and times.starts_at < over_at):
            continue
        other = session.round
        when = clock.span(start, session.ends_at, owner.zone, now=now)
        yield Caution(
            key=f"clash-{session.pk}-{times.starts_at:%Y%m%d%H%M}",
            text=f"{other.name} at {other.application.company} is at the same time: "
            f"{when}.",
            asks=True,
        )


def _of_other_rounds(
    owner: User, sessions: Sequence[Times], editing: Round | None
) -> list[Session]:
    """Sessions of standing rounds between the first start and the last end of these.

    Without an end they last an hour.
    """
    begins = min(times.starts_at for times in sessions)
    found = (
        Session.objects.filter(
            round__application__owner=owner,
            round__application__archived_at=None,
            round__cancelled_at=None,
            starts_at__lt=max(times.over_at for times in sessions),
        )
        .filter(
            Q(ends_at__gt=begins)
            | Q(ends_at=None, starts_at__gt=begins - ASSUMED_LENGTH)
        )
        .exclude(round__application__stage__in=Stage.closed())
        .select_related("round__application__company")
        .order_by("starts_at", "pk")
    )
    return list(found.exclude(round=editing) if editing else found)
