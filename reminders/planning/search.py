"""What to tell about the search as a whole: keep applying, and the week in one mail."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from accounts.timezones import moment
from reminders.models.kind import Kind
from reminders.models.preferences import Preferences
from reminders.planning import keys
from reminders.planning.clock import day_of
from reminders.planning.known import Planned, SearchFacts
from reminders.planning.making import planned

_WEEK = timedelta(weeks=1)
# How far ahead these are planned: always the next one, and no endless row of them.
HORIZON = timedelta(days=8)
# Ours: a digest read later than this is about another week.
DIGEST_USELESS_AFTER = timedelta(days=2)
# Ours: no closer together than this, whatever moved what they are counted from.
_APART = timedelta(days=6)


def keep_going(
    facts: SearchFacts, wishes: Preferences, now: datetime
) -> Iterator[Planned]:
    """Every week in which the owner waits and has applied nowhere new, in the morning.

    Counted from the day the wait began, or from that of the last application.
    """
    if facts.waiting_since is None or not facts.is_live:
        return
    since = max(facts.waiting_since, facts.applied_at or facts.waiting_since)
    about = keys.thing(Kind.KEEP_GOING, "owner", facts.owner_id)
    until = facts.snoozed.get(about)
    for day in _weekly(day_of(since, facts.zone), facts, now):
        due_at = moment(day, wishes.morning, facts.zone)
        told = facts.encouraged_at
        if told and told < due_at < told + _APART:
            continue
        part = f":{day}"
        if until and due_at <= until < due_at + _WEEK:
            due_at, part = until, keys.put_off(part, until)
        yield _of_search(facts, wishes, Kind.KEEP_GOING, part, due_at, _WEEK)


def digest(facts: SearchFacts, wishes: Preferences, now: datetime) -> Iterator[Planned]:
    """Once a week at the owner's day and hour, while anything is under way."""
    if not facts.is_live:
        return
    today = day_of(now, facts.zone)
    monday = today - timedelta(days=today.weekday())
    for week in (monday - _WEEK, monday, monday + _WEEK):
        day = week + timedelta(days=wishes.digest_day)
        due_at = moment(day, wishes.digest_time, facts.zone)
        year, number, _ = day.isocalendar()
        if due_at <= now + HORIZON:
            part = f":{year}-W{number:02}"
            yield _of_search(
                facts, wishes, Kind.DIGEST, part, due_at, DIGEST_USELESS_AFTER
            )


def _weekly(first: date, facts: SearchFacts, now: datetime) -> Iterator[date]:
    """The days of now: this week's and the next, counted in weeks from the first."""
    weeks = max((day_of(now, facts.zone) - first).days // 7, 0)
    for count in (weeks, weeks + 1):
        if count > 0:
            yield first + count * _WEEK


def _of_search(
    facts: SearchFacts,
    wishes: Preferences,
    kind: Kind,
    part: str,
    due_at: datetime,
    useful: timedelta,
) -> Planned:
    return planned(
        wishes,
        facts.zone,
        key=keys.thing(kind, "owner", facts.owner_id) + part,
        kind=kind,
        due_at=due_at,
        useless_after=due_at + useful,
        entered_at=None,
        content="",
    )
