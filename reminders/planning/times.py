"""When each kind of reminder about a round comes due. Clock times are the owner's.

No document gives any of them; where the owner chose none they are ours.
"""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from accounts.timezones import moment
from reminders.models.preferences import Lead, Preferences
from reminders.planning.allowed import ahead_of_quiet, open_from
from reminders.planning.clock import day_of, working_day_before

# Ours: a round that ends before this leaves an afternoon to write in.
EARLY_END = time(14, 0)
# Ours: told later than this before it is due, there is no time left to act.
LAST_CALL = timedelta(hours=1)
# Ours: out of the building, and still fresh.
DEBRIEF_AFTER = timedelta(minutes=30)


def prepare_due(
    starts_at: datetime, lead: Lead, wishes: Preferences, zone: ZoneInfo
) -> datetime:
    """The evening so many days before a start, or so many hours before it; UTC.

    An evening that is no working day moves back to the last one that is, where
    only those are wanted. Quiet hours move it on, or ahead of them when that would
    leave too little time.
    """
    count = int(lead.value[:-1])
    if lead.value.endswith("h"):
        at = starts_at - timedelta(hours=count)
    else:
        at = _days_before(starts_at, count, wishes.evening, wishes, zone)
    return told_in_time(at, starts_at, wishes, zone)


def deadline_due(
    deadline_at: datetime, days: int, wishes: Preferences, zone: ZoneInfo
) -> datetime:
    """The morning so many days before the last day to answer, UTC."""
    last = deadline_at - timedelta(seconds=1)
    at = _days_before(last, days, wishes.morning, wishes, zone)
    return told_in_time(at, deadline_at, wishes, zone)


def _days_before(
    at: datetime, days: int, clock: time, wishes: Preferences, zone: ZoneInfo
) -> datetime:
    day = day_of(at, zone) - timedelta(days=days)
    return moment(
        working_day_before(day) if wishes.working_days_only else day, clock, zone
    )


def told_in_time(
    at: datetime, ends_at: datetime, wishes: Preferences, zone: ZoneInfo
) -> datetime:
    """The moment at which to tell what must be told before `ends_at`; no pause counts."""
    later = open_from(at, wishes, zone)
    return later if later <= ends_at - LAST_CALL else ahead_of_quiet(at, wishes, zone)


def thanks_due(over_at: datetime, wishes: Preferences, zone: ZoneInfo) -> datetime:
    """The same day after a round that ended before 14:00, else the next morning; UTC.

    Never before the round is over, whatever time of the day was chosen.
    """
    same_day = moment(day_of(over_at, zone), wishes.same_day, zone)
    early = over_at.astimezone(zone).time() < EARLY_END
    if early and same_day > over_at:
        return same_day
    return morning_after(over_at, wishes, zone)


def morning_after(at: datetime, wishes: Preferences, zone: ZoneInfo) -> datetime:
    """In the morning of the day after a moment, UTC."""
    return moment(day_of(at, zone) + timedelta(days=1), wishes.morning, zone)


def morning_of(at: datetime, wishes: Preferences, zone: ZoneInfo) -> datetime:
    """The moment itself, or the owner's morning of that day if it is later; UTC."""
    return max(at, moment(day_of(at, zone), wishes.morning, zone))
