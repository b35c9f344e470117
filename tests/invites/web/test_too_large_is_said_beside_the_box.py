"""Up to 5 MB are read, pasted or as a file; beyond, the page says so and why."""

from __future__ import annotations

import pytest
from django.test import Client
from playwright.sync_api import Browser, expect
from pytest_django.live_server_helper import LiveServer

from interviews import reading_limit
from interviews.invites.found import Found
from interviews.models import Invite
from tests import browsing
from tests.invites.web.conftest import READ
from tests.invites.web.letters import LETTER

MB = 1024 * 1024
SAID = "This is larger than 5 MB"


def long(size: int) -> str:
    return f"{LETTER}\n{'It goes on. ' * (size // 12)}"


def test_nearly_five_reach_the_reader(alice_client, monkeypatch):
    asked: list[int] = []

    def reader(data: bytes, **_: object) -> Found:
        asked.append(len(data))
        return Found(text="Read")

    monkeypatch.setattr(reading_limit, "read_limited", reader)

    response = alice_client.post(READ, {"text": long(5 * MB - 2000)})

    assert response.status_code == 302
    assert 4.9 * MB < asked[0] <= 5 * MB


@pytest.mark.parametrize("size", [5 * MB + 1, 8 * MB])
def test_more_is_said_beside_the_box(alice_client, size):
    response = alice_client.post(READ, {"text": long(size)})

    assert response.status_code in {413, 422}
    page = response.content.decode()
    assert SAID in page
    assert 'aria-invalid="true"' in page
    assert not Invite.objects.exists()


def test_so_it_is_where_the_token_of_the_page_is_looked_for_first(alice):
    client = Client(enforce_csrf_checks=True)
    client.force_login(alice)
    client.get("/invites/new/")

    response = client.post(READ, {"text": long(8 * MB)})

    assert response.status_code == 413
    assert SAID in response.content.decode()


@pytest.mark.django_db
def test_a_stranger_hears_nothing_of_it():
    client = Client(enforce_csrf_checks=True)
    client.get("/accounts/login/")

    response = client.post(READ, {"text": long(8 * MB)})

    assert response.status_code == 400
    assert SAID not in response.content.decode()


def test_elsewhere_it_is_refused_as_ever(alice_client):
    answer = alice_client.post("/applications/new/", {"role": long(8 * MB)})

    assert answer.status_code == 400


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_without_javascript(
    alice_client: Client, browser: Browser, live_server: LiveServer
) -> None:
    with browsing.watched_page(
        browser, live_server.url, java_script_enabled=False
    ) as page:
        browsing.sign_in(page, alice_client, live_server.url)
        page.goto("/invites/new/")
        page.get_by_label("Paste the invitation").fill(long(7 * MB))
        page.get_by_role("button", name="Read it").click()

        expect(page.get_by_role("alert")).to_contain_text(SAID)
