from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accounts.when import FARTHEST, Unclear, presets, read

BERLIN = ZoneInfo("Europe/Berlin")
# A Monday.
NOW = datetime(2026, 11, 23, 12, 0, tzinfo=BERLIN)


@pytest.mark.parametrize(
    ("words", "means"),
    [
        ("fri 9", "2026-11-27 09:00"),
        ("Friday at 9", "2026-11-27 09:00"),
        ("fri", "2026-11-27 08:00"),
        ("tomorrow 14:30", "2026-11-24 14:30"),
        ("in 3 days", "2026-11-26 08:00"),
        ("in two hours", "2026-11-23 14:00"),
        ("tonight", "2026-11-23 18:00"),
        ("17", "2026-11-23 17:00"),
        ("9", "2026-11-24 09:00"),
        ("9pm", "2026-11-23 21:00"),
        ("mon 9", "2026-11-30 09:00"),
        ("next week", "2026-11-30 08:00"),
        ("3 dec", "2026-12-03 08:00"),
        ("Dec 3, 9am", "2026-12-03 09:00"),
        ("2026-12-01 10:00", "2026-12-01 10:00"),
        ("1 jan", "2027-01-01 08:00"),
        ("sat morning", "2026-11-28 08:00"),
        ("14.30", "2026-11-23 14:30"),
    ],
)
def test_plain_words_are_understood(words, means):
    at = read(words, NOW, BERLIN)

    assert f"{at.astimezone(BERLIN):%Y-%m-%d %H:%M}" == means


@pytest.mark.parametrize(
    ("words", "asks"),
    [
        ("fri 5", "5:00 in the morning or 17:00"),
        ("mon 14", "today or Monday 30 November"),
        ("next fri", "Friday 27 November or Friday 4 December"),
        ("3/12", "may be two days"),
        ("31 feb", "no such day"),
        ("today 9", "over"),
        ("in 400 days", "more than a year"),
        ("9999-12-31", "Look at the year"),
        ("soon", "not clear"),
        ("", "Write when"),
    ],
)
def test_what_may_mean_two_things_is_asked_about(words, asks):
    with pytest.raises(Unclear, match=asks):
        read(words, NOW, BERLIN)


def test_a_skipped_clock_time_moves_forward_and_a_double_one_is_the_first():
    zone = ZoneInfo("America/New_York")
    march = datetime(2026, 3, 7, 12, tzinfo=zone)
    november = datetime(2026, 10, 31, 12, tzinfo=zone)

    assert read("tomorrow 2:30", march, zone) == datetime(2026, 3, 8, 7, 30, tzinfo=UTC)
    assert read("tomorrow 1:30", november, zone) == datetime(
        2026, 11, 1, 5, 30, tzinfo=UTC
    )


def test_the_evening_is_offered_while_it_is_to_come():
    late = NOW.replace(hour=17, minute=45)

    assert [p.name for p in presets(NOW, BERLIN)] == ["evening", "tomorrow", "monday"]
    assert [p.name for p in presets(late, BERLIN)] == ["tomorrow", "monday"]


@pytest.mark.parametrize("zone", ["America/New_York", "Asia/Tokyo"])
@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_a_day_at_the_ends_of_the_calendar_is_answered_in_any_zone(day, zone):
    for clock in ("0:00", "23:59"):
        with pytest.raises(Unclear):
            read(f"{day} {clock}", NOW, ZoneInfo(zone))


@given(st.text(max_size=60))
def test_whatever_is_typed_is_a_moment_to_come_or_a_question(words):
    at = None
    with suppress(Unclear):
        at = read(words, NOW, BERLIN)

    assert at is None or NOW < at <= NOW + FARTHEST
