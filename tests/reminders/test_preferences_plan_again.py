from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from allauth.account.models import EmailAddress
from django.conf import LazySettings
from django.test import Client
from django.urls import reverse

from accounts.models import User
from interviews.models import Round
from reminders.models import Kind, Preferences, Reminder
from tests.interviews.world import NOW, acme, invited

ALL_ON = {kind.value: "on" for kind in Kind if kind is not Kind.DIGEST}


@pytest.fixture(autouse=True)
def _at_now() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def round_(alice: User) -> Round:
    return invited(acme(alice), starts_at=NOW + timedelta(days=3))


def _planned() -> set[str]:
    return set(Reminder.objects.scheduled().values_list("kind", flat=True))


@pytest.fixture
def url() -> str:
    return reverse("reminders:preferences")


def test_a_kind_switched_off_leaves_the_plan(
    alice: User, round_: Round, alice_client: Client, url: str
) -> None:
    response = alice_client.post(url, {"prepare": "on", "status_check": "on"})

    assert response.status_code == 302
    assert _planned() == {"prepare", "status_check"}
    assert not Preferences.objects.get(owner=alice).thank_you


def test_switched_on_again_it_is_the_same_plan(
    round_: Round, alice_client: Client, url: str
) -> None:
    before = set(Reminder.objects.values_list("key", "due_at", "state"))
    alice_client.post(url, {})
    assert _planned() == set()

    alice_client.post(url, ALL_ON)

    assert set(Reminder.objects.values_list("key", "due_at", "state")) == before


def test_everything_is_on_until_somebody_chooses(
    alice_client: Client, url: str
) -> None:
    page = alice_client.get(url).content.decode()

    switches = set(re.findall(r'name="(\w+)"[^>]* checked', page))
    assert switches == {*ALL_ON, "prepare_leads"}
    assert not Preferences.objects.exists()


def test_each_switch_says_when_it_comes(alice_client: Client, url: str) -> None:
    page = alice_client.get(url).content.decode()

    for words in ("18:00", "17:00", "08:30", "9:00", "Berlin"):
        assert words in page


def test_a_mail_that_would_not_leave_is_not_promised(
    alice_client: Client, url: str, settings: LazySettings
) -> None:
    settings.EMAIL_CONFIGURED = False

    assert "Mail is not configured" in alice_client.get(url).content.decode()


def test_only_the_verified_main_address_is_promised_mail(
    alice: User, alice_client: Client, url: str, settings: LazySettings
) -> None:
    settings.EMAIL_CONFIGURED = True
    assert "not verified yet" not in alice_client.get(url).content.decode()
    EmailAddress.objects.filter(user=alice).update(primary=False)

    assert "not verified yet" in alice_client.get(url).content.decode()


def test_a_stranger_changes_only_their_own(
    alice: User, round_: Round, mallory_client: Client, url: str
) -> None:
    mallory_client.post(url, {"owner": alice.pk})

    assert _planned() == {"prepare", "debrief", "thank_you", "status_check"}
    assert not Preferences.objects.filter(owner=alice).exists()
