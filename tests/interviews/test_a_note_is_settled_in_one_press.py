from __future__ import annotations

from datetime import timedelta

import pytest

from interviews.models import FollowUp, Round
from tests.interviews.world import NOW, acme, invited

pytestmark = pytest.mark.usefixtures("monday")

HTMX = {"HX-Request": "true"}
SENT, SKIPPED, OPEN = FollowUp.State.SENT, FollowUp.State.SKIPPED, FollowUp.State.OPEN


@pytest.fixture
def round_(alice) -> Round:
    return invited(acme(alice), starts_at=NOW - timedelta(hours=3))


@pytest.fixture
def note(round_) -> FollowUp:
    return round_.follow_ups.get(contact__name="Dana Wu")


@pytest.mark.parametrize(("act", "state"), [("sent", SENT), ("skip", SKIPPED)])
def test_with_a_plain_button(note, alice_client, act, state):
    response = alice_client.post(f"/follow-ups/{note.pk}/{act}/", {"next": "/"})

    note.refresh_from_db()
    assert (note.state, note.settled_at) == (state, NOW)
    assert response.headers["Location"] == "/"


@pytest.mark.parametrize("act", ["sent", "skip"])
def test_with_htmx_its_line_comes_back_with_an_undo(note, alice_client, act):
    response = alice_client.post(
        f"/follow-ups/{note.pk}/{act}/", {"next": "/"}, headers=HTMX
    )

    line = response.content.decode()
    assert f'<li id="follow-up-{note.pk}" class="settled"' in line
    assert f"/follow-ups/{note.pk}/reopen/" in line
    assert "Rafael" not in line
    assert "follow-up-changed" in response.headers["HX-Trigger"]


@pytest.mark.parametrize(
    ("first", "second", "state"), [("sent", "skip", SENT), ("skip", "sent", SKIPPED)]
)
@pytest.mark.parametrize("headers", [{}, HTMX])
def test_an_older_page_does_not_turn_it_over(
    note, alice_client, first, second, state, headers
):
    alice_client.post(f"/follow-ups/{note.pk}/{first}/", headers=HTMX)

    response = alice_client.post(
        f"/follow-ups/{note.pk}/{second}/", {"next": "/"}, headers=headers
    )

    note.refresh_from_db()
    assert note.state == state
    shown = response if headers else alice_client.get("/")
    assert "already, and stays so" in shown.content.decode()


def test_the_page_to_write_does_not_turn_it_over_either(note, alice_client):
    alice_client.post(f"/follow-ups/{note.pk}/skip/")

    alice_client.post(
        note.get_absolute_url(), {"draft": "Thank you.", "then": "sent", "next": "/"}
    )

    note.refresh_from_db()
    assert (note.state, note.draft) == (SKIPPED, "Thank you.")
    assert "already, and stays so" in alice_client.get("/").content.decode()


def test_undo_makes_it_owed_again(note, alice_client):
    alice_client.post(f"/follow-ups/{note.pk}/sent/")

    line = alice_client.post(f"/follow-ups/{note.pk}/reopen/", headers=HTMX)

    note.refresh_from_db()
    assert (note.state, note.settled_at) == (OPEN, None)
    assert "Write the note" in line.content.decode()


def test_only_its_own_note_is_settled(note, round_, alice_client):
    alice_client.post(f"/follow-ups/{note.pk}/sent/")

    others = round_.follow_ups.thank_yous().exclude(pk=note.pk)
    assert [other.state for other in others] == [OPEN]


@pytest.mark.parametrize("act", ["sent", "skip", "reopen"])
def test_opening_the_address_does_nothing(note, alice_client, act):
    assert alice_client.get(f"/follow-ups/{note.pk}/{act}/").status_code == 405
    note.refresh_from_db()
    assert note.state == OPEN


def test_the_page_of_the_round_shows_each(round_, alice_client):
    page = alice_client.get(f"/rounds/{round_.pk}/").content.decode()

    assert "Thank-you note to Dana Wu" in page
    assert "Thank-you note to Rafael Ortiz" in page
    assert "ended today 10:00</span>, not ready, topic missing" in page


def test_nothing_is_shown_as_owed_before_the_round_is_over(alice, alice_client):
    round_ = invited(acme(alice), starts_at=NOW + timedelta(hours=3))

    page = alice_client.get(f"/rounds/{round_.pk}/").content.decode()

    assert "Thank-you note to" not in page


def test_without_names_it_asks_who_it_was_and_takes_a_name(alice, alice_client):
    round_ = invited(acme(alice), starts_at=NOW - timedelta(hours=3), people=())
    page = alice_client.get(f"/rounds/{round_.pk}/").content.decode()
    assert "Who did you meet?" in page
    assert "write to the person who invited you" in page

    alice_client.post(
        f"/rounds/{round_.pk}/interviewers/", {"name": "Nora Lind", "kind": "hr"}
    )

    owed = round_.follow_ups.owed(NOW).values_list("contact__name", flat=True)
    assert list(owed) == ["Nora Lind"]


def test_a_name_is_needed_to_add_somebody(round_, alice_client):
    response = alice_client.post(f"/rounds/{round_.pk}/interviewers/", {"name": " "})

    assert response.status_code == 422
    assert "Who is this? Give a name." in response.content.decode()
