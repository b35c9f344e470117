"""When mail may leave: outside quiet hours, on the days the owner wants it, unpaused.

Only mails are held back. The app shows what is due whatever the hour.
"""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from accounts.timezones import moment
from reminders.models.preferences import Preferences
from reminders.planning.clock import day_of, is_working, working_day_from

_DAY = timedelta(days=1)
_MINUTE = timedelta(minutes=1)


def held_until(at: datetime, wishes: Preferences, zone: ZoneInfo) -> datetime:
    """The first moment from `at` on at which a planned mail may leave."""
    return open_from(paused_until(at, wishes, zone), wishes, zone)


def open_from(at: datetime, wishes: Preferences, zone: ZoneInfo) -> datetime:
    """The same by the hours and days alone, as if nothing were paused."""
    while (later := _next_gate(at, wishes, zone)) > at:
        at = later
    return at


def paused_until(at: datetime, wishes: Preferences, zone: ZoneInfo) -> datetime:
    """The first moment from `at` on outside the pause, which holds every mail."""
    if wishes.paused_until is None:
        return at
    return max(at, moment(wishes.paused_until, wishes.morning, zone))


def ahead_of_quiet(at: datetime, wishes: Preferences, zone: ZoneInfo) -> datetime:
    """The moment itself, or the minute before the quiet hours it falls in began."""
    quiet = _quiet_around(at, wishes, zone)
    return quiet[0] - _MINUTE if quiet else at


def _next_gate(at: datetime, wishes: Preferences, zone: ZoneInfo) -> datetime:
    if wishes.working_days_only and not is_working(day_of(at, zone)):
        return moment(working_day_from(day_of(at, zone)), wishes.morning, zone)
    quiet = _quiet_around(at, wishes, zone)
    return quiet[1] if quiet else at


def _quiet_around(
    at: datetime, wishes: Preferences, zone: ZoneInfo
) -> tuple[datetime, datetime] | None:
    """From when to when it is quiet, if it is quiet at that moment."""
    if wishes.quiet_from is None or wishes.quiet_until is None:
        return None
    today = day_of(at, zone)
    for day in (today - _DAY, today):
        begins = moment(day, wishes.quiet_from, zone)
        ends_on = day + _DAY * _is_over_midnight(wishes.quiet_from, wishes.quiet_until)
        ends = moment(ends_on, wishes.quiet_until, zone)
        if begins <= at < ends:
            return begins, ends
    return None


def _is_over_midnight(begins: time, ends: time) -> bool:
    return ends <= begins
