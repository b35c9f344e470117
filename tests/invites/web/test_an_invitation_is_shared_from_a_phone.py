"""On the home screen of a phone Callback stands in the share sheet (Web Share Target)."""

from __future__ import annotations

import json
from http import HTTPStatus

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Browser, expect
from pytest_django.live_server_helper import LiveServer

from interviews.models import Invite
from tests import browsing
from tests.invites.web.letters import LETTER, event

SHARED = "/invites/shared/"
# What browsers say of a request that no page has made.
FROM_THE_SYSTEM = {"Sec-Fetch-Site": "none"}


def share(client: Client, **fields: object):
    return client.post(SHARED, fields, headers=FROM_THE_SYSTEM)


def test_words_become_a_draft(alice_client, alice):
    answer = share(alice_client, title="Your interview", text=LETTER, url="")

    draft = Invite.objects.get(owner=alice)
    assert answer.headers["Location"] == draft.get_absolute_url()
    page = alice_client.get(draft.get_absolute_url()).content.decode()
    assert "Your interview" in page
    assert "Priya Nair" in page


def test_what_is_said_twice_is_read_once(alice_client):
    where = "https://zoom.us/j/8812204417"

    share(alice_client, title=where, text=LETTER, url=where)

    assert bytes(Invite.objects.get().data).decode() == LETTER.strip()


def test_a_file_becomes_one_whatever_else_is_said(alice_client):
    file = SimpleUploadedFile("invite.ics", event().encode(), "text/calendar")

    share(alice_client, title="invite.ics", file=file)

    assert Invite.objects.get().filename == "invite.ics"


def test_nothing_is_said_beside_the_box(alice_client):
    answer = share(alice_client, title="", text="  ")

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "There is nothing in it yet" in answer.content.decode()
    assert not Invite.objects.exists()


def test_what_is_too_large_is_said_there_too(alice_client):
    answer = share(alice_client, text="It goes on. " * 700_000)

    assert answer.status_code == HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    assert "This is larger than 5 MB" in answer.content.decode()


def test_whoever_has_to_sign_in_is_told_to_share_it_once_more(client, alice):
    away = share(client, text=LETTER)
    assert away.headers["Location"].startswith(reverse("account_login"))

    client.force_login(alice)
    page = client.get(SHARED, follow=True)

    assert "You were signed out. Please share it once more." in page.content.decode()
    assert page.redirect_chain == [("/invites/new/", HTTPStatus.FOUND)]
    assert not Invite.objects.exists()


@pytest.mark.parametrize("said", ["same-origin", "same-site", "cross-site", ""])
def test_no_page_can_do_it(alice, said):
    client = Client(enforce_csrf_checks=True)
    client.force_login(alice)
    headers = {"Sec-Fetch-Site": said} if said else {}

    answer = client.post(SHARED, {"text": LETTER}, headers=headers)

    assert answer.status_code == HTTPStatus.FORBIDDEN
    assert not Invite.objects.exists()


def test_the_phone_needs_no_token_of_a_page(alice):
    client = Client(enforce_csrf_checks=True)
    client.force_login(alice)

    assert share(client, text=LETTER).status_code == HTTPStatus.FOUND


def test_the_page_says_so_where_it_can_be_done(alice_client):
    def says(**asked: bool) -> bool:
        page = alice_client.get("/invites/new/", **asked).content.decode()
        return "add Callback to the home screen" in page

    assert says(secure=True)
    # Phones put nothing there that came over an open line.
    assert not says(secure=False)


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_a_browser_can_put_it_on_the_home_screen(
    alice_client: Client, browser: Browser, live_server: LiveServer
) -> None:
    with browsing.watched_page(browser, live_server.url) as page:
        browsing.sign_in(page, alice_client, live_server.url)
        page.goto("/")
        expect(page.get_by_role("main")).to_be_visible()
        asked = page.context.new_cdp_session(page)
        read = asked.send("Page.getAppManifest")
        missing = asked.send("Page.getInstallabilityErrors")["installabilityErrors"]

    assert read["errors"] == []
    told = json.loads(read["data"])
    assert told["share_target"]["action"] == SHARED
    # The window of a test remembers nothing, and nothing is installed from such a one.
    assert {error["errorId"] for error in missing} <= {"in-incognito"}
