"""“Write the notes” opens without signing in, and the mail tells which links do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from accounts.models import User
from interviews.models import FollowUp, Round
from reminders.emails.words import in_a_row
from reminders.links import Link, Purpose
from reminders.models import Kind
from tests.interviews.world import NOW, acme, invited
from tests.reminders.mails import html, sent_to, text, urls_in_text
from tests.security.tables import dump


@pytest.fixture(autouse=True)
def _at_now() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def round_(alice: User) -> Round:
    started = NOW - timedelta(hours=2)
    return invited(acme(alice, now=started), starts_at=started, now=started)


@pytest.fixture
def link(round_: Round, alice: User) -> Link:
    return Link(
        purpose=Purpose.NOTES, owner=alice, subject=str(round_.pk), issued_at=NOW
    )


def _actions(page: str) -> list[str]:
    return re.findall(r'<form method="post" action="([^"]+)"', page)


def test_the_main_button_of_the_mail_opens_without_signing_in(
    alice: User, round_: Round, client: Client
) -> None:
    words = text(sent_to(alice, Kind.THANK_YOU, now=NOW))
    found = re.search(r"Write the notes:\nhttp://[^/]+(/\S+)", words)

    assert found is not None
    page = client.get(found[1])
    assert page.status_code == 200
    assert "Dana Wu" in page.content.decode()
    assert "Rafael Ortiz" in page.content.decode()


def test_the_mail_is_true_about_its_links(
    alice: User, round_: Round, client: Client
) -> None:
    mail = sent_to(alice, Kind.THANK_YOU, now=NOW)

    for part in (text(mail).replace("\n", " "), html(mail)):
        assert (
            "“Write the notes” and the links beside a name work without signing in"
            in part
        )
        assert "once you sign in" in part
    for url in urls_in_text(mail):
        path = "/" + url.split("/", 3)[3]
        needs_no_sign_in = client.get(path).status_code == 200
        assert needs_no_sign_in is ("/m/" in path)


def test_each_note_has_buttons_of_its_own(
    round_: Round, link: Link, client: Client
) -> None:
    dana = round_.follow_ups.get(contact__name="Dana Wu")
    page = client.get(link.path).content.decode()
    sent = link.to(Purpose.SENT, dana.pk).path
    assert sent in _actions(page)

    response = client.post(sent, {"action": "do", "back": link.token})

    assert response.headers["Location"] == link.path
    notes = round_.follow_ups.thank_yous()
    states = dict(notes.values_list("contact__name", "state"))
    assert states == {"Dana Wu": "sent", "Rafael Ortiz": "open"}
    page = client.get(link.path).content.decode()
    assert "sent today" in page

    client.post(sent, {"action": "undo", "back": link.token})
    dana.refresh_from_db()
    assert dana.state == FollowUp.State.OPEN


def test_nothing_changes_by_looking(link: Link, client: Client) -> None:
    before = dump()
    assert client.get(link.path).status_code == 200
    assert client.post(link.path).status_code == 405
    assert dump() == before


@pytest.mark.parametrize("purpose", sorted(set(Purpose) - {Purpose.NOTES}))
def test_no_other_link_opens_it(
    purpose: Purpose, link: Link, client: Client, round_: Round
) -> None:
    other = link.to(purpose, round_.pk)
    page = reverse("reminders:mail_notes", args=[other.token])
    assert client.get(page).status_code == 404
    assert client.get(f"/m/{link.token}/").status_code == 404


def test_the_way_back_leads_to_ones_own_notes_only(
    link: Link, mallory: User, round_: Round, client: Client
) -> None:
    note = round_.follow_ups.thank_yous()[0]
    sent = link.to(Purpose.SENT, note.pk)
    theirs = Link(
        purpose=Purpose.NOTES, owner=mallory, subject=str(round_.pk), issued_at=NOW
    )
    for back in (theirs.token, sent.token, "https://evil.example", ""):
        response = client.post(sent.path, {"action": "do", "back": back})
        assert response.headers["Location"] == sent.path
    assert client.get(theirs.path).status_code == 404


@pytest.mark.parametrize(
    ("lines", "row"),
    [
        ("pricing project\nthe move to one data team", "pricing project; the move"),
        ("- a slide deck.\n* your questions", "a slide deck. your questions"),
        ("\n\n one \n", "one"),
    ],
)
def test_lines_stay_apart_in_a_row(lines: str, row: str) -> None:
    assert in_a_row(lines).startswith(row)


def test_the_unfilled_note_is_not_marked_by_one_press(
    link: Link, round_: Round, client: Client
) -> None:
    note = round_.follow_ups.thank_yous()[0]
    write = link.to(Purpose.WRITE, note.pk).path
    typed = {"draft": "Hello\n[your name]", "action": "do"}

    response = client.post(write, typed)

    assert response.status_code == 422
    assert "Mark as sent anyway" in response.content.decode()
    note.refresh_from_db()
    assert (note.state, note.draft[:5]) == (FollowUp.State.OPEN, "Hello")
    client.post(write, typed | {"anyway": "1"})
    note.refresh_from_db()
    assert note.state == FollowUp.State.SENT
