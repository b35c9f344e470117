from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from accounts.models import User
from tests import browsing
from tests.accessible import obstacles
from tests.applications.world import an_application
from tests.interviews.world import invited

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PAGES = (
    *("/", "/board/", "/applications/", "/applications/bin/", "/search/?q=co"),
    *("/calendar/", "/calendar/?view=week", "/insights/", "/insights/proof/?from="),
    *("/invites/new/", "/applications/new/", "/you/"),
)


@pytest.fixture
def a_search(alice: User) -> None:
    now = timezone.now()
    for number in range(6):
        application = an_application(
            alice, company=f"Company {number}", source="A friend", now=now
        )
        begun = now + timedelta(days=number - 3)
        invited(application, starts_at=begun, now=now - timedelta(days=20))


@pytest.mark.parametrize("width", [1280, 390])
def test_each_page(
    a_search: None,
    width: int,
    alice_client: Client,
    browser: Browser,
    live_server: LiveServer,
) -> None:
    viewport = {"width": width, "height": 844}
    with browsing.watched_page(browser, live_server.url, viewport=viewport) as page:
        browsing.sign_in(page, alice_client, live_server.url)
        found = []
        for address in PAGES:
            page.goto(address)
            found += obstacles(page)
        assert found == []


def test_open_menus_and_dialogs(a_search: None, alice_page: Page) -> None:
    page = alice_page
    page.goto("/board/")
    page.keyboard.press("Control+k")
    page.keyboard.type("company")
    expect(page.get_by_role("option").first).to_be_visible()
    assert obstacles(page) == []
    page.keyboard.press("Escape")

    page.keyboard.press("?")
    assert obstacles(page) == []
    page.keyboard.press("Escape")

    page.goto("/applications/")
    for menu in page.locator("details").all():
        menu.evaluate("it => it.open = true")
    assert obstacles(page) == []
