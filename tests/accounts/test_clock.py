from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from accounts import clock

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 22, 12, 0, tzinfo=BERLIN)


@pytest.mark.parametrize(
    ("d", "words"),
    [
        (date(2026, 12, 3), "Thu 3 Dec"),
        (date(2027, 8, 1), "Sun 1 Aug"),
        (date(2027, 12, 3), "Fri 3 Dec 2027"),
        (date(2025, 11, 22), "Sat 22 Nov 2025"),
    ],
)
def test_a_far_day_has_its_year(d, words):
    assert clock.day(d, now_day=NOW.date()) == words


def test_a_moment_is_told_in_the_readers_zone():
    at = datetime(2026, 12, 3, 23, 30, tzinfo=UTC)
    assert clock.day_and_time(at, BERLIN, NOW) == "Fri 4 Dec, 00:30"
    assert clock.day_and_time(at, ZoneInfo("UTC"), NOW) == "Thu 3 Dec, 23:30"


def test_a_span():
    start = datetime(2026, 11, 23, 14, 0, tzinfo=BERLIN)
    hour = timedelta(hours=1)
    assert clock.span(start, start + hour, BERLIN, NOW) == "Mon 23 Nov, 14:00–15:00"
    assert clock.span(start, None, BERLIN, NOW) == "Mon 23 Nov, 14:00"
    late = start + 9 * hour
    assert (
        clock.span(late, late + 2 * hour, BERLIN, NOW)
        == "Mon 23 Nov, 23:00 – Tue 24 Nov, 01:00"
    )


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (-2, "Fri 20 Nov, 12:00"),
        (-1, "yesterday 12:00"),
        (0, "today 12:00"),
        (1, "tomorrow 12:00"),
        (2, "Tue 24 Nov, 12:00"),
    ],
)
def test_near_days_have_names(days, words):
    assert clock.relative(NOW + timedelta(days=days), BERLIN, NOW) == words


def test_today_is_the_readers_today():
    at = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)  # already Monday in Berlin
    assert clock.relative(at, BERLIN, NOW) == "tomorrow 00:30"
    assert clock.relative(at, ZoneInfo("UTC"), NOW) == "today 23:30"


def test_a_day_is_named_when_near():
    today = NOW.date()
    assert clock.relative_day(today + timedelta(days=1), now_day=today) == "tomorrow"
    assert clock.relative_day(date(2026, 12, 3), now_day=today) == "Thu 3 Dec"


@pytest.mark.parametrize(
    ("distance", "words"),
    [
        (timedelta(seconds=59), "now"),
        (timedelta(minutes=1), "in 1 minute"),
        (timedelta(minutes=59), "in 59 minutes"),
        (timedelta(hours=1), "in 1 hour"),
        (timedelta(hours=23, minutes=59), "in 23 hours"),
        (timedelta(hours=47), "in 47 hours"),
        (timedelta(hours=48), "in 2 days"),
        (-timedelta(days=3), "3 days ago"),
        (-timedelta(minutes=5), "5 minutes ago"),
    ],
)
def test_how_far_away(distance, words):
    assert clock.until(NOW + distance, NOW) == words
