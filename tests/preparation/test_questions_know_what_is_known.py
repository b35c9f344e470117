"""What the owner's research may answer, what is left to ask, what they heard."""

from __future__ import annotations

from datetime import timedelta

import pytest

from applications.models import ResearchNote
from applications.research import write_research
from guidance.situation import Logged
from interviews.actions import Asked, Noted, add_round, save_debrief
from interviews.models import Round
from interviews.situation import situation_of
from preparation.actions import (
    SameQuestionError,
    Wanted,
    choose_questions,
    edit_question,
    mark_asked,
)
from preparation.known_already import topic_of
from preparation.models import Question
from tests.interviews.world import DANA, NOW, RAFAEL, acme, session

pytestmark = pytest.mark.usefixtures("monday")
Topic = ResearchNote.Topic


@pytest.fixture
def first(alice) -> Round:
    return add_round(
        acme(alice),
        number=1,
        session=session(NOW - timedelta(hours=2)),
        people=[DANA],
        now=NOW,
    )


@pytest.fixture
def second(first) -> Round:
    return add_round(
        first.application,
        number=2,
        session=session(NOW + timedelta(days=3)),
        people=[DANA, RAFAEL],
        now=NOW,
    )


def ready(round_, text, *, advice="", contact=None, side="you_ask") -> Question:
    choose_questions(
        round_,
        side=side,
        wanted=[Wanted(text=text, advice=advice)],
        contact=contact,
        now=NOW,
    )
    return Question.objects.get(round=round_, text=text)


def page_of(client, round_) -> str:
    return client.get(f"/rounds/{round_.pk}/questions/").content.decode()


# --- research -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("What products come next?", Topic.PRODUCTS),
        ("Who are your competitors?", Topic.RIVALS),
        ("What is the culture like?", Topic.CULTURE),
        ("How does your industry change?", Topic.SECTOR),
        ("How do you decide?", None),
        ("Who will I work with?", None),
    ],
)
def test_what_a_question_is_about_is_told_by_its_words(text, topic):
    assert topic_of(Question(text=text)) == topic


def test_research_on_the_topic_warns_and_says_only_that_it_may(second, alice_client):
    question = ready(second, "Who are your competitors?")
    warning = "Your notes on their rivals may answer this."
    assert warning not in page_of(alice_client, second)

    company = second.application.company
    write_research(company, texts={Topic.RIVALS: "Globex, Initech"}, now=NOW)
    assert warning in page_of(alice_client, second)

    write_research(company, texts={Topic.RIVALS: ""}, now=NOW)
    assert warning not in page_of(alice_client, second)
    mark_asked(question, asked=True, now=NOW)
    write_research(company, texts={Topic.RIVALS: "Globex"}, now=NOW)
    assert warning not in page_of(alice_client, second)


def test_a_question_of_the_library_is_warned_about_before_it_is_chosen(
    second, alice_client
):
    company = second.application.company
    write_research(company, texts={Topic.CULTURE: "Quiet"}, now=NOW)
    assert "Your notes on their culture may answer this." in page_of(
        alice_client, second
    )


# --- somebody without a question --------------------------------------------------


def test_each_person_without_a_question_gets_one_proposed(second, alice_client):
    page = page_of(alice_client, second)
    assert page.count('class="proposal"') == 2
    dana = second.people[0]
    ready(second, "How do you decide?", contact=dana)
    assert page_of(alice_client, second).count('class="proposal"') == 1


# --- asked before, however it was written -------------------------------------------


def test_marks_and_spaces_make_no_other_question(first, second, alice_client):
    mark_asked(ready(first, "How do you decide?"), asked=True, now=NOW)
    ready(second, "how  do you decide")
    assert "You asked this in round 1." in page_of(alice_client, second)


def test_the_same_in_one_round_is_kept_once(second):
    ready(second, "How do you decide?")
    choose_questions(
        second, side="you_ask", wanted=[Wanted(text="How do you decide")], now=NOW
    )
    assert Question.objects.count() == 1


def test_two_edits_to_the_same_words_end_in_a_message(second):
    one, two = ready(second, "How do you decide?"), ready(second, "Who decides?")
    with pytest.raises(SameQuestionError):
        edit_question(two, text=one.text, now=NOW)
    two.refresh_from_db()
    assert two.text == "Who decides?"


