from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
import time_machine
from django.test import Client

from accounts.models import User
from interviews.models import Round
from reminders.models import Kind, Preferences, Reminder
from tests.interviews.world import NOW, acme, invited
from tests.reminders.mails import sent_to

ONE_CLICK = {"List-Unsubscribe": "One-Click"}
TOLD_AT = NOW + timedelta(hours=4)


@pytest.fixture(autouse=True)
def _at_told() -> Iterator[None]:
    with time_machine.travel(TOLD_AT, tick=False):
        yield


@pytest.fixture
def round_(alice: User) -> Round:
    before = NOW - timedelta(days=3)
    return invited(acme(alice, now=before), starts_at=NOW, now=before)


@pytest.fixture
def address(alice: User, round_: Round) -> str:
    """What the header of a real mail offers."""
    mail = sent_to(alice, Kind.THANK_YOU, now=TOLD_AT)
    return urlsplit(mail["List-Unsubscribe"].strip("<>")).path


def _states(kind: str) -> set[str]:
    return set(Reminder.objects.filter(kind=kind).values_list("state", flat=True))


def test_a_post_without_cookies_switches_only_that_kind_off(
    alice: User, address: str
) -> None:
    mail_program = Client(enforce_csrf_checks=True)

    response = mail_program.post(address, ONE_CLICK)

    assert response.status_code == 200
    wishes = Preferences.objects.get(owner=alice)
    assert not wishes.thank_you
    assert wishes.prepare
    assert wishes.status_check
    assert _states("thank_you") == {"cancelled"}
    assert _states("status_check") == {"scheduled"}


def test_twice_is_once(alice: User, address: str, client: Client) -> None:
    client.post(address, ONE_CLICK)

    assert client.post(address, ONE_CLICK).status_code == 200
    assert not Preferences.objects.get(owner=alice).thank_you


def test_the_page_offers_the_button_and_the_way_back(
    alice: User, address: str, client: Client
) -> None:
    assert "Stop these mails?" in client.get(address).content.decode()
    stopped = client.post(address, ONE_CLICK).content.decode()
    assert "will not be sent any more" in stopped

    client.post(address, {"action": "undo"})

    assert Preferences.objects.get(owner=alice).thank_you
    assert _states("thank_you") == {"scheduled"}


@pytest.mark.parametrize("body", [{}, {"List-Unsubscribe": "yes"}, {"x": "One-Click"}])
def test_any_other_post_changes_nothing(
    alice: User, address: str, client: Client, body: dict[str, str]
) -> None:
    client.post(address, body)

    assert not Preferences.objects.filter(owner=alice, thank_you=False).exists()


def test_a_stranger_keeps_their_own_choice(
    address: str, mallory: User, mallory_client: Client
) -> None:
    mallory_client.post(address, ONE_CLICK)

    assert not Preferences.objects.filter(owner=mallory).exists()
