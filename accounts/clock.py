"""Moments in the words people use: "Thu 3 Dec, 14:00", "tomorrow 08:30".

Pure. Moments are aware datetimes in any zone; `zone` is the zone of the reader;
`now` is the moment they read. English, 24-hour clock.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

# A day further away than about ten months is told with its year.
_SAME_YEAR = timedelta(days=300)
_NEAR_DAYS = {-1: "yesterday", 0: "today", 1: "tomorrow"}


def day(d: date, *, now_day: date) -> str:
    """ "Thu 3 Dec", with the year when it is far from the reader's day."""
    words = f"{d:%a} {d.day} {d:%b}"
    return words if abs(d - now_day) <= _SAME_YEAR else f"{words} {d.year}"


def time(at: datetime, zone: ZoneInfo) -> str:
    """ "14:00", in the reader's zone."""
    return f"{at.astimezone(zone):%H:%M}"


def day_and_time(at: datetime, zone: ZoneInfo, now: datetime) -> str:
    """ "Thu 3 Dec, 14:00", in the reader's zone."""
    return f"{_day_of(at, zone, now)}, {time(at, zone)}"


def span(start: datetime, end: datetime | None, zone: ZoneInfo, now: datetime) -> str:
    """ "Mon 23 Nov, 14:00–15:00"; both days are named when they differ."""
    if end is None:
        return day_and_time(start, zone, now)
    if start.astimezone(zone).date() == end.astimezone(zone).date():
        return f"{day_and_time(start, zone, now)}–{time(end, zone)}"
    return f"{day_and_time(start, zone, now)} – {day_and_time(end, zone, now)}"


def relative(at: datetime, zone: ZoneInfo, now: datetime) -> str:
    """ "today 17:00", "tomorrow 08:30", "yesterday 15:00", else day and time."""
    days = (at.astimezone(zone).date() - now.astimezone(zone).date()).days
    if days in _NEAR_DAYS:
        return f"{_NEAR_DAYS[days]} {time(at, zone)}"
    return day_and_time(at, zone, now)


def relative_day(d: date, *, now_day: date) -> str:
    """ "today", "tomorrow", "yesterday", else "Thu 3 Dec"."""
    return _NEAR_DAYS.get((d - now_day).days) or day(d, now_day=now_day)


def until(at: datetime, now: datetime) -> str:
    """ "in 23 hours" for what is to come, "3 days ago" for what is past.

    Whole minutes below an hour, hours below two days, then days; the part that
    is not whole is dropped. Under a minute either way is "now".
    """
    words = length(abs(at - now))
    if not words:
        return "now"
    return f"in {words}" if at > now else f"{words} ago"


def length(distance: timedelta) -> str:
    """ "45 minutes", "23 hours", "3 days"; empty under a minute."""
    minutes = int(distance.total_seconds() // 60)
    for count, unit, limit in (
        (minutes, "minute", 60),
        (minutes // 60, "hour", 48),
        (minutes // (24 * 60), "day", None),
    ):
        if limit is None or count < limit:
            return f"{count} {unit}{'' if count == 1 else 's'}" if count else ""
    raise AssertionError("unreachable")


def _day_of(at: datetime, zone: ZoneInfo, now: datetime) -> str:
    return day(at.astimezone(zone).date(), now_day=now.astimezone(zone).date())
