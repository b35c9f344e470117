"""Several sessions on the form in Chromium: with a script, without, on a phone."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from accounts.models import User
from interviews.models import Round
from tests import browsing
from tests.accessible import obstacles
from tests.interviews.days import at, logged, moved, parts

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def fill_in_one(page: Page) -> None:
    page.goto("/invites/new/")
    page.get_by_label("Company").fill("Globex")
    page.get_by_label("Role", exact=True).fill("Data analyst")
    page.locator("[name=starts]").fill("2031-12-03T09:30")
    page.locator("[name=length]").fill("45")
    page.locator("[name=people-0-name]").fill("Rafael Ortiz")


def add_take_out_and_put_back(page: Page) -> None:
    """A panel and a lunch come; the panel goes and returns as it was typed."""
    page.get_by_role("button", name="Another session").click()
    expect(page.locator("[name=sessions-0-starts]")).to_have_value("2031-12-03T10:15")
    page.locator("[name=sessions-0-people-0-name]").fill("Dana Wu")
    page.get_by_role("button", name="Another session").click()
    page.locator("[name=sessions-1-starts]").fill("2031-12-03T12:00")

    page.get_by_role("button", name="Take out session 2").click()
    expect(page.get_by_role("heading", name="Session 2 is taken out")).to_be_visible()
    expect(page.locator("[name=sessions-0-people-0-name]")).to_be_hidden()
    page.get_by_role("button", name="Put back session 2").click()
    expect(page.locator("[name=sessions-0-people-0-name]")).to_be_visible()
    expect(page.locator("[name=sessions-0-people-0-name]")).to_have_value("Dana Wu")

    page.get_by_role("button", name="Take out session 3").click()
    expect(page.get_by_role("heading", name="Session 3 is taken out")).to_be_visible()
    assert not Round.objects.exists()


def save(page: Page) -> list[list[str]]:
    """Who is in each session of what was saved."""
    page.get_by_role("button", name="Save the round").click()
    expect(page.get_by_role("heading", name="The day", exact=True)).to_be_visible()
    sessions = Round.objects.get().all_sessions
    return [[person.name for person in session.people] for session in sessions]


def test_sessions_come_and_go_in_place(alice_page: Page) -> None:
    page = alice_page
    fill_in_one(page)
    page.get_by_role("button", name="Another session").click()
    expect(page.locator("[name=sessions-0-starts]")).to_be_focused()
    assert page.url.endswith("/invites/new/")
    fill_in_one(page)

    add_take_out_and_put_back(page)

    assert save(page) == [["Rafael Ortiz"], ["Dana Wu"]]


def test_sessions_come_and_go_without_javascript(
    alice_client: Client, browser: Browser, live_server: LiveServer
) -> None:
    with browsing.watched_page(
        browser, live_server.url, java_script_enabled=False
    ) as page:
        browsing.sign_in(page, alice_client, live_server.url)
        fill_in_one(page)
        add_take_out_and_put_back(page)
        assert save(page) == [["Rafael Ortiz"], ["Dana Wu"]]


def test_enter_saves_and_adds_nothing(alice_page: Page) -> None:
    page = alice_page
    fill_in_one(page)
    page.locator("[name=people-0-name]").press("Enter")

    expect(page.get_by_role("heading", name="Second interview")).to_be_visible()
    assert len(Round.objects.get().all_sessions) == 1


def test_an_overlap_is_said_beside_the_later_session_while_typing(
    alice_page: Page,
) -> None:
    page = alice_page
    fill_in_one(page)
    page.get_by_role("button", name="Another session").click()
    page.locator("[name=sessions-0-starts]").fill("2031-12-03T10:00")
    page.locator("[name=sessions-0-length]").fill("30")
    warning = page.locator("#sessions-0-times").get_by_text("at the same time")
    page.locator("[name=sessions-0-length]").press("Tab")
    expect(warning).to_be_visible()

    page.locator("[name=length]").fill("30")
    page.locator("[name=length]").press("Tab")
    expect(warning).to_have_count(0)


def test_picking_an_application_offers_its_people_to_every_session(
    alice: User, alice_page: Page
) -> None:
    logged(alice)
    page = alice_page
    page.goto("/invites/new/")
    page.get_by_role("button", name="Another session").click()
    expect(page.locator("[name=sessions-0-starts]")).to_be_visible()

    page.get_by_label("Application").select_option(label="Acme · Analyst")

    expect(page.locator("#sessions-0-known").get_by_label("Dana Wu")).to_be_visible()


# When the first of the four begins, from now: all ahead, one of them on, all over.
@pytest.mark.parametrize("begins_in", [24, -1.25, -24])
@pytest.mark.parametrize("width", [1280, 360])
def test_a_day_is_in_nobodys_way(
    alice: User,
    alice_client: Client,
    browser: Browser,
    live_server: LiveServer,
    width: int,
    begins_in: float,
) -> None:
    shift = timezone.now() + timedelta(hours=begins_in) - at(9, 30)
    round_ = logged(alice, [moved(part, shift) for part in parts()])
    with browsing.watched_page(
        browser,
        live_server.url,
        viewport={"width": width, "height": 800},
        reduced_motion="reduce",
    ) as page:
        browsing.sign_in(page, alice_client, live_server.url)
        for address in (round_.get_absolute_url(), f"/rounds/{round_.pk}/edit/"):
            page.goto(address)
            for fold in page.locator(".schedule summary").all():
                fold.click()
            if "edit" in address:
                page.get_by_role("button", name="Take out session 2").click()
                expect(page.get_by_text("Session 2 is taken out")).to_be_visible()
            else:
                on = page.locator(".schedule > [aria-current=time]")
                expect(on).to_have_count(int(begins_in == -1.25))
            assert obstacles(page) == []
