from __future__ import annotations

from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest

from interviews import letters
from interviews.actions import Noted, Person, save_debrief
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
    priya, tom = round_.people
    talked(round_, {priya.pk: "One data model", tom.pk: "What not to build"})
    return round_


def talked(round_: Round, topics: dict[int | None, str]) -> None:
    save_debrief(round_, Noted(topics=topics), promised_on=None, now=NOW)


def note_to(round_: Round, name: str) -> FollowUp:
    return FollowUp.objects.get(round=round_, contact__name=name)


def draft_shown(client, note):
    return client.get(f"/follow-ups/{note.pk}/").context["form"]["draft"].value()


def test_it_begins_with_thanks_a_topic_and_interest(round_, alice_client):
    draft = draft_shown(alice_client, note_to(round_, "Priya Nair"))

    assert draft.startswith("Dear Priya,")
    assert (
        "Thank you for taking the time to talk with me today about the position of "
        "Analyst."
    ) in draft
    assert "has stayed with me: One data model.\n" in draft
    assert "I would very much like to work at Acme." in draft


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("Dana Wu", "Dana"),
        ("Dr. Dana Wu", "Dr. Wu"),
        ("Prof Anna Maria Lopez", "Prof Lopez"),
        ("Cher", "Cher"),
        ("Ms", "Ms"),
    ],
)
def test_people_are_addressed_as_people_do(name, address):
    assert letters.form_of_address(name) == address


@pytest.mark.parametrize(
    ("days", "words"),
    [(0, "me today"), (1, "me yesterday"), (3, "me on Friday"), (9, "on 14 November")],
)
def test_the_day_is_told_as_people_do(days, words, alice):
    at = NOW - timedelta(days=days, hours=2)
    round_ = invited(acme(alice), starts_at=at, people=(TOM,))
    note = note_to(round_, "Tom Keller")
    assert words in letters.beginning(note, writer=alice, now=NOW)


def test_a_topic_that_is_a_sentence_gets_no_second_stop(round_, alice):
    talked(round_, {round_.people[0].pk: "Do they hire?"})
    note = note_to(round_, "Priya Nair")
    assert "me: Do they hire?\n" in letters.beginning(note, writer=alice, now=NOW)


def test_the_writers_name_stands_at_the_end_once_it_is_known(
    round_, alice, alice_client
):
    note = note_to(round_, "Priya Nair")
    page = f"/follow-ups/{note.pk}/"
    alice_client.post(page, {"draft": f"Dear Priya\n{letters.OWN_NAME}"})
    assert 'name="your_name"' in alice_client.get(page).content.decode()

    alice_client.post(
        page, {"draft": f"Hello\n{letters.OWN_NAME}", "your_name": "Alice Moreno"}
    )

    alice.refresh_from_db()
    assert alice.name == "Alice Moreno"
    assert draft_shown(alice_client, note).split() == ["Hello", "Alice", "Moreno"]
    assert 'name="your_name"' not in alice_client.get(page).content.decode()
    other = draft_shown(alice_client, note_to(round_, "Tom Keller"))
    assert other.endswith("Kind regards,\nAlice Moreno")


def test_a_draft_kept_without_a_name_gets_it(round_, alice, alice_client):
    note = note_to(round_, "Priya Nair")
    page = f"/follow-ups/{note.pk}/"
    alice_client.post(page, {"draft": f"Hello\n{letters.OWN_NAME}"})
    alice_client.post("/you/name/", {"name": "Alice Moreno"})
    assert draft_shown(alice_client, note).endswith("Alice Moreno")


def test_marking_an_unfilled_note_as_sent_warns_once(round_, alice_client):
    note = note_to(round_, "Priya Nair")
    typed = {"draft": f"Dear Priya\n{letters.OWN_NAME}", "then": "sent"}

    response = alice_client.post(f"/follow-ups/{note.pk}/", typed)

    page = response.content.decode()
    assert response.status_code == 422
    assert "Not marked as sent yet, your words are kept." in page
    note.refresh_from_db()
    assert (note.state, note.draft[:10]) == (FollowUp.State.OPEN, "Dear Priya")
    assert "Mark as sent anyway" in page

    alice_client.post(f"/follow-ups/{note.pk}/", typed | {"anyway": "1"})
    note.refresh_from_db()
    assert note.state == FollowUp.State.SENT


def test_two_people_get_different_topics(round_, alice_client):
    assert "What not to build" in draft_shown(
        alice_client, note_to(round_, "Tom Keller")
    )


def test_without_notes_the_topic_is_a_gap_that_is_said(round_, alice_client):
    talked(round_, dict.fromkeys((person.pk for person in round_.people), ""))

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
