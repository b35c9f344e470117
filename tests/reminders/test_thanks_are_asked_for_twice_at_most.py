from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from accounts.timezones import moment
from reminders.planning import Planned, RoundFacts
from tests.reminders.planned import berlin, dues, ended, planned

FIRST, SECOND = "thank_you:round:42:first", "thank_you:round:42:second"


def _thanks(*rounds: RoundFacts, **changes: Any) -> tuple[Planned, ...]:
    plans = planned(*rounds, **changes)
    return tuple(p for p in plans if p.kind == "thank_you")


@pytest.mark.parametrize(
    ("over_at", "first", "second"),
    [
        (berlin(2026, 12, 3, 11), "2026-12-03 17:00", "2026-12-04 08:30"),
        (berlin(2026, 12, 3, 13, 59), "2026-12-03 17:00", "2026-12-04 08:30"),
        (berlin(2026, 12, 3, 14), "2026-12-04 08:30", "2026-12-05 08:30"),
        (berlin(2026, 12, 3, 23, 30), "2026-12-04 08:30", "2026-12-05 08:30"),
        (berlin(2026, 12, 31, 15), "2027-01-01 08:30", "2027-01-02 08:30"),
    ],
)
def test_the_same_day_or_the_next_morning_then_once_more(over_at, first, second):
    assert dues(_thanks(ended(over_at))) == {FIRST: first, SECOND: second}


def test_the_end_is_read_on_the_owners_clock():
    # 15:00 in Berlin is 9:00 in New York: early enough for the same day.
    zone = ZoneInfo("America/New_York")

    plans = _thanks(ended(berlin(2026, 12, 3, 15)), zone=zone)

    assert dues(plans, zone)[FIRST] == "2026-12-03 17:00"


def test_after_an_outage_one_mail_is_left_to_go():
    first, second = _thanks(ended(berlin(2026, 12, 3, 11)))

    assert first.useless_after == second.due_at
    assert second.useless_after == second.due_at + timedelta(days=3)
    assert _thanks(ended(berlin(2026, 12, 3, 11)), now=second.due_at) == (second,)


def test_logged_after_the_end_it_is_due_at_once():
    over_at = berlin(2026, 12, 3, 11)
    logged_at = over_at + timedelta(hours=1)

    plans = _thanks(ended(over_at, timed_at=logged_at))

    assert dues(plans) == {FIRST: "2026-12-03 12:00", SECOND: "2026-12-04 08:30"}


@pytest.mark.parametrize(("hours", "count"), [(47.9, 2), (48, 0), (100, 0)])
def test_logged_two_days_late_no_mail_goes(hours, count):
    over_at = berlin(2026, 12, 3, 11)
    logged_at = over_at + timedelta(hours=hours)

    assert len(_thanks(ended(over_at, timed_at=logged_at))) == count


@pytest.mark.parametrize(
    "changes", [{"owes_thanks": False}, {"stands": False}, {"over_at": None}]
)
def test_nothing_is_asked_for_when_nothing_is_owed(changes):
    assert _thanks(ended(berlin(2026, 12, 3, 11), **changes)) == ()


def test_8_30_in_a_gap_moves_on_by_the_gap():
    # Lord Howe skips 2:00-2:30; no zone skips 8:30 today, so the rule is shown on
    # the function that makes every moment.

    new_york = ZoneInfo("America/New_York")
    gap = moment(date(2026, 3, 8), time(2, 30), new_york)
    overlap = moment(date(2026, 11, 1), time(1, 30), new_york)

    assert gap == datetime(2026, 3, 8, 7, 30, tzinfo=UTC)
    assert gap.astimezone(new_york).time() == time(3, 30)
    assert overlap == datetime(2026, 11, 1, 5, 30, tzinfo=UTC)