def test_who_was_second_is_told_in_the_form(second, alice_client, monkeypatch):
    one, two = ready(second, "How do you decide?"), ready(second, "Who decides?")
    monkeypatch.setattr("preparation.forms.has_twin", lambda _: False)  # was not, yet
    response = alice_client.post(
        f"/questions/{two.pk}/", {"text": one.text, "answer": "", "contact": ""}
    )
    assert response.status_code == 422
    assert "You have that question already." in response.content.decode()


# --- what they heard -------------------------------------------------------------


def test_what_they_answered_is_kept_with_the_question(first, alice_client):
    question = ready(first, "How do you decide?")
    address = f"/questions/{question.pk}/asked/"
    alice_client.post(address)
    assert "Note what they answered" in page_of(alice_client, first)

    alice_client.post(address, {"answer": "By a vote, on Fridays."})

    page = page_of(alice_client, first)
    assert "By a vote, on Fridays." in page
    assert "Note what they answered" not in page
    question.refresh_from_db()
    assert question.asked_at


def test_asked_stands_with_the_notes_and_in_the_next_round(first, second, alice_client):
    question = ready(first, "How do you decide?")
    mark_asked(question, asked=True, answer="By a vote.", now=NOW)

    notes = alice_client.get(f"/rounds/{first.pk}/debrief/").content.decode()
    assert "Marked as asked already: “How do you decide?”" in notes
    page = alice_client.get(second.get_absolute_url()).content.decode()
    assert "From round 1" in page
    assert "By a vote." in page
    fresh = Round.objects.complete().get(pk=second.pk)
    assert situation_of(fresh, NOW).log == {Logged.ASKED}


def test_written_down_and_marked_it_is_told_once(first):
    mark_asked(ready(first, "How do you decide?"), asked=True, now=NOW)
    noted = Noted(own_questions="how do you decide\nWho left?")
    save_debrief(first, noted, promised_on=None, now=NOW)
    fresh = Round.objects.complete().get(pk=first.pk)
    assert [used.text for used in fresh.questions_used] == [
        "How do you decide?",
        "Who left?",
    ]


# --- what is left for the next round ------------------------------------------------


def test_what_was_not_asked_comes_along(first, second, alice_client):
    dana = first.people[0]
    ready(first, "How do you decide?", contact=dana)
    mark_asked(ready(first, "Who left?"), asked=True, now=NOW)

    page = page_of(alice_client, second)
    assert 'name="again" value="How do you decide?"' in page
    assert "Not asked in round 1." in page
    assert 'name="again" value="Who left?"' not in page

    alice_client.post(
        f"/rounds/{second.pk}/questions/add/",
        {"side": "you_ask", "again": "How do you decide?", "contact": dana.pk},
    )
    assert Question.objects.get(round=second).contact == dana
    assert 'name="again"' not in page_of(alice_client, second)


def test_what_they_asked_comes_along_to_be_practised(first, second, alice_client):
    noted = Noted(
        questions=[
            Asked(text="Why us?", went="Fine", lengthen=False),
            Asked(text="What failed?", went="Rambled", lengthen=True),
        ]
    )
    save_debrief(first, noted, promised_on=None, now=NOW)

    page = page_of(alice_client, second)
    assert page.index('value="What failed?"') < page.index('value="Why us?"')
    assert "you want to lengthen the answer" in page

    alice_client.post(
        f"/rounds/{second.pk}/questions/add/",
        {"side": "they_ask", "again": "What failed?"},
    )
    assert Question.objects.get(round=second).is_theirs
    assert 'value="What failed?"' not in page_of(alice_client, second)


def test_words_that_no_round_left_cannot_be_carried(second, alice_client):
    alice_client.post(
        f"/rounds/{second.pk}/questions/add/",
        {"side": "you_ask", "again": "Made up?"},
    )
    assert not Question.objects.exists()


# --- practice -----------------------------------------------------------------------


def test_practice_begins_with_what_was_not_practised(second, alice_client):
    one = ready(second, "Why us?", side="they_ask")
    two = ready(second, "What failed?", side="they_ask")
    alice_client.post(f"/questions/{one.pk}/practise/")
    assert f'class="btn primary" href="/questions/{two.pk}/practise/"' in page_of(
        alice_client, second
    )
