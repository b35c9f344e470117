from __future__ import annotations

from datetime import timedelta

import pytest

from interviews.actions import Noted, add_round, cancel_round, save_debrief
from preparation.actions import Wanted, choose_questions
from preparation.models import Question
from tests.interviews.world import DANA, NOW, acme, session

pytestmark = pytest.mark.usefixtures("monday")


@pytest.fixture
def first(alice):
    """A first round, an hour over, with one question made ready for it."""
    round_ = add_round(
        acme(alice),
        number=1,
        session=session(NOW - timedelta(hours=2)),
        people=[DANA],
        now=NOW,
    )
    _ready(round_, text="What is it like to work here?", advice="ask-culture")
    return round_


@pytest.fixture
def second(first):
    return add_round(
        first.application,
        number=2,
        session=session(NOW + timedelta(days=3)),
        people=[DANA],
        now=NOW,
    )


def _ready(round_, *, text: str, advice: str = "") -> None:
    wanted = [Wanted(text=text, advice=advice)]
    dana = round_.people[0]
    choose_questions(round_, side="you_ask", wanted=wanted, contact=dana, now=NOW)


def _page(client, round_) -> str:
    return client.get(f"/rounds/{round_.pk}/questions/").content.decode()


def test_the_owner_notes_what_they_asked_and_may_undo(first, alice_client):
    question = Question.objects.get()
    assert "I asked it" in _page(alice_client, first)
    alice_client.post(f"/questions/{question.pk}/asked/")
    assert "Asked</div>" in _page(alice_client, first)
    alice_client.post(f"/questions/{question.pk}/asked/", {"undo": "1"})
    question.refresh_from_db()
    assert question.asked_at is None


def test_a_round_to_come_has_nothing_asked_yet(second, alice_client):
    _ready(second, text="What next?")
    assert "I asked it" not in _page(alice_client, second)


def test_ready_before_and_asked_before_are_told_apart(first, second, alice_client):
    assert "You had this ready in round 1." in _page(alice_client, second)
    alice_client.post(f"/questions/{Question.objects.get().pk}/asked/")
    page = _page(alice_client, second)
    assert "You asked Dana Wu this in round 1." in page  # in the suggestions

    _ready(second, text="what is it like to WORK here?")  # in the owner's own words
    assert "You asked Dana Wu this in round 1. A new one" in _page(alice_client, second)


def test_a_cancelled_round_does_not_count(first, second, alice_client):
    cancel_round(first, now=NOW)
    assert "in round 1" not in _page(alice_client, second)


def test_what_they_ask_cannot_be_marked_as_asked(first, alice_client):
    wanted = [Wanted(text="Why?")]
    choose_questions(first, side="they_ask", wanted=wanted, now=NOW)
    question = Question.objects.get(side="they_ask")
    alice_client.post(f"/questions/{question.pk}/asked/")
    question.refresh_from_db()
    assert question.asked_at is None


def test_what_the_notes_on_a_round_say_was_asked_counts(first, second, alice_client):
    said = Noted(own_questions="- Where is the company going in the coming years?")
    save_debrief(first, said, promised_on=None, now=NOW)
    suggestion = _page(alice_client, second).partition('value="ask-future"')[2][:400]
    assert "You asked this in round 1." in suggestion
