from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, timedelta

import pytest
import time_machine
from django.test import Client

from accounts.models import User
from interviews.models import FollowUp
from reminders import links
from reminders.links import LIFETIME, BadLink, Link, Purpose
from tests.interviews.world import NOW, acme, invited
from tests.reminders.mails import link


@pytest.fixture(autouse=True)
def _at_now() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def note(alice: User) -> FollowUp:
    started = NOW - timedelta(hours=2)
    round_ = invited(acme(alice, now=started), starts_at=started, now=started)
    return round_.follow_ups.thank_yous()[0]


def _gone(client: Client, path: str) -> str:
    for response in (client.get(path), client.post(path)):
        assert response.status_code == 404
        assert response["Cache-Control"] == "no-store"
        page = response.content.decode()
        assert "This link does not work any more" in page
        assert "Sign in" in page
    return path


def _stop(user: User) -> Link:
    return Link(purpose=Purpose.STOP, owner=user, subject="thank_you", issued_at=NOW)


def test_wrong_purpose(note: FollowUp, client: Client) -> None:
    token = link(note, Purpose.WRITE, issued_at=NOW).token
    for other in set(Purpose) - {Purpose.WRITE}:
        forged = other + token.removeprefix("write")
        _gone(client, f"/m/{forged}/")
        _gone(client, f"/m/stop/{forged}/")


def test_a_link_on_the_page_of_another(
    note: FollowUp, alice: User, client: Client
) -> None:
    _gone(client, f"/m/stop/{link(note, Purpose.SENT, issued_at=NOW).token}/")
    _gone(client, f"/m/{_stop(alice).token}/")


@pytest.mark.parametrize("at", [0, 6, 9, -1, -20])
def test_tampered(note: FollowUp, client: Client, at: int) -> None:
    token = link(note, Purpose.SENT, issued_at=NOW).token
    other = "A" if token[at] != "A" else "B"
    forged = token[:at] + other + (token[at + 1 :] if at != -1 else "")

    _gone(client, f"/m/{forged}/")
    note.refresh_from_db()
    assert note.is_open


@pytest.mark.parametrize(
    "token", ["x", "sent", "sent.1.1", "....", "sent.é.1.1.s", "0" * 5000]
)
def test_nonsense(client: Client, db: None, token: str) -> None:
    _gone(client, f"/m/{token}/")
    _gone(client, f"/m/stop/{token}/")


def test_expired_after_thirty_days(note: FollowUp, client: Client) -> None:
    oldest = NOW.astimezone(UTC) - LIFETIME
    path = link(note, Purpose.SENT, issued_at=oldest).path
    assert client.get(path).status_code == 200

    older = oldest - timedelta(seconds=1)
    _gone(client, link(note, Purpose.SENT, issued_at=older).path)


def test_a_link_to_stop_never_expires(alice: User, client: Client) -> None:
    old = Link(
        purpose=Purpose.STOP,
        owner=alice,
        subject="prepare",
        issued_at=NOW - timedelta(days=3000),
    )

    assert client.get(old.path).status_code == 200


def test_gone_with_its_note(note: FollowUp, client: Client) -> None:
    path = link(note, Purpose.SENT, issued_at=NOW).path
    note.delete()

    _gone(client, path)


def test_gone_with_its_owner(note: FollowUp, alice: User, client: Client) -> None:
    path = link(note, Purpose.SENT, issued_at=NOW).path
    User.objects.filter(pk=alice.pk).update(is_active=False)

    _gone(client, path)


def test_gone_with_the_address_it_was_mailed_to(
    note: FollowUp, alice: User, client: Client
) -> None:
    path = link(note, Purpose.SENT, issued_at=NOW).path
    assert client.get(path).status_code == 200
    User.objects.filter(pk=alice.pk).update(email="new@example.com")

    _gone(client, path)
    assert client.get(_stop(alice).path).status_code == 200


def test_of_another_owner(note: FollowUp, mallory: User, client: Client) -> None:
    other = Link(
        purpose=Purpose.SENT,
        owner=mallory,
        subject=str(note.pk),
        issued_at=NOW,
    )

    _gone(client, other.path)


def test_the_token_says_what_it_was_made_from(note: FollowUp) -> None:
    made = link(note, Purpose.SKIP, issued_at=NOW)

    assert links.read(made.token, now=NOW) == made
    with pytest.raises(BadLink):
        links.read(made.token, now=NOW + LIFETIME + timedelta(seconds=1))
