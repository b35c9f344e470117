"""Two logs, apart; never a score; red flags come back when there is a decision."""

from __future__ import annotations

from datetime import timedelta

import pytest

from interviews.actions import (
    LogClosed,
    SignDetails,
    add_sign,
    clear_outcome,
    record_outcome,
)
from interviews.models import Round, Sign
from interviews.situation import situation_of
from tests.interviews.world import NOW, acme, invited

pytestmark = pytest.mark.usefixtures("monday")

HELLO = SignDetails(happened="The founder said hello", scheduled="yes", asked_for="yes")
QUARREL = SignDetails(happened="Two of them argued", who="Dana", otherwise="A bad day")


@pytest.fixture
def round_(alice) -> Round:
    return invited(acme(alice), starts_at=NOW - timedelta(hours=3))


def page(client, round_) -> str:
    return client.get(f"/rounds/{round_.pk}/signs/").content.decode()


def test_each_is_kept_in_its_own_log(round_, alice_client):
    url = f"/rounds/{round_.pk}/signs/"
    alice_client.post(url, {"kind": "encouraging", "happened": "A tour"})
    alice_client.post(url, {"kind": "red_flag", "happened": "A quarrel"})

    good, bad = alice_client.get(url).context["page"].logs
    assert [sign.happened for sign in good.signs] == ["A tour"]
    assert [sign.happened for sign in bad.signs] == ["A quarrel"]


def test_the_caution_stands_there_with_and_without_signs(round_, alice_client):
    caution = "Good signs are not an offer."
    assert caution in page(alice_client, round_)

    add_sign(round_, HELLO, kind=Sign.Kind.ENCOURAGING, now=NOW)

    shown = page(alice_client, round_)
    assert caution in shown
    assert "so it is weak evidence" in shown
    assert "so it says little" in shown
    assert "What else could explain it?" in shown


def test_a_no_is_shown_and_no_answer_is_not(round_, alice_client):
    no = SignDetails(happened="A tour", asked_for="no", scheduled="no")
    add_sign(round_, no, kind=Sign.Kind.ENCOURAGING, now=NOW)
    shown = page(alice_client, round_)
    assert "You did not ask for it." in shown
    assert "It was not on the schedule." in shown

    Sign.objects.update(asked_for="", scheduled="")
    shown = page(alice_client, round_)
    assert "ask for it." not in shown
    assert "It was " not in shown


def test_the_caution_stands_beside_one_alone(round_, alice_client):
    sign = add_sign(round_, HELLO, kind=Sign.Kind.ENCOURAGING, now=NOW)

    shown = alice_client.get(sign.get_absolute_url()).content.decode()

    assert "Good signs are not an offer." in shown


def test_nothing_typed_is_lost_when_it_says_too_little(round_, alice_client):
    response = alice_client.post(
        f"/rounds/{round_.pk}/signs/", {"kind": "encouraging", "who": "The founder"}
    )

    assert response.status_code == 422
    assert "The founder" in response.content.decode()


def test_it_is_put_right_removed_and_put_back(round_, alice_client):
    sign = add_sign(round_, QUARREL, kind=Sign.Kind.RED_FLAG, now=NOW)

    alice_client.post(f"/signs/{sign.pk}/", {"happened": "They laughed"})
    assert Sign.objects.get().happened == "They laughed"

    alice_client.post(f"/signs/{sign.pk}/remove/")
    assert not situation_of(Round.objects.complete().get(), NOW).red_flags_noted
    alice_client.post(f"/signs/{sign.pk}/remove/", {"undo": "1"})
    assert situation_of(Round.objects.complete().get(), NOW).red_flags_noted


@pytest.mark.parametrize("outcome", Round.Outcome.values)
def test_the_log_of_good_signs_closes_with_their_answer(round_, alice_client, outcome):
    add_sign(round_, HELLO, kind=Sign.Kind.ENCOURAGING, now=NOW)
    record_outcome(round_, outcome=outcome, now=NOW)

    with pytest.raises(LogClosed):
        add_sign(round_, HELLO, kind=Sign.Kind.ENCOURAGING, now=NOW)
    shown = page(alice_client, round_)
    assert "this log is closed to new signs" in shown
    assert "What stands in it can still be put right." in shown
    assert "The founder said hello" in shown
    add_sign(round_, QUARREL, kind=Sign.Kind.RED_FLAG, now=NOW)  # those never close

    clear_outcome(round_, now=NOW)
    assert "this log is closed" not in page(alice_client, round_)


def test_what_was_typed_into_a_closed_log_is_shown(round_, alice_client):
    record_outcome(round_, outcome=Round.Outcome.OFFER, now=NOW)

    response = alice_client.post(
        f"/rounds/{round_.pk}/signs/", {"kind": "encouraging", "happened": "A tour"}
    )

    assert response.status_code == 409
    assert "A tour" in response.content.decode()


def test_red_flags_come_back_with_the_offer(round_, alice_client):
    add_sign(round_, QUARREL, kind=Sign.Kind.RED_FLAG, now=NOW)
    add_sign(round_, HELLO, kind=Sign.Kind.ENCOURAGING, now=NOW)
    record_outcome(round_, outcome=Round.Outcome.OFFER, now=NOW)

    shown = alice_client.get(f"/rounds/{round_.pk}/").content.decode()

    assert "Two of them argued" in shown
    assert "It may also be: A bad day" in shown
    assert "Reread what troubled you about the team" in shown
    assert "The founder said hello" not in shown


def test_neither_is_ever_on_today(round_, alice_client):
    add_sign(round_, QUARREL, kind=Sign.Kind.RED_FLAG, now=NOW)
    add_sign(round_, HELLO, kind=Sign.Kind.ENCOURAGING, now=NOW)

    today = alice_client.get("/").content.decode()

    assert "Two of them argued" not in today
    assert "The founder said hello" not in today
