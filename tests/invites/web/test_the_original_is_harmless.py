"""What anybody can send is shown as text and given back as a file, never as a page."""

from __future__ import annotations

import pytest

from tests.invites.web.conftest import sent
from tests.invites.web.letters import LETTER, event

pytestmark = pytest.mark.usefixtures("monday")

EVIL = (
    LETTER + '\n<script>alert(1)</script> <img src="https://evil.test/x.png" onerror=x>'
    "\njavascript:alert(2) https://evil.test/?steal=me"
)


@pytest.fixture
def kept(alice_client, hand_in):
    invite = hand_in(EVIL)
    alice_client.post(invite.get_absolute_url(), sent(alice_client, invite))
    invite.refresh_from_db()
    return invite


@pytest.mark.parametrize("where", ["draft", "original"])
def test_as_text_only(alice_client, hand_in, where):
    invite = hand_in(EVIL)
    address = invite.get_absolute_url()
    page = alice_client.get(
        address if where == "draft" else f"{address}original/"
    ).content.decode()

    letter = page[page.index('class="letter"') :]
    assert "<script>alert" not in page
    assert "<img" not in letter
    assert "&lt;script&gt;" in letter
    assert 'href="https://evil.test' not in page


def test_the_page_of_it_stands_with_the_round(alice_client, kept):
    page = alice_client.get(kept.get_absolute_url()).content.decode()

    assert kept.get_absolute_url().endswith("/original/")
    assert "thank you for your time" in page
    assert kept.round.get_absolute_url() in page


@pytest.mark.parametrize(
    ("text", "name"), [(EVIL, ".txt"), (event(), ".ics"), (LETTER, ".txt")]
)
def test_the_file_is_saved_and_not_opened(alice_client, hand_in, text, name):
    invite = hand_in(text)

    response = alice_client.get(f"/invites/{invite.pk}/file/")

    assert response.content == text.encode()
    assert response.headers["Content-Type"] == "application/octet-stream"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Content-Disposition"] == (
        f'attachment; filename="invitation-{invite.pk}{name}"'
    )


def test_a_strangers_does_not_exist(mallory_client, kept):
    for part in ("", "original/", "file/"):
        assert mallory_client.get(f"/invites/{kept.pk}/{part}").status_code == 404
    for part in ("", "typed/", "deed/"):
        answer = mallory_client.post(f"/invites/{kept.pk}/{part}", {"do": "discard"})
        assert answer.status_code == 404
