from __future__ import annotations

from datetime import date, timedelta

import pytest

from applications.actions import change_stage
from applications.models import Stage
from dashboard.insights.journeys import journeys
from dashboard.insights.overview import Overview
from dashboard.insights.period import Period
from interviews.actions import cancel_round, mark_sent
from tests.applications.world import an_application
from tests.interviews.world import NOW, invited

pytestmark = pytest.mark.django_db
DAY, HOUR = timedelta(days=1), timedelta(hours=1)


def test_what_is_only_saved_was_not_sent(alice):
    an_application(alice, stage=Stage.SAVED, now=NOW)
    assert journeys(alice, Period(), now=NOW) == []


def test_the_day_given_counts_else_that_of_the_first_stage_beyond_saved(alice):
    an_application(alice, applied_on=date(2026, 3, 1), now=NOW)
    later = an_application(alice, company="Initech", stage=Stage.SAVED, now=NOW)
    change_stage(later, to=Stage.APPLIED, now=NOW + 2 * DAY)

    days = [each.applied_on for each in journeys(alice, Period(), now=NOW)]

    assert days == [date(2026, 3, 1), (NOW + 2 * DAY).date()]


def test_a_period_takes_both_its_days_in(alice):
    for day in (1, 2, 3, 4):
        an_application(alice, company=f"C{day}", applied_on=date(2026, 3, day), now=NOW)
    period = Period(date(2026, 3, 2), date(2026, 3, 3))
    assert len(journeys(alice, period, now=NOW)) == 2


def test_nothing_of_another_owner_counts(alice, mallory):
    invited(an_application(mallory, now=NOW), starts_at=NOW - DAY)
    assert Overview(alice, Period(), NOW).is_empty


def test_rounds_to_come_and_cancelled_ones_are_no_stations(alice):
    application = an_application(alice, now=NOW - 9 * DAY)
    invited(application, starts_at=NOW - 3 * DAY, now=NOW - 9 * DAY)
    invited(application, starts_at=NOW + DAY)
    cancel_round(invited(application, starts_at=NOW - 2 * DAY), now=NOW)

    (journey,) = journeys(alice, Period(), now=NOW)

    assert journey.rounds == 1


def test_weeks_without_a_round_stand_between(alice):
    application = an_application(alice, now=NOW - 30 * DAY)
    for days in (21, 7, 6):
        invited(application, starts_at=NOW - days * DAY, now=NOW - 30 * DAY)
    figure = Overview(alice, Period(), NOW).weeks
    assert [count for _, count in figure.rows] == [1, 0, 2]


def test_notes_in_time_late_and_open(alice):
    begun = NOW - 5 * DAY
    round_ = invited(an_application(alice, now=begun), starts_at=begun, now=begun)
    in_time, late = round_.follow_ups.thank_yous()
    mark_sent(in_time, now=begun + 5 * HOUR)
    mark_sent(late, now=begun + 2 * DAY)
    invited(
        an_application(alice, company="Initech", now=begun), starts_at=begun, now=begun
    )

    figure = Overview(alice, Period(), NOW).thanks

    assert [row[:2] for row in figure.rows] == [
        ("In time", 1),
        ("Later", 1),
        ("Still open", 2),
        ("Not sent", 0),
    ]


def test_notes_whose_day_still_runs_are_left_out(alice):
    begun = NOW - 3 * HOUR
    invited(an_application(alice, now=begun), starts_at=begun, now=begun)
    assert Overview(alice, Period(), NOW).thanks.is_empty
