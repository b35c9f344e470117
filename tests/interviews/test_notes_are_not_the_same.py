"""No two notes to a company carry the same particular words unseen."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from applications.actions import create_application
from applications.models import Application
from interviews import letters
from interviews.actions import Noted, Person, mark_sent, save_debrief, save_draft, skip
from interviews.models import FollowUp, Round
from interviews.particulars import cautions, particulars
from tests.interviews.world import NOW, acme, invited

pytestmark = pytest.mark.usefixtures("monday")

PRIYA = Person(name="Priya Nair", email="priya@example.com")
TOM = Person(name="Tom Keller")


@pytest.fixture
def round_(alice) -> Round:
    return invited(acme(alice), starts_at=NOW - timedelta(hours=3), people=(PRIYA, TOM))


def at(owner: User, company: str) -> Application:
    return create_application(
        owner=owner, company_name=company, role="Analyst", now=NOW
    )


def talked(round_: Round, *topics: str) -> None:
    people = [person.pk for person in round_.people]
    noted = Noted(topics=dict(zip(people, topics, strict=True)))
    save_debrief(round_, noted, promised_on=None, now=NOW)


def note_to(round_: Round, name: str) -> FollowUp:
    return FollowUp.objects.get(round=round_, contact__name=name)


def page_of(client, row) -> str:
    return client.get(row.get_absolute_url()).content.decode()


SAYS = "says the same"


def test_the_same_topic_with_two_people_is_flagged_on_both(round_, alice_client):
    talked(round_, "How billing moved.", "how  billing moved")

    page = page_of(alice_client, note_to(round_, "Priya Nair"))
    assert SAYS in page
    assert "note to Tom Keller" in page
    assert SAYS in page_of(alice_client, note_to(round_, "Tom Keller"))
    assert page_of(alice_client, round_).count("also stands in the") == 2


def test_other_topics_are_not(round_, alice_client):
    talked(round_, "How billing moved", "The on-call week")
    assert SAYS not in page_of(alice_client, note_to(round_, "Priya Nair"))
    assert "also stands in" not in page_of(alice_client, round_)


def test_a_sentence_of_ones_own_copied_into_another_draft_is_flagged(
    round_, alice, alice_client
):
    for name, more in (("Priya Nair", ""), ("Tom Keller", " Really!")):
        note = note_to(round_, name)
        draft = letters.beginning(note, writer=alice, now=NOW)
        own = f"Your story of the great rewrite made me smile.{more}"
        save_draft(note, draft=draft.replace(letters.TOPIC, own), now=NOW)

    page = page_of(alice_client, note_to(round_, "Tom Keller"))

    assert "“Your story of the great rewrite made me smile.”" in page


def test_the_words_of_the_pattern_are_not_particular(round_, alice):
    draft = letters.beginning(note_to(round_, "Priya Nair"), writer=alice, now=NOW)
    assert particulars(draft) == {}
    assert particulars(draft.replace("today", "on Friday")) == {}


def test_a_round_later_at_the_same_company_is_compared_too(round_, alice_client):
    talked(round_, "How billing moved", "The on-call week")
    mark_sent(note_to(round_, "Priya Nair"), now=NOW)
    second = invited(
        round_.application, starts_at=NOW - timedelta(hours=1), people=(PRIYA,)
    )
    talked(second, "How billing moved")

    page = page_of(alice_client, note_to(second, "Priya Nair"))

    assert "says the same" in page
    assert "(first interview)" in page


def test_what_will_not_be_sent_is_not_compared(round_, alice_client):
    talked(round_, "How billing moved", "How billing moved")
    skip(note_to(round_, "Tom Keller"), now=NOW)
    assert SAYS not in page_of(alice_client, note_to(round_, "Priya Nair"))


def test_other_companies_and_other_owners_are_not_compared(
    round_, alice, mallory, alice_client
):
    talked(round_, "How billing moved", "The on-call week")
    for owner, company in ((alice, "Globex"), (mallory, "Acme")):
        other = invited(
            at(owner, company), starts_at=NOW - timedelta(hours=2), people=(PRIYA,)
        )
        talked(other, "How billing moved")
    assert SAYS not in page_of(alice_client, note_to(round_, "Priya Nair"))


def test_a_note_without_its_topic_is_not_ready(round_, alice_client):
    assert page_of(alice_client, round_).count("not ready, topic missing") == 2
    talked(round_, "How billing moved", "")
    assert page_of(alice_client, round_).count("not ready, topic missing") == 1
    today = alice_client.get("/").content.decode()
    assert today.count("not ready, topic missing") == 1
    written = note_to(round_, "Tom Keller")
    save_draft(written, draft="Dear Tom, thank you for the maps.", now=NOW)
    assert "not ready" not in page_of(alice_client, round_)


def test_many_notes_ask_the_database_no_more_than_two(alice, alice_client):
    counts = []
    for name, size in (("Acme", 2), ("Globex", 12)):
        people = tuple(Person(name=f"Person {n} {name}") for n in range(size))
        made = invited(
            at(alice, name), starts_at=NOW - timedelta(hours=2), people=people
        )
        talked(made, *["The same"] * size)
        with CaptureQueriesContext(connection) as queries:
            page = page_of(alice_client, made)
        assert page.count("also stands in the") == size
        counts.append(len(queries))
    assert counts[0] == counts[1]


@pytest.mark.parametrize(
    "draft",
    [
        "May I ask about the salary?",
        "Please decide soon.",
        "I need your decision by Friday, for I have another offer.",
        "word " * 201,
    ],
)
def test_pay_pressure_and_length_are_told(draft):
    assert len(cautions(draft)) == 1


def test_a_plain_note_is_warned_about_nothing(round_, alice):
    draft = letters.beginning(note_to(round_, "Priya Nair"), writer=alice, now=NOW)
    assert cautions(draft) == []
    assert cautions("We spoke of payments and of paying attention.") == []
