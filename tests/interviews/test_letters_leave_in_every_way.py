"""A note can be opened in the mail, passed on by somebody, or copied by hand."""

from __future__ import annotations

import re
from datetime import timedelta
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from applications.models import Contact
from interviews import letters, posting
from interviews.actions import Person, save_draft
from interviews.models import FollowUp, Round
from tests.interviews.world import NOW, acme, invited, write_down

pytestmark = pytest.mark.usefixtures("monday")

HANA = Person(name="Hana Kim", email="hana@example.com", kind=Contact.Kind.HR)
TOM = Person(name="Tom Keller")


@pytest.fixture
def round_(alice) -> Round:
    return invited(acme(alice), starts_at=NOW - timedelta(hours=3), people=(HANA, TOM))


def note_to(round_: Round, name: str) -> FollowUp:
    return FollowUp.objects.get(round=round_, contact__name=name)


def test_who_has_no_address_gets_it_through_somebody_who_has(round_, alice_client):
    note = note_to(round_, "Tom Keller")
    save_draft(note, draft="Dear Tom,\n\nthank you.", now=NOW)

    page = alice_client.get(note.get_absolute_url())

    assert "Ask Hana Kim to pass it on" in page.content.decode()
    address = urlsplit(page.context["passing_on"])
    assert unquote(address.path) == "hana@example.com"
    fields = parse_qs(address.query)
    assert fields["subject"] == ["A note for Tom Keller"]
    (body,) = fields["body"]
    assert body.startswith(
        "Dear Hana,\r\n\r\nMay I ask you to pass this note on to Tom"
    )
    assert body.endswith("---\r\n\r\nDear Tom,\r\n\r\nthank you.")


@pytest.mark.parametrize(
    ("name", "draft", "ways"),
    [
        ("Alice", "Dear Tom, thank you.", ["mail", "messenger", "copy"]),
        ("Alice", f"Dear Tom. {letters.TOPIC}", []),
        ("", f"Dear Tom. {letters.OWN_NAME}", []),
        ("", "Dear Tom, thank you. Alice", ["mail", "copy"]),
    ],
)
def test_with_gaps_it_does_not_leave(alice, round_, alice_client, name, draft, ways):
    type(alice).objects.filter(pk=alice.pk).update(name=name)
    note = note_to(round_, "Tom Keller")
    save_draft(note, draft=draft, now=NOW)

    page = alice_client.get(note.get_absolute_url()).content.decode()

    held = re.findall(r"data-leaves( hidden)?>", page)
    names = ["mail", "messenger", "copy"]
    open_ = [way for way, is_held in zip(names, held, strict=True) if not is_held]
    assert open_ == ways
    line = re.search(r'id="gaps"[^>]*>', page)
    assert line
    assert (" hidden" not in line[0]) == bool(letters.gaps(draft))


def test_who_has_an_address_needs_nobody(round_, alice_client):
    page = alice_client.get(note_to(round_, "Hana Kim").get_absolute_url())
    assert "pass it on" not in page.content.decode()


def test_with_nobody_to_write_to_it_is_said(alice, alice_client):
    made = invited(acme(alice), starts_at=NOW - timedelta(hours=3), people=(TOM,))
    page = alice_client.get(note_to(made, "Tom Keller").get_absolute_url())
    assert "whoever invited you" in page.content.decode()
    assert "messenger" not in page.context


def test_somebody_else_of_the_company_may_pass_it_on(alice, alice_client):
    made = invited(acme(alice), starts_at=NOW - timedelta(hours=3), people=(TOM,))
    Contact.objects.create(
        owner=alice,
        company=made.application.company,
        name="Rita Moss",
        email="rita@example.com",
    )
    page = alice_client.get(note_to(made, "Tom Keller").get_absolute_url())
    assert "Ask Rita Moss to pass it on" in page.content.decode()


@pytest.mark.parametrize(("words", "is_long"), [(30, False), (600, True)])
def test_a_link_that_some_programs_cut_is_told(round_, alice_client, words, is_long):
    note = note_to(round_, "Hana Kim")
    save_draft(note, draft="billing " * words, now=NOW)
    page = alice_client.get(note.get_absolute_url())
    assert page.context["is_long"] is is_long
    assert ('id="long-mail" hidden' in page.content.decode()) is not is_long


def test_a_moment_goes_in_before_the_last_words(round_, alice, alice_client):
    write_down(round_)
    note = note_to(round_, "Hana Kim")
    draft = letters.beginning(note, writer=alice, now=NOW)
    page = alice_client.get(note.get_absolute_url()).content.decode()
    assert "A moment that shows you suit" in page
    moment = "Your question, “Why us?”, has stayed with me, too:"
    assert f'name="moment" value="{moment}"' in page

    sent = draft.replace("\n", "\r\n")  # as browsers send it
    alice_client.post(note.get_absolute_url(), {"draft": sent, "moment": moment})

    note.refresh_from_db()
    paragraphs = note.draft.replace("\r\n", "\n").split("\n\n")
    assert paragraphs[-3] == f"{moment} {letters.MOMENT}"
    assert paragraphs[-2].startswith(letters.INTEREST)
    assert letters.MOMENT in letters.gaps(note.draft)


def test_a_moment_in_a_draft_of_ones_own_goes_before_the_greeting() -> None:
    draft = "Dear Hana,\n\nthank you.\n\nBest,\nAlice"
    moved = letters.with_moment(draft, "A moment:")
    assert moved.split("\n\n")[2] == f"A moment: {letters.MOMENT}"
    assert letters.with_moment("Hi", "A moment:").startswith("Hi\n\nA moment:")


def test_the_address_of_a_message_to_nobody_is_open(round_):
    nobody = FollowUp(round=round_, kind=FollowUp.Kind.THANK_YOU)
    assert posting.mailto(nobody, draft="x").startswith("mailto:?subject=")
