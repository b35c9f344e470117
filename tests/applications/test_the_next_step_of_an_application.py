from __future__ import annotations

from datetime import timedelta

import pytest

from applications.actions import archive, change_stage
from applications.next_step import next_step
from interviews.actions import (
    Person,
    SessionDetails,
    add_round,
    cancel_round,
    mark_replied,
    mark_sent,
)
from tests.applications.world import NOW, an_application

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


def _round(application, *, starts_at, promised_on=None):
    return add_round(
        application,
        number=None,
        session=SessionDetails(
            time_zone="Europe/Berlin", starts_at=starts_at, ends_at=starts_at + HOUR
        ),
        people=(Person(name="Dana Wu"),),
        promised_on=promised_on,
        now=NOW - 2 * DAY,
    )


def _step(application):
    application.refresh_from_db()
    return next_step(application, owner=application.owner, now=NOW)


def test_nothing_is_known(alice):
    assert _step(an_application(alice)) is None


def test_a_coming_round(alice):
    application = an_application(alice)
    _round(application, starts_at=NOW + DAY)
    step = _step(application)
    assert (step.what, step.when) == ("First interview", "tomorrow 13:00")
    assert not step.is_due


def test_what_is_owed_comes_before_what_is_coming(alice):
    application = an_application(alice)
    _round(application, starts_at=NOW - 5 * HOUR)
    _round(application, starts_at=NOW + DAY)
    step = _step(application)
    assert step.what == "Thank-you note to Dana Wu"
    assert step.is_due


def test_the_promised_answer_when_nothing_is_owed(alice):
    application = an_application(alice)
    promised = (NOW + 3 * DAY).date()
    round_ = _round(application, starts_at=NOW - 5 * HOUR, promised_on=promised)
    mark_sent(round_.follow_ups.get(contact__name="Dana Wu"), now=NOW)
    step = _step(application)
    assert (step.what, step.when) == ("They answer", "by Thu 26 Nov")

    mark_replied(round_, now=NOW)
    assert _step(application) is None


def test_a_cancelled_round_is_none(alice):
    application = an_application(alice)
    cancel_round(_round(application, starts_at=NOW + DAY), now=NOW)
    assert _step(application) is None


@pytest.mark.parametrize(
    "close", [archive, lambda a, now: change_stage(a, to="rejected", now=now)]
)
def test_a_closed_application_has_none(close, alice):
    application = an_application(alice)
    _round(application, starts_at=NOW + DAY)
    close(application, now=NOW)
    assert _step(application) is None


def test_the_list_shows_it(alice, alice_client):
    an_application(alice)
    assert "No next step" in alice_client.get("/applications/").content.decode()


def test_an_offer_waits_for_an_answer(alice):
    application = an_application(alice)
    change_stage(application, to="offer", now=NOW)

    assert _step(application).what == "Answer their offer"
