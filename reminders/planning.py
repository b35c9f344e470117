"""When to tell an owner what: pure rules from facts to planned reminders.

All clock times are meant in the owner's zone and are ours: no document gives any.
A clock time that a change of the clocks skips moves forward by the gap; one that
comes twice means the first (PEP 495, fold=0).

A plan does not depend on when it is made, save that what has become useless is no
longer in it. So undoing an edit brings back exactly the plan there was before.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from reminders.models.preferences import Preferences
from reminders.models.reminder import Kind

# Ours: the evening before leaves time to prepare, and a night's sleep after it.
EVENING = time(18, 0)
# Ours: a round that ends before this leaves an afternoon to write in.
EARLY_END = time(14, 0)
SAME_DAY = time(17, 0)
# Ours: with the first look at the mail of a working day.
NEXT_MORNING = time(8, 30)
# Ours: a mail about a round logged later than this would come out of the blue.
FRESH = timedelta(hours=48)
# Ours: how long the last thank-you mail, and the status check, may still help.
THANKS_USELESS_AFTER = timedelta(days=3)
STATUS_CHECK_USELESS_AFTER = timedelta(days=14)


@dataclass(frozen=True)
class Told:
    """A reminder that has left, or is leaving: it is never changed again."""

    base_key: str
    moves: int
    # When it was settled, UTC; None while it is leaving.
    at: datetime | None


@dataclass(frozen=True)
class RoundFacts:
    """What is known of one round. Moments are UTC.

    The three `…_content` are what a mail of that kind would say, as text: only
    their equality counts.
    """

    id: int
    moves: int
    timed_at: datetime
    stands: bool
    has_outcome: bool
    starts_at: datetime | None
    over_at: datetime | None
    owes_thanks: bool
    status_check_due_at: datetime | None
    prepare_content: str
    thank_you_content: str
    status_check_content: str
    told: tuple[Told, ...] = ()


@dataclass(frozen=True)
class ApplicationFacts:
    """What is known of one application: all the plan is made from."""

    id: int
    owner_id: int
    is_live: bool
    zone: ZoneInfo
    rounds: tuple[RoundFacts, ...] = ()


@dataclass(frozen=True)
class Planned:
    """A reminder that should exist. Times are UTC."""

    key: str
    kind: Kind
    round_id: int
    due_at: datetime
    useless_after: datetime
    fingerprint: str
    moves: int


def plan(
    facts: ApplicationFacts, preferences: Preferences, now: datetime
) -> tuple[Planned, ...]:
    """The reminders that should exist for an application, earliest first.

    Everything due stays in the plan until it is useless, told or not: telling it
    is the outbox's matter.
    """
    if not facts.is_live:
        return ()
    wanted = (
        planned
        for round_ in facts.rounds
        if round_.stands
        for planned in _of_round(round_, facts.zone)
        if preferences.wants(planned.kind) and planned.useless_after > now
    )
    return tuple(sorted(wanted, key=lambda planned: (planned.due_at, planned.key)))


def base_key(key: str) -> str:
    """A key without its edition: the same for every telling of one thing."""
    return key.partition(":m")[0]


def _of_round(facts: RoundFacts, zone: ZoneInfo) -> Iterator[Planned]:
    yield from _prepare(facts, zone)
    yield from _thank_you(facts, zone)
    yield from _status_check(facts)


def _prepare(facts: RoundFacts, zone: ZoneInfo) -> Iterator[Planned]:
    """The evening before, at short notice at once; useless from the start on."""
    if facts.starts_at is None or facts.has_outcome:
        return
    evening = prepare_due(facts.starts_at, zone)
    due_at = max(evening, facts.timed_at)
    if due_at < facts.starts_at:
        yield _planned(facts, Kind.PREPARE, "", due_at, facts.starts_at)


def _thank_you(facts: RoundFacts, zone: ZoneInfo) -> Iterator[Planned]:
    """One mail per round, one more the next morning if some are still owed.

    The first is useless once the second is due: after an outage one mail leaves.
    """
    if facts.over_at is None or not facts.owes_thanks:
        return
    first = _first_thanks_due(facts.over_at, facts.timed_at, zone)
    if first is None:
        return
    second = morning_after(first, zone)
    yield _planned(facts, Kind.THANK_YOU, ":first", first, second)
    yield _planned(
        facts, Kind.THANK_YOU, ":second", second, second + THANKS_USELESS_AFTER
    )


def _first_thanks_due(
    over_at: datetime, timed_at: datetime, zone: ZoneInfo
) -> datetime | None:
    """When to ask for the notes first; None for a round logged too long after."""
    if timed_at <= over_at:
        return thanks_due(over_at, zone)
    return timed_at if timed_at - over_at < FRESH else None


def _status_check(facts: RoundFacts) -> Iterator[Planned]:
    """Once, when the follow-up comes due (`interviews.followups` says when)."""
    due_at = facts.status_check_due_at
    if due_at is not None:
        useless_after = due_at + STATUS_CHECK_USELESS_AFTER
        yield _planned(facts, Kind.STATUS_CHECK, "", due_at, useless_after)


def prepare_due(starts_at: datetime, zone: ZoneInfo) -> datetime:
    """18:00 on the day before a start, UTC."""
    return moment(_day(starts_at, zone) - timedelta(days=1), EVENING, zone)


def thanks_due(over_at: datetime, zone: ZoneInfo) -> datetime:
    """17:00 on the day a round ended before 14:00, else 8:30 the next day; UTC."""
    if over_at.astimezone(zone).time() < EARLY_END:
        return moment(_day(over_at, zone), SAME_DAY, zone)
    return morning_after(over_at, zone)


def morning_after(at: datetime, zone: ZoneInfo) -> datetime:
    """8:30 on the day after a moment, UTC."""
    return moment(_day(at, zone) + timedelta(days=1), NEXT_MORNING, zone)


def moment(day: date, clock: time, zone: ZoneInfo) -> datetime:
    """The UTC moment of a wall-clock time; a gap moves on, an overlap takes the first."""
    return datetime.combine(day, clock, tzinfo=zone).astimezone(UTC)


def _day(at: datetime, zone: ZoneInfo) -> date:
    return at.astimezone(zone).date()


def _planned(
    facts: RoundFacts, kind: Kind, part: str, due_at: datetime, useless_after: datetime
) -> Planned:
    key = f"{kind.value}:round:{facts.id}{part}"
    return Planned(
        key=key + _edition(facts, key),
        kind=kind,
        round_id=facts.id,
        due_at=due_at,
        useless_after=useless_after,
        fingerprint=_fingerprint(facts, kind),
        moves=facts.moves,
    )


def _edition(facts: RoundFacts, key: str) -> str:
    """What sets apart a reminder that is owed anew, because its round moved.

    Counts the tellings about an earlier time. One that left after the round was
    over still stands when its times are merely put right afterwards.
    """
    over_at = facts.over_at
    earlier = sum(
        told.base_key == key
        and told.moves < facts.moves
        and (told.at is None or (over_at is not None and told.at < over_at))
        for told in facts.told
    )
    return f":m{earlier}" if earlier else ""


def _fingerprint(facts: RoundFacts, kind: Kind) -> str:
    contents = {
        Kind.PREPARE: facts.prepare_content,
        Kind.THANK_YOU: facts.thank_you_content,
        Kind.STATUS_CHECK: facts.status_check_content,
    }
    return hashlib.sha256(contents[kind].encode()).hexdigest()
