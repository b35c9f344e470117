from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.reminders.planned import berlin, dues, facts, planned

START = berlin(2026, 12, 3, 14)


def test_it_is_due_at_18_on_the_day_before():
    plans = planned(facts(starts_at=START))

    assert dues(plans) == {"prepare:round:42": "2026-12-02 18:00"}
    assert plans[0].useless_after == START


def test_the_day_before_is_the_owners_not_the_rounds():
    # 9:00 in Tokyo is still the evening before in New York.
    zone = ZoneInfo("America/New_York")
    start = datetime(2026, 12, 3, 9, tzinfo=ZoneInfo("Asia/Tokyo"))

    assert dues(planned(facts(starts_at=start), zone=zone), zone) == {
        "prepare:round:42": "2026-12-01 18:00"
    }


def test_at_short_notice_it_is_due_at_once():
    told_at = START - timedelta(hours=3)

    assert planned(facts(starts_at=START, timed_at=told_at))[0].due_at == told_at


@pytest.mark.parametrize(
    "changes",
    [
        {"timed_at": START},
        {"timed_at": START + timedelta(hours=5)},
        {"stands": False},
        {"has_outcome": True},
        {"starts_at": None},
    ],
)
def test_it_is_not_wanted_without_something_to_prepare_for(changes):
    assert planned(facts(**{"starts_at": START, **changes})) == ()


def test_it_stays_wanted_until_the_start_and_no_longer():
    round_ = facts(starts_at=START)

    assert planned(round_, now=START - timedelta(seconds=1)) == planned(round_)
    assert planned(round_, now=START) == ()


def test_18_is_18_on_either_side_of_a_change_of_the_clocks():
    # Berlin goes back on Sunday 25 October 2026, 3:00 to 2:00.
    before = planned(facts(starts_at=berlin(2026, 10, 25, 9)))[0].due_at
    after = planned(facts(starts_at=berlin(2026, 10, 26, 9)))[0].due_at

    assert before == datetime(2026, 10, 24, 16, tzinfo=UTC)
    assert after == datetime(2026, 10, 25, 17, tzinfo=UTC)
