"""Pictures of every sort of page, for eyes; run by `make screenshots`.

In build/screenshots/: empty, ordinary, and with ten thousand applications; what opens
above a page; the pages before sign-in; at 1280 and at 390 pixels; light and dark. What
axe or a ruler can find is found on the way. Each test is on its own, so that they run
beside each other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from accounts.models import User
from benchmarks.pages_plant import plant
from operations.demo import sample
from tests import browsing
from tests.accessible import obstacles
from tests.conftest import create_user
from tests.looks.crawl import crawl

pytestmark = [pytest.mark.looks, pytest.mark.django_db(transaction=True)]

PICTURES = Path(settings.BASE_DIR) / "build" / "screenshots"
SIZES = {1280: 900, 390: 844}


def an_empty_search() -> User:
    return create_user("new@example.com")


def an_ordinary_search() -> User:
    return sample.rebuild(password="a sample password", now=timezone.now())


def a_search_without_end() -> User:
    return plant([10_000])[0][0]


@pytest.mark.parametrize("width", SIZES)
@pytest.mark.parametrize(
    "search", [an_empty_search, an_ordinary_search, a_search_without_end]
)
def test_every_sort_of_page(
    search: Callable[[], User], width: int, browser: Browser, live_server: LiveServer
) -> None:
    client = Client()
    client.force_login(search())
    with _pictured(browser, live_server, width, search.__name__) as (page, take):
        browsing.sign_in(page, client, live_server.url)
        for name, address in [*crawl(client), ("not-found", "/nowhere/")]:
            page.goto(address)
            take(name)


@pytest.mark.parametrize("width", SIZES)
def test_what_opens_above_a_page(
    width: int, browser: Browser, live_server: LiveServer
) -> None:
    client = Client()
    client.force_login(an_ordinary_search())
    with _pictured(browser, live_server, width, "opened") as (page, take):
        browsing.sign_in(page, client, live_server.url)
        for name, (address, opening, seen) in OPENED.items():
            page.goto(address)
            opening(page)
            page.locator(seen).first.wait_for()
            take(name)


@pytest.mark.parametrize("width", SIZES)
def test_pages_before_sign_in(
    width: int, browser: Browser, live_server: LiveServer
) -> None:
    with _pictured(browser, live_server, width, "signed_out") as (page, take):
        for address in ("login", "signup", "password/reset"):
            page.goto(f"/accounts/{address}/")
            take(address.replace("/", "-"))


# --- how a picture is taken ------------------------------------------------------------


def _searched(page: Page) -> None:
    page.keyboard.press("Control+k")
    page.keyboard.type("in")


# Where, how it is opened, and what is to be seen then.
OPENED: dict[str, tuple[str, Callable[[Page], None], str]] = {
    "palette": ("/", _searched, "#palette-hits .hit"),
    "keys": ("/", lambda page: page.keyboard.press("?"), "#keys[open]"),
    "menu": ("/", lambda page: page.click("#today .menu summary"), ".menu[open] > div"),
    "step": ("/", lambda page: page.click(".set-step summary"), ".set-step[open] form"),
    "move": ("/board/", lambda page: page.click(".card .mv"), "#move-to[open]"),
    "filter-board": (
        "/board/",
        lambda page: page.click("#open-filters"),
        "#filters form",
    ),
    "filter-table": (
        "/applications/",
        lambda page: page.click("#open-filters"),
        "#filters form",
    ),
    "row": (
        "/applications/",
        lambda page: page.locator(".ed a").first.click(),
        "tr.editing",
    ),
    "bulk": (
        "/applications/",
        lambda page: page.locator("tbody .pick input").first.check(),
        "#bulk",
    ),
}

Take = Callable[[str], None]


@contextmanager
def _pictured(
    browser: Browser, server: LiveServer, width: int, folder: str
) -> Iterator[tuple[Page, Take]]:
    """A page, and what takes its picture; fails at the end for what was in the way."""
    where = PICTURES / folder
    where.mkdir(parents=True, exist_ok=True)
    for old in where.glob(f"*-{width}-*.png"):
        old.unlink()
    found: list[str] = []
    viewport = {"width": width, "height": SIZES[width]}
    with browsing.watched_page(
        browser, server.url, viewport=viewport, reduced_motion="reduce"
    ) as page:

        def take(name: str) -> None:
            begin = where / f"{name.replace(':', '-')}-{width}"
            page.emulate_media(color_scheme="light", reduced_motion="reduce")
            page.screenshot(path=f"{begin}-light.png", full_page=True)
            found.extend(obstacles(page))  # leaves the page dark
            page.screenshot(path=f"{begin}-dark.png", full_page=True)

        yield page, take
    assert found == []
