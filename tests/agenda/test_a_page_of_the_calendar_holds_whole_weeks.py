from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.agenda.span import asked, month, week

TODAY = date(2026, 11, 23)
DAYS = st.dates(date(1972, 1, 1), date(2197, 12, 31))


@given(DAYS)
def test_a_month_has_each_of_its_days_once_and_is_filled_up(day):
    span = month(day)
    days = [each for line in span.weeks for each in line]
    assert days == sorted(set(days))
    assert span.first.weekday() == 0
    assert {len(line) for line in span.weeks} == {7}
    held = [each for each in days if span.holds(each)]
    assert held[0] == day.replace(day=1)
    assert held[-1] + timedelta(days=1) == span.after


@given(DAYS)
def test_turning_on_and_back_leads_home(day):
    for of in (month, week):
        assert of(of(day).after).before == of(day).first or of is month
        assert of(of(day).after).title != of(day).title
    assert month(month(day).after).before == day.replace(day=1)


@pytest.mark.parametrize("on", ["", "soon", "2026-13-01", "0001-01-01", "9999-12-31"])
def test_a_day_that_cannot_be_is_today(on):
    assert asked("month", on, today=TODAY) == month(TODAY)


def test_a_week_over_the_end_of_a_month_names_both():
    assert week(date(2026, 12, 1)).title == "30 November to 6 December 2026"
    assert week(TODAY).title == "23 to 29 November 2026"


@pytest.mark.parametrize(
    ("on", "day"),
    [("", TODAY), ("2026-11-01", TODAY), ("2026-12-01", date(2026, 12, 1))],
)
def test_a_month_leads_to_the_week_that_is_meant(on, day):
    """From the month of today to the week of today, not to that of the first."""
    assert asked("month", on, today=TODAY).on == day


def test_a_week_leads_to_its_month_and_back():
    day = date(2026, 11, 12)
    assert asked("month", "2026-11-12", today=TODAY).on == day
