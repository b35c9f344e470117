from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from applications.actions import company_named
from guidance import library
from guidance.vocabulary import Form, Kind
from interviews.actions import add_round
from preparation.actions import Wanted, add_story, choose_questions, edit_question
from preparation.advice import situation_before
from preparation.bank import PROVEN_BY, fitting, wanted
from preparation.models import Proof, Question, Story
from tests.interviews.world import NOW, session

pytestmark = pytest.mark.usefixtures("monday")


def test_every_story_the_library_asks_for_has_its_tag():
    asked = {
        advice.id
        for advice in library.load()
        if advice.kind is Kind.STORIES and advice.form is Form.PROMPT
    }
    assert asked == set(PROVEN_BY)
    assert {proof for proofs in PROVEN_BY.values() for proof in proofs} == set(Proof)


def test_the_advice_of_the_round_says_what_is_wanted(round_):
    proofs = wanted(situation_before(round_, NOW))
    assert {Proof.CONFLICT, Proof.ACHIEVEMENT, Proof.VALUE} <= proofs
    # An hour before it is as good as three days before.
    assert wanted(situation_before(round_, NOW + timedelta(days=3, hours=-1))) == proofs


def test_a_value_fits_where_it_is_theirs_or_nobodys(alice, round_):
    other = company_named("Globex", owner=alice)
    here = round_.application.company
    for company in (other, here, None):
        add_story(
            owner=alice, title=f"{company}", proves=["value"], company=company, now=NOW
        )
    found = fitting(Story.objects.all(), round_, situation_before(round_, NOW))
    assert [story.company for story in found] == [here, None]


def test_the_round_leads_to_the_stories_that_fit(alice, round_, alice_client):
    url = round_.get_absolute_url()
    assert "Write down two or three stories" in alice_client.get(url).content.decode()
    add_story(owner=alice, title="Untold", now=NOW)
    page = alice_client.get(url).content.decode()
    assert "None of your stories fits this round yet." in page

    for title in ("The tender", "The flood"):
        add_story(owner=alice, title=title, proves=["conflict"], now=NOW)
    page = alice_client.get(url).content.decode()
    assert f'<a href="/stories/?round={round_.pk}">2 of your stories fit</a>' in page
    listed = alice_client.get(f"/stories/?round={round_.pk}").content.decode()
    assert "The tender" in listed
    assert "Untold" not in listed


def test_the_round_of_another_owner_does_not_exist(round_, mallory_client):
    assert mallory_client.get(f"/stories/?round={round_.pk}").status_code == 404


@pytest.mark.parametrize("address", ["/stories/", "/stories/?round={round}"])
def test_ten_stories_ask_no_more_than_one(alice, round_, alice_client, address):
    counts = []
    for size in (1, 9):
        for number in range(size):
            add_story(
                owner=alice,
                title=f"{size} {number}",
                proves=["value"],
                company=company_named(f"{size} {number}", owner=alice),
                now=NOW,
            )
        with CaptureQueriesContext(connection) as captured:
            alice_client.get(address.format(round=round_.pk))
        counts.append(len(captured))
    assert counts[0] == counts[1]


def test_a_story_tells_where_it_is_ready(round_, alice, alice_client):
    story = add_story(owner=alice, title="The long night", now=NOW)
    add_story(owner=alice, title="Another", now=NOW)
    wanted = [Wanted(text="What failed?")]
    choose_questions(round_, side="they_ask", wanted=wanted, now=NOW)
    question = Question.objects.get()
    edit_question(question, story=story, now=NOW)

    page = alice_client.get(story.get_absolute_url()).content.decode()

    assert "Ready to answer" in page
    assert "What failed?" in page
    assert "Acme, second interview" in page


def test_what_an_earlier_round_was_told_is_said_beside_it(round_, alice, alice_client):
    story = add_story(owner=alice, title="The long night", proves=["grit"], now=NOW)
    choose_questions(
        round_, side="they_ask", wanted=[Wanted(text="What failed?")], now=NOW
    )
    edit_question(Question.objects.get(), story=story, now=NOW)
    third = add_round(
        round_.application,
        number=3,
        session=session(NOW + timedelta(days=9)),
        people=[],
        now=NOW,
    )
    address = f"/stories/?round={third.pk}"
    assert "ready in round 2 already" in alice_client.get(address).content.decode()
