"""Every zone of the world, the days around each change of its clocks, two years."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from accounts.timezones import known_names, moment
from reminders.models import Lead, Preferences
from reminders.planning.allowed import held_until
from reminders.planning.times import morning_after, prepare_due, thanks_due

FIRST, LAST = datetime(2026, 1, 1, tzinfo=UTC), datetime(2028, 1, 1, tzinfo=UTC)
QUARTER = timedelta(minutes=15)
DAY = timedelta(days=1)
OURS = Preferences()


@cache
def _changes(zone: ZoneInfo) -> tuple[datetime, ...]:
    """The hours in which the zone changes its offset."""
    found = []
    day = FIRST
    while day < LAST:
        if _offset(day, zone) != _offset(day + DAY, zone):
            hour = timedelta(minutes=30)
            at = day
            while _offset(at, zone) == _offset(at + hour, zone):
                at += hour
            found.append(at)
        day += DAY
    return tuple(found)


def _offset(at: datetime, zone: ZoneInfo) -> timedelta:
    offset = at.astimezone(zone).utcoffset()
    assert offset is not None
    return offset


def _around() -> Iterator[tuple[ZoneInfo, datetime]]:
    for name in sorted(known_names()):
        zone = ZoneInfo(name)
        for change in _changes(zone):
            yield zone, change


def test_there_are_changes_to_look_at():
    assert len(list(_around())) > 300


def test_a_gap_moves_forward_and_an_overlap_takes_the_first():
    for zone, change in _around():
        midnight = datetime.combine(change.astimezone(zone).date(), datetime.min.time())
        for quarter in range(-4, 28 * 4):
            wall = midnight + quarter * QUARTER
            at = moment(wall.date(), wall.time(), zone)
            shown = at.astimezone(zone)
            same = shown.replace(tzinfo=None) == wall
            # Either the clock shows it, and for the first time, or it is skipped and
            # the clock shows as much later as was skipped.
            assert shown.fold == 0, (zone, wall)
            if not same:
                skipped = _offset(at, zone) - _offset(at - 2 * DAY, zone)
                assert shown.replace(tzinfo=None) - wall == skipped, (zone, wall)


def test_reminders_come_at_their_clock_time_or_as_much_later_as_is_skipped():
    for zone, change in _around():
        for hours in range(-24, 49, 8):
            over_at = change + timedelta(hours=hours)
            dues = (
                (thanks_due(over_at, OURS, zone), {OURS.same_day, OURS.morning}),
                (morning_after(over_at, OURS, zone), {OURS.morning}),
                (prepare_due(over_at, Lead.DAY, OURS, zone), {OURS.evening}),
            )
            for due, clocks in dues:
                assert due.astimezone(zone).time() in clocks, (zone, over_at)
            assert dues[2][0] < over_at < dues[0][0]


def test_quiet_hours_end_on_the_wall_whatever_the_clocks_do():
    begins, ends = time(22), time(8)
    wishes = Preferences(quiet_from=begins, quiet_until=ends)
    for zone, change in _around():
        evening = moment(change.astimezone(zone).date() - DAY, begins, zone)

        leaves = held_until(evening + timedelta(hours=1), wishes, zone).astimezone(zone)

        assert leaves.time() == ends, (zone, change)
