from __future__ import annotations

from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest

from interviews import letters
from interviews.actions import Person, save_notes
from interviews.models import FollowUp, Round
from tests.applications.world import listening
from tests.interviews.world import NOW, acme, invited

pytestmark = pytest.mark.usefixtures("monday")

PRIYA = Person(name="Priya Nair", email="priya@example.com")
TOM = Person(name="Tom Keller")


@pytest.fixture
def round_(alice) -> Round:
    round_ = invited(
        acme(alice), starts_at=NOW - timedelta(hours=3), people=(PRIYA, TOM)
    )
    save_notes(round_, notes="- One data model\n\n- What not to build\n", now=NOW)
    return round_


def note_to(round_: Round, name: str) -> FollowUp:
    return FollowUp.objects.get(round=round_, contact__name=name)


def draft_shown(client, note):
    return client.get(f"/follow-ups/{note.pk}/").context["form"]["draft"].value()


def test_it_begins_with_thanks_a_topic_and_interest(round_, alice_client):
    draft = draft_shown(alice_client, note_to(round_, "Priya Nair"))

    assert draft.startswith("Dear Priya Nair,")
    assert "Thank you for taking the time to talk with me on Mon 23 Nov" in draft
    assert "What stayed with me most: One data model" in draft
    assert "I would still very much like to work at Acme." in draft


def test_two_people_get_different_topics(round_, alice_client):
    assert "What not to build" in draft_shown(
        alice_client, note_to(round_, "Tom Keller")
    )


def test_without_notes_the_topic_is_a_gap_that_is_said(round_, alice_client):
    save_notes(round_, notes="", now=NOW)

    response = alice_client.get(f"/follow-ups/{note_to(round_, 'Priya Nair').pk}/")

    assert response.context["gaps"] == [letters.TOPIC, letters.OWN_NAME]
    assert f"<b>{letters.TOPIC}</b>" in response.content.decode()


def test_a_filled_gap_is_none():
    assert letters.gaps(f"Dear Ann, {letters.OWN_NAME}") == [letters.OWN_NAME]
    assert letters.gaps("Dear Ann, [sic] Sam") == []


def test_a_later_round_thanks_for_being_invited_back(round_, alice_client):
    invited(round_.application, starts_at=NOW - timedelta(hours=2), people=(PRIYA,))

    note = FollowUp.objects.get(round__number=2, contact__name="Priya Nair")

    assert "and for inviting me back." in draft_shown(alice_client, note)


def test_the_draft_is_kept(round_, alice_client):
    note = note_to(round_, "Priya Nair")

    response = alice_client.post(f"/follow-ups/{note.pk}/", {"draft": "Dear Priya"})

    assert response.headers["Location"] == f"/follow-ups/{note.pk}/"
    assert draft_shown(alice_client, note) == "Dear Priya"
    note.refresh_from_db()
    assert note.state == FollowUp.State.OPEN


def test_marking_as_sent_keeps_the_words_too(round_, alice_client):
    note = note_to(round_, "Priya Nair")

    alice_client.post(
        f"/follow-ups/{note.pk}/", {"draft": "Last words", "then": "sent"}
    )

    note.refresh_from_db()
    assert (note.state, note.draft) == (FollowUp.State.SENT, "Last words")


def test_marking_as_sent_is_one_change(round_, alice_client):
    note = note_to(round_, "Priya Nair")

    with listening() as told:
        alice_client.post(f"/follow-ups/{note.pk}/", {"draft": "Hi", "then": "sent"})

    assert told == [round_.application]


def test_opening_the_page_writes_nothing(round_, alice_client):
    note = note_to(round_, "Priya Nair")

    draft_shown(alice_client, note)

    note.refresh_from_db()
    assert note.draft == ""


def test_the_mail_link_carries_recipient_subject_and_words(round_, alice_client):
    note = note_to(round_, "Priya Nair")
    words = "Dear Priya & all,\nthanks = much?"
    alice_client.post(f"/follow-ups/{note.pk}/", {"draft": words})

    link = alice_client.get(f"/follow-ups/{note.pk}/").context["mailto"]

    parts = urlsplit(link)
    assert (parts.scheme, parts.path) == ("mailto", "priya@example.com")
    assert parse_qs(parts.query) == {
        "subject": ["Thank you for our conversation: Analyst"],
        "body": ["Dear Priya & all,\r\nthanks = much?"],
    }


def test_without_an_address_it_says_how_to_reach_them(round_, alice_client):
    page = alice_client.get(f"/follow-ups/{note_to(round_, 'Tom Keller').pk}/")

    assert "No address yet." in page.content.decode()


def test_the_status_check_names_the_day_they_gave(alice, alice_client):
    promised = (NOW - timedelta(days=4)).date()
    round_ = invited(
        acme(alice),
        starts_at=NOW - timedelta(days=9),
        people=(TOM, PRIYA),
        now=NOW - timedelta(days=9),
        promised_on=promised,
    )
    check = round_.follow_ups.get(kind=FollowUp.Kind.STATUS_CHECK)

    response = alice_client.get(f"/follow-ups/{check.pk}/")

    draft = response.context["form"]["draft"].value()
    assert response.context["recipient"].name == "Priya Nair"  # who has an address
    assert "by Thu 19 Nov. May I ask where things stand?" in draft
    assert "I remain very interested" in draft
