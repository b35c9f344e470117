from __future__ import annotations

from datetime import timedelta

import pytest

from applications.actions import change_stage
from applications.models import Stage, StageChange
from tests.interviews.world import NOW, acme, invited

TOMORROW = NOW + timedelta(days=1)
LAST_MONTH = NOW - timedelta(days=30)


@pytest.mark.parametrize("stage", [Stage.SAVED, Stage.APPLIED, Stage.SCREENING])
def test_to_interviewing(alice, stage):
    application = acme(alice)
    change_stage(application, to=stage, now=NOW)

    round_ = invited(application, starts_at=TOMORROW)

    assert round_.application.stage == Stage.INTERVIEWING
    last = StageChange.objects.filter(application=application).last()
    assert last
    assert (last.from_stage, last.to_stage) == (stage, Stage.INTERVIEWING)


def test_not_away_from_an_offer(alice):
    application = acme(alice)
    change_stage(application, to=Stage.OFFER, now=NOW)

    assert invited(application, starts_at=TOMORROW).application.stage == Stage.OFFER


def test_a_closed_one_opens_again_when_they_call_back(alice):
    application = acme(alice)
    change_stage(application, to=Stage.NO_RESPONSE, now=NOW)

    round_ = invited(application, starts_at=None)

    assert round_.application.stage == Stage.INTERVIEWING


def test_a_past_round_of_a_closed_one_is_history(alice):
    application = acme(alice)
    change_stage(application, to=Stage.REJECTED, now=NOW)

    round_ = invited(application, starts_at=LAST_MONTH)

    assert round_.application.stage == Stage.REJECTED


def test_the_number_is_the_next_that_stands(alice):
    application = acme(alice)

    numbers = [invited(application, starts_at=TOMORROW).number for _ in range(3)]

    assert numbers == [1, 2, 3]
