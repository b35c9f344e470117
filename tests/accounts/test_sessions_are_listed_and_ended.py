from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone

from tests.accounts.factors import type_password
from tests.conftest import PASSWORD

LIST = "/accounts/sessions/"
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0"
IPHONE = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 "
    "(KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1"
)


def signed_in(user_agent: str) -> Client:
    client = Client(headers={"User-Agent": user_agent})
    type_password(client)
    return client


def is_in(client: Client) -> bool:
    return client.get("/you/").status_code == 200


@pytest.fixture
def here(alice) -> Client:
    return signed_in(FIREFOX)


@pytest.fixture
def elsewhere(here) -> Client:
    return signed_in(IPHONE)


def test_each_with_its_device_in_words(here, elsewhere):
    page = here.get(LIST).content.decode()
    assert page.index("Firefox on Linux") < page.index("this one")
    assert "Safari on iPhone" in page
    assert "Last seen today" in page
    assert page.count("this one") == 1


def test_one_is_ended(here, elsewhere):
    other = UserSession.objects.get(user_agent=IPHONE)
    page = here.post(f"/you/sessions/{other.pk}/end/", follow=True).content.decode()
    assert "That browser is signed out." in page
    assert not is_in(elsewhere)
    assert is_in(here)


def test_a_strangers_is_not_there(here, mallory_client):
    own = UserSession.objects.get(user_agent=FIREFOX)
    assert mallory_client.post(f"/you/sessions/{own.pk}/end/").status_code == 404
    assert is_in(here)


def test_all_others_are_ended(here, elsewhere):
    third = signed_in("curl/8.0")
    here.post(LIST)
    assert [is_in(client) for client in (here, elsewhere, third)] == [
        True,
        False,
        False,
    ]


def test_a_new_password_ends_the_others(here, elsewhere):
    new = "another long phrase"
    here.post(
        "/accounts/password/change/",
        {"oldpassword": PASSWORD, "password1": new, "password2": new},
    )
    assert is_in(here)
    assert not is_in(elsewhere)
    assert "iPhone" not in here.get(LIST).content.decode()


def test_signing_in_gives_a_new_session(client, alice):
    client.get("/accounts/login/")
    before = client.session.session_key
    type_password(client)
    assert client.session.session_key != before


def test_it_ends_a_month_after_the_last_visit(here):
    for days in (20, 40, 60):
        with time_machine.travel(timezone.now() + timedelta(days=days)):
            assert is_in(here)
    with time_machine.travel(timezone.now() + timedelta(days=60 + 31)):
        assert not is_in(here)


def test_it_ends_after_ninety_days_whatever_happens(here):
    start, key = timezone.now(), here.session.session_key
    for days in (25, 50, 75, 89):
        with time_machine.travel(start + timedelta(days=days)):
            assert is_in(here)
    with time_machine.travel(start + timedelta(days=91)):
        page = here.get("/you/", follow=True).content.decode()
    assert "It has been a while" in page
    assert not Session.objects.filter(session_key=key).exists()


def test_the_last_visit_is_written_every_few_minutes_only(here):
    def seen():
        return UserSession.objects.get().last_seen_at

    first = seen()
    with time_machine.travel(timezone.now() + timedelta(minutes=4)):
        here.get("/you/")
        assert seen() == first
    with time_machine.travel(timezone.now() + timedelta(minutes=6)):
        here.get("/you/")
        assert seen() > first
