"""From round two on: what was learnt in the rounds before."""

from __future__ import annotations

from datetime import timedelta

import pytest

from applications.models import Application
from guidance.situation import Logged, PayRaised
from interviews.actions import Person, add_round, cancel_round
from interviews.models import Round
from interviews.situation import situation_of
from tests.interviews.world import DANA, NOW, acme, invited, session, write_down

pytestmark = pytest.mark.usefixtures("monday")

PRIYA = Person(name="Priya Nair")


@pytest.fixture
def application(alice) -> Application:
    return acme(alice)


@pytest.fixture
def first(application) -> Round:
    return invited(application, starts_at=NOW - timedelta(days=9))


@pytest.fixture
def second(first, application) -> Round:
    return invited(application, starts_at=NOW + timedelta(days=3), people=(DANA, PRIYA))


def page(client, round_) -> str:
    return client.get(f"/rounds/{round_.pk}/").content.decode()


def facts(round_):
    return situation_of(Round.objects.complete().get(pk=round_.pk), NOW)


def test_it_carries_over_what_was_written_down(first, second, alice_client):
    write_down(first)

    shown = page(alice_client, second)

    assert "From round 1" in shown
    for words in (
        "Why us?",
        "Rambled",
        "Lengthen this answer",
        "They want somebody patient",
        "The pricing project",
        "Dana writes on Friday",
        "Who left last year?",
    ):
        assert words in shown


def test_it_says_who_is_here_again_and_who_is_new(first, second, alice_client):
    write_down(first)

    shown = page(alice_client, second)

    assert "<dt>Here again</dt><dd>Dana Wu</dd>" in shown
    assert "<dt>Not this time</dt><dd>Rafael Ortiz</dd>" in shown
    assert "new to you" in shown


def test_it_says_who_was_in_no_round_before_and_what_was_promised(
    first, second, alice_client
):
    write_down(first, pay_raised="by_them")
    Round.objects.filter(pk=first.pk).update(promised_on=NOW.date())

    shown = page(alice_client, second)

    assert "<dt>New to you</dt><dd>Priya Nair</dd>" in shown
    assert "<dt>They promised to answer by</dt>" in shown
    assert "<dt>Pay came up</dt><dd>They brought it up</dd>" in shown
    assert facts(second).pay_raised is PayRaised.BY_THEM


def test_with_nothing_written_down_it_offers_to_recall(first, second, alice_client):
    shown = page(alice_client, second)

    assert "Recall round 1" in shown
    assert f'href="/rounds/{first.pk}/debrief/"' in shown


def test_a_first_round_that_is_not_there_is_offered_to_be_logged(
    application, alice_client
):
    second = add_round(
        application,
        number=2,
        session=session(NOW + timedelta(days=3)),
        people=(),
        now=NOW,
    )

    shown = page(alice_client, second)
    address = f"/invites/new/?application={application.pk}&amp;number=1"
    assert address in shown
    form = alice_client.get(address.replace("&amp;", "&")).context["form"]
    assert form["number"].value() == 1


def test_a_first_round_looks_back_on_nothing(first, alice_client):
    write_down(first)

    shown = page(alice_client, first)
    assert "From round" not in shown
    assert "Recall round" not in shown


def test_a_cancelled_round_is_not_looked_back_on(first, second, alice_client):
    write_down(first)
    cancel_round(first, now=NOW)

    assert "From round 1" not in page(alice_client, second)


def test_the_advice_knows_what_the_notes_hold(first, second):
    assert facts(second).has_log is False
    assert facts(second).log == frozenset()

    write_down(first, hints="", own_questions="")

    assert facts(second).has_log is True
    assert facts(second).log == {Logged.QUESTIONS, Logged.ANSWERS, Logged.UNSAID}


def test_another_persons_round_tells_nothing(second, mallory):
    other = invited(acme(mallory), starts_at=NOW - timedelta(days=9))
    write_down(other)

    assert facts(second).has_log is False
