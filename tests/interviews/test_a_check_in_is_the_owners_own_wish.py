"""After one question without an answer Callback suggests no second: the owner may."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from interviews import letters
from interviews.actions import (
    NothingToAskError,
    add_check_in,
    clear_outcome,
    mark_replied,
    mark_sent,
    record_outcome,
    skip,
    unmark_replied,
)
from interviews.models import FollowUp, Round
from tests.interviews.world import BERLIN, NOW, acme, invited, status_check

pytestmark = pytest.mark.usefixtures("monday")

FRIDAY = date(2026, 11, 27)
ASK = "I want to ask once more"


@pytest.fixture
def round_(alice) -> Round:
    return invited(acme(alice), starts_at=NOW - timedelta(days=12))


@pytest.fixture
def silent(round_) -> Round:
    check = status_check(round_)
    assert check
    mark_sent(check, now=NOW - timedelta(days=4))
    return round_


def check_ins(round_: Round) -> list[FollowUp]:
    return list(round_.follow_ups.filter(kind=FollowUp.Kind.CHECK_IN))


def page(client, round_: Round) -> str:
    return client.get(round_.get_absolute_url()).content.decode()


def test_none_is_ever_planned_by_itself(silent, alice_client):
    for weeks in (1, 4, 20):
        later = NOW + timedelta(weeks=weeks)
        mark_replied(silent, now=later)
        unmark_replied(silent, now=later)

    assert check_ins(silent) == []
    assert "suggests no second message" in page(alice_client, silent)


def test_the_owner_may_plan_one_for_a_day_of_their_own(silent, alice_client):
    alice_client.post(f"/rounds/{silent.pk}/check-in/", {"on": "2026-11-27"})

    (row,) = check_ins(silent)
    assert row.due_at == datetime(2026, 11, 27, 9, 0, tzinfo=BERLIN)
    words = page(alice_client, silent)
    assert "Check in with Acme once more" in words
    assert "you planned it for Fri 27 Nov" in words
    assert ASK not in words


def test_it_waits_on_today_from_its_day_on(silent, alice_client, time_machine):
    row = add_check_in(silent, on=FRIDAY, now=NOW)
    due = FollowUp.objects.owed(NOW)
    assert row not in due

    time_machine.move_to(row.due_at, tick=False)

    assert row in FollowUp.objects.owed(row.due_at)
    today = alice_client.get("/").content.decode()
    assert "Check in with Acme once more" in today
    assert "They replied" in today


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", "Choose a day."),
        ("2026-11-22", "That day is over. Choose one to come."),
        ("soon", "Give a date, for example"),
    ],
)
def test_a_day_that_cannot_be_is_refused_kindly(silent, alice_client, typed, words):
    response = alice_client.post(f"/rounds/{silent.pk}/check-in/", {"on": typed})

    assert response.status_code == 422
    assert words in response.content.decode()
    assert check_ins(silent) == []


def test_not_before_the_one_question_was_sent(round_, alice_client):
    with pytest.raises(NothingToAskError):
        add_check_in(round_, on=FRIDAY, now=NOW)

    assert ASK not in page(alice_client, round_)
    alice_client.post(f"/rounds/{round_.pk}/check-in/", {"on": "2026-11-27"})
    assert check_ins(round_) == []


def test_a_second_while_one_is_planned_moves_it(silent):
    add_check_in(silent, on=FRIDAY, now=NOW)
    add_check_in(silent, on=FRIDAY + timedelta(days=3), now=NOW)

    (row,) = check_ins(silent)
    assert row.due_at.date() == date(2026, 11, 30)


def test_after_one_was_sent_the_owner_may_plan_another(silent, alice_client):
    mark_sent(add_check_in(silent, on=FRIDAY, now=NOW), now=NOW)

    assert ASK in page(alice_client, silent)
    add_check_in(silent, on=FRIDAY + timedelta(days=7), now=NOW)
    assert [row.state for row in check_ins(silent)] == ["sent", "open"]


@pytest.mark.parametrize("answer", ["offer", "no", "withdrawn", "next_round"])
def test_any_answer_ends_it_and_undo_brings_it_back(silent, answer):
    add_check_in(silent, on=FRIDAY, now=NOW)

    record_outcome(silent, outcome=answer, now=NOW)
    assert check_ins(silent)[0].state == FollowUp.State.WITHDRAWN

    clear_outcome(silent, now=NOW)
    assert check_ins(silent)[0].is_open


def test_so_does_a_reply(silent):
    add_check_in(silent, on=FRIDAY, now=NOW)

    mark_replied(silent, now=NOW)
    assert check_ins(silent)[0].state == FollowUp.State.WITHDRAWN

    unmark_replied(silent, now=NOW)
    assert check_ins(silent)[0].is_open


def test_set_aside_it_stays_so(silent):
    skip(add_check_in(silent, on=FRIDAY, now=NOW), now=NOW)
    mark_replied(silent, now=NOW)
    unmark_replied(silent, now=NOW)

    assert check_ins(silent)[0].state == FollowUp.State.SKIPPED


def test_its_words_name_the_first_question_and_press_nobody(alice, silent):
    row = add_check_in(silent, on=FRIDAY, now=NOW)
    row = FollowUp.objects.to_write().get(pk=row.pk)

    words = letters.beginning(row, writer=alice, now=NOW)

    assert "I wrote to you on Thu 19 Nov" in words
    assert "still interested in the position of Analyst" in words
    assert letters.gaps(words) == ["[their name]", "[your name]"] or "Dana" in words
