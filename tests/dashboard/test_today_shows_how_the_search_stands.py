from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from applications.actions import add_note, change_stage, create_application
from applications.models import Stage
from dashboard.today import Today
from interviews.actions import mark_replied
from tests.interviews.world import BERLIN, NOW, acme, invited

DAY = timedelta(days=1)
LONG_AGO = NOW - 15 * DAY


def applied(owner, company, *, at=LONG_AGO, stage=Stage.APPLIED):
    return create_application(
        owner=owner, company_name=company, role="Analyst", stage=stage, now=at
    )


def test_live_applications_are_counted_by_stage(alice):
    for company in ("Acme", "Globex", "Initech"):
        applied(alice, company)
    applied(alice, "Hooli", stage=Stage.OFFER)
    applied(alice, "Tyrell", stage=Stage.REJECTED)

    today = Today(alice, NOW)

    counts = {row.stage: row.count for row in today.counts}
    assert counts[Stage.APPLIED] == 3
    assert counts[Stage.OFFER] == 1
    assert counts[Stage.SCREENING] == 0
    assert Stage.REJECTED not in counts
    assert today.closed_count == 1


def test_two_weeks_without_anything_is_quiet(alice):
    silent = applied(alice, "Soylent")
    applied(alice, "Acme", at=NOW - 13 * DAY)

    assert Today(alice, NOW).quiet == [silent]


def test_the_silence_begins_on_the_day_of_applying(alice):
    old = applied_on(alice, "Soylent", NOW - 33 * DAY, note="From a friend")
    applied_on(alice, "Acme", NOW - 3 * DAY)
    followed_long = applied_on(alice, "Hooli", NOW - 2 * DAY, at=LONG_AGO)

    quiet = Today(alice, NOW).quiet

    assert quiet == [old]
    assert followed_long not in quiet


def test_a_stage_reached_later_still_breaks_it(alice):
    application = applied_on(alice, "Soylent", NOW - 33 * DAY)
    change_stage(application, to=Stage.SCREENING, now=NOW)

    assert Today(alice, NOW).quiet == []


def applied_on(owner, company, day, *, at=NOW, note=""):
    return create_application(
        owner=owner,
        company_name=company,
        role="Analyst",
        now=at,
        applied_on=day.date(),
        note=note,
    )


@pytest.mark.parametrize(
    "stage", [Stage.SAVED, Stage.OFFER, Stage.REJECTED, Stage.NO_RESPONSE]
)
def test_only_what_they_should_answer_can_go_quiet(alice, stage):
    applied(alice, "Soylent", stage=stage)

    assert Today(alice, NOW).quiet == []


def test_any_event_breaks_the_silence(alice):
    noted = applied(alice, "Noted")
    add_note(noted, text="They wrote", now=NOW - DAY)
    moved = applied(alice, "Moved")
    change_stage(moved, to=Stage.SCREENING, now=NOW - DAY)
    met = applied(alice, "Met")
    invited(met, starts_at=NOW - DAY, now=LONG_AGO)

    assert Today(alice, NOW).quiet == []


def test_a_round_to_come_is_not_silence(alice):
    invited(applied(alice, "Acme"), starts_at=NOW + DAY, now=LONG_AGO)
    invited(applied(alice, "Globex"), starts_at=None, now=LONG_AGO)

    assert Today(alice, NOW).quiet == []


def test_rounds_over_wait_for_their_answer(alice):
    waiting = invited(acme(alice), starts_at=NOW - DAY)
    other = applied(alice, "Globex")
    heard = invited(other, starts_at=NOW - 2 * DAY)
    mark_replied(heard, now=NOW)

    assert Today(alice, NOW).waiting == [waiting]


def test_only_the_last_round_waits(alice):
    application = acme(alice)
    invited(application, starts_at=NOW - 9 * DAY)
    second = invited(application, starts_at=NOW - DAY)

    assert Today(alice, NOW).waiting == [second]


def test_invitations_without_a_date_wait_for_one(alice):
    round_ = invited(acme(alice), starts_at=None)

    assert Today(alice, NOW).undated == [round_]


def test_the_next_round_comes_first_and_then_the_week(alice):
    application = acme(alice)
    sunday_night = datetime(2026, 11, 30, 23, 0, tzinfo=BERLIN)
    late = invited(application, starts_at=sunday_night)
    soon = invited(application, starts_at=NOW + DAY)
    invited(application, starts_at=NOW + 8 * DAY)

    today = Today(alice, NOW)

    assert today.next_round == soon
    assert today.later_rounds == [late]


def test_the_next_round_shows_however_far_it_is(alice):
    far = invited(acme(alice), starts_at=NOW + 60 * DAY)

    assert Today(alice, NOW).next_round == far


def test_a_round_under_way_is_the_next(alice):
    running = invited(acme(alice), starts_at=NOW - timedelta(minutes=20))

    assert Today(alice, NOW).next_round == running
