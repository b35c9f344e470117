from __future__ import annotations

import pytest

from preparation.actions import Wanted, choose_questions, edit_question
from preparation.models import Question
from tests.interviews.world import NOW


@pytest.fixture
def questions(round_) -> list[Question]:
    wanted = [Wanted(text="Why us?"), Wanted(text="Why you?")]
    choose_questions(round_, side="they_ask", wanted=wanted, now=NOW)
    own = [Wanted(text="What next?")]
    choose_questions(round_, side="you_ask", wanted=own, now=NOW)
    return list(Question.objects.filter(side="they_ask"))


def _url(question) -> str:
    return f"/questions/{question.pk}/practise/"


def test_one_after_the_other_and_each_is_recorded(round_, questions, alice_client):
    first, second = questions
    page = alice_client.get(_url(first)).content.decode()
    assert "Question 1 of 2" in page
    assert "Not practised yet." in page

    answered = alice_client.post(_url(first))
    assert answered.headers["Location"] == _url(second)
    first.refresh_from_db()
    second.refresh_from_db()
    assert first.practised_at == NOW
    assert second.practised_at is None

    last = alice_client.post(_url(second), follow=True)
    assert "That was the last one." in last.content.decode()
    page = alice_client.get(f"/rounds/{round_.pk}/").content.decode()
    assert "2 chosen, all practised" in page


def test_a_skipped_one_is_not_recorded(questions, alice_client):
    page = alice_client.get(_url(questions[0])).content.decode()
    assert f'href="{_url(questions[1])}">Skip</a>' in page
    assert not Question.objects.exclude(practised_at=None).exists()


def test_the_answer_waits_folded(questions, alice_client):
    edit_question(questions[0], answer="Because of the routes.", now=NOW)
    page = alice_client.get(_url(questions[0])).content.decode()
    assert "<summary>What you want to say</summary>" in page
    assert "Because of the routes." in page


def test_ones_own_questions_are_not_practised(questions, alice_client):
    own = Question.objects.get(side="you_ask")
    assert alice_client.get(_url(own)).status_code == 404
