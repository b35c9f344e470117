from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from applications.actions import change_stage
from applications.models import Stage
from interviews.actions import (
    clear_outcome,
    mark_replied,
    mark_sent,
    record_outcome,
    unmark_replied,
)
from tests.interviews.world import BERLIN, NOW, acme, invited, status_check

YESTERDAY = NOW - timedelta(days=1)


def nine(year: int, month: int, day: int) -> datetime:
    return datetime(year, month, day, 9, 0, tzinfo=BERLIN)


@pytest.mark.parametrize(
    ("promised_on", "due_at"),
    [
        (date(2026, 11, 25), nine(2026, 11, 26)),
        # Friday: the next working day is Monday.
        (date(2026, 11, 27), nine(2026, 11, 30)),
        (date(2026, 11, 28), nine(2026, 11, 30)),
    ],
)
def test_at_nine_on_the_working_day_after_the_promised_date(alice, promised_on, due_at):
    round_ = invited(acme(alice), starts_at=YESTERDAY, promised_on=promised_on)

    check = status_check(round_)
    assert check is not None
    assert check.due_at == due_at


def test_without_a_promise_a_week_after_the_round(alice):
    thursday = datetime(2026, 11, 19, 15, 0, tzinfo=BERLIN)

    check = status_check(invited(acme(alice), starts_at=thursday))

    assert check is not None
    assert check.due_at == nine(2026, 11, 26)


def test_a_week_that_ends_on_a_weekend_waits_for_monday(alice):
    saturday = datetime(2026, 11, 21, 15, 0, tzinfo=BERLIN)

    check = status_check(invited(acme(alice), starts_at=saturday))

    assert check is not None
    assert check.due_at == nine(2026, 11, 30)


def test_never_before_the_round_is_over(alice):
    next_week = NOW + timedelta(days=7)

    round_ = invited(acme(alice), starts_at=next_week, promised_on=date(2026, 11, 24))

    check = status_check(round_)
    assert check is not None
    assert check.due_at == nine(2026, 12, 1)


def test_their_reply_ends_it_and_undoing_brings_it_back(alice):
    round_ = invited(acme(alice), starts_at=YESTERDAY)

    mark_replied(round_, now=NOW)
    assert status_check(round_) is None

    unmark_replied(round_, now=NOW)
    assert status_check(round_) is not None


@pytest.mark.parametrize("outcome", ["next_round", "offer", "no", "withdrawn"])
def test_any_outcome_ends_it_and_undoing_brings_it_back(alice, outcome):
    round_ = invited(acme(alice), starts_at=YESTERDAY)

    record_outcome(round_, outcome=outcome, now=NOW)
    assert status_check(round_) is None

    clear_outcome(round_, now=NOW)
    assert status_check(round_) is not None
    round_.application.refresh_from_db()
    assert round_.application.stage == Stage.INTERVIEWING


@pytest.mark.parametrize("stage", [Stage.OFFER, Stage.REJECTED, Stage.NO_RESPONSE])
def test_an_offer_or_a_closed_application_ends_it(alice, stage):
    round_ = invited(acme(alice), starts_at=YESTERDAY)

    change_stage(round_.application, to=stage, now=NOW)

    assert status_check(round_) is None


def test_a_later_round_ends_it(alice):
    application = acme(alice)
    first = invited(application, starts_at=YESTERDAY)

    second = invited(application, starts_at=NOW + timedelta(days=2))

    assert status_check(first) is None
    assert status_check(second) is not None


def test_once_sent_it_is_not_asked_again(alice):
    round_ = invited(acme(alice), starts_at=NOW - timedelta(days=8))
    check = status_check(round_)
    assert check is not None

    mark_sent(check, now=NOW)
    unmark_replied(round_, now=NOW)

    assert status_check(round_) is None
