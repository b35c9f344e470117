from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from interviews.actions import Person, add_interviewer, add_round
from preparation.actions import Wanted, add_story, choose_questions
from preparation.models import Question
from tests.applications.world import listening
from tests.interviews.world import NOW, acme, session


def _url(round_) -> str:
    return f"/rounds/{round_.pk}/questions/"


def _add(client, round_, **data: object):
    return client.post(f"{_url(round_)}add/", data, follow=True).content.decode()


def _named(name: str):
    return Question.objects.get(contact__name=name)


def test_the_library_suggests_what_fits_the_round(round_, alice_client):
    page = alice_client.get(_url(round_)).content.decode()
    assert "How do you deal with conflict?" in page
    assert 'value="asked-technical"' not in page  # nobody said it is technical
    dana, rafael = page.partition("Choose for Dana Wu")[2].split(
        "Choose for Rafael Ortiz"
    )
    assert "What do you most want to reach here?" in dana
    assert "What do you most want to reach" not in rafael
    assert "How could I grow in this post?" in rafael


def test_chosen_ones_leave_the_suggestions_and_are_told_once(round_, alice_client):
    with listening() as told:
        page = _add(
            alice_client,
            round_,
            side="they_ask",
            advice=["asked-conflict", "asked-failure"],
            text="Why lorries?",
        )
    assert told == [round_.application]
    assert "3 questions are ready." in page
    assert list(Question.objects.values_list("advice", flat=True)) == [
        "asked-conflict",
        "asked-failure",
        "",
    ]
    assert 'value="asked-conflict"' not in page
    assert "Why lorries?" in page

    _add(alice_client, round_, side="they_ask", text="Why lorries?")
    assert Question.objects.count() == 3


@pytest.mark.parametrize(
    "data",
    [
        {"side": "they_ask"},
        {"side": "they_ask", "advice": "made-up"},
        {"side": "they_ask", "advice": "own-questions"},
        {"side": "nobody", "text": "Why?"},
        {"side": "you_ask", "text": "Why?", "contact": "999999"},
        {"side": "you_ask", "text": "Why?" * 200},
    ],
)
def test_what_cannot_be_is_refused(round_, alice_client, data):
    assert 'class="toast error"' in _add(alice_client, round_, **data)
    assert not Question.objects.exists()


def test_each_interviewer_has_their_own_and_who_has_none_is_named(round_, alice_client):
    dana = next(p for p in round_.people if p.name == "Dana Wu")
    page = _add(
        alice_client, round_, side="you_ask", text="What next?", contact=dana.pk
    )
    assert _named("Dana Wu").text == "What next?"
    assert "No question yet for Rafael Ortiz." in page
    round_page = alice_client.get(round_.get_absolute_url()).content.decode()
    assert "for Rafael Ortiz</span></a>" in round_page  # to choose one
    assert "for Dana Wu</span></a>" not in round_page
    assert "What next?" in round_page


def test_an_answer_or_a_story_is_kept_and_comes_along_to_the_next_round(
    alice, round_, alice_client
):
    _add(alice_client, round_, side="they_ask", advice="asked-conflict")
    question = Question.objects.get()
    story = add_story(owner=alice, title="The tender", now=NOW)
    edited = {"text": question.text, "answer": "I listen first.", "story": story.pk}
    alice_client.post(f"/questions/{question.pk}/", edited)

    later = add_round(
        acme(alice),
        number=None,
        session=session(NOW + timedelta(days=9)),
        people=[],
        now=NOW,
    )
    page = _add(alice_client, later, side="they_ask", advice="asked-conflict")
    again = Question.objects.get(round=later)
    assert (again.answer, again.story) == ("I listen first.", story)
    assert again.practised_at is None
    assert "The tender" in page


def test_another_owners_story_cannot_be_linked(round_, mallory, alice_client):
    theirs = add_story(owner=mallory, title="Hidden", now=NOW)
    _add(alice_client, round_, side="they_ask", text="Why?")
    question = Question.objects.get()
    url = f"/questions/{question.pk}/"
    refused = alice_client.post(url, {"text": "Why?", "story": theirs.pk})
    assert refused.status_code == 422
    assert "Hidden" not in refused.content.decode()


def test_one_is_taken_off_after_a_word(round_, alice_client):
    _add(alice_client, round_, side="they_ask", text="Why?")
    url = f"/questions/{Question.objects.get().pk}/remove/"
    assert "You can choose it again." in alice_client.get(url).content.decode()
    alice_client.post(url)
    assert Question.objects.exists()
    alice_client.post(url, {"sure": "yes"})
    assert not Question.objects.exists()


def test_the_same_question_twice_is_refused_kindly(round_, alice_client):
    _add(alice_client, round_, side="they_ask", text="Why?")
    _add(alice_client, round_, side="they_ask", text="Why us?")
    url = f"/questions/{Question.objects.get(text='Why us?').pk}/"
    refused = alice_client.post(url, {"text": "Why?"})
    assert refused.status_code == 422
    assert "You have that question already." in refused.content.decode()


@pytest.mark.parametrize("page", ["", "remove/", "practise/", "asked/"])
def test_strangers_see_and_change_nothing(round_, mallory_client, page):
    wanted = [Wanted(text="Why?")]
    choose_questions(round_, side="they_ask", wanted=wanted, now=NOW)
    question = Question.objects.get()
    url = f"/questions/{question.pk}/{page}"
    assert mallory_client.get(url).status_code in {404, 405}
    assert mallory_client.post(url, {"text": "X", "sure": "yes"}).status_code == 404
    assert mallory_client.get(_url(round_)).status_code == 404
    assert mallory_client.post(f"{_url(round_)}add/").status_code == 404
    assert Question.objects.get().text == "Why?"


def test_ten_of_everything_ask_no_more_than_one(alice, round_, alice_client):
    counts = []
    for size in (1, 9):
        for number in range(size):
            person = add_interviewer(
                round_, person=Person(name=f"P {size} {number}"), now=NOW
            )
            for side in ("they_ask", "you_ask"):
                whom = person if side == "you_ask" else None
                wanted = [Wanted(text=f"{size} {number}?")]
                choose_questions(
                    round_, side=side, wanted=wanted, contact=whom, now=NOW
                )
        with CaptureQueriesContext(connection) as captured:
            assert alice_client.get(_url(round_)).status_code == 200
            assert alice_client.get(round_.get_absolute_url()).status_code == 200
        counts.append(len(captured))
    assert counts[0] == counts[1]
