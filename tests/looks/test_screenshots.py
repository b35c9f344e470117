"""Pictures of every sort of page, for eyes; run by `make screenshots`.

In build/screenshots/: empty, ordinary, and with ten thousand applications; at 1280 and
at 390 pixels; light and dark. What axe or a ruler can find is found on the way.
"""

from __future__ import annotations

import shutil
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


@pytest.mark.parametrize(
    "search", [an_empty_search, an_ordinary_search, a_search_without_end]
)
def test_every_sort_of_page(search, browser: Browser, live_server: LiveServer) -> None:
    client = Client()
    client.force_login(search())
    pages = list(crawl(client))
    folder = PICTURES / search.__name__
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    found = [
        obstacle
        for width in SIZES
        for obstacle in _at(width, pages, folder, client, browser, live_server)
    ]
    assert found == []


def _at(
    width: int,
    pages: list[tuple[str, str]],
    folder: Path,
    client: Client,
    browser: Browser,
    server: LiveServer,
) -> list[str]:
    viewport = {"width": width, "height": SIZES[width]}
    with browsing.watched_page(browser, server.url, viewport=viewport) as page:
        browsing.sign_in(page, client, server.url)
        found = []
        for name, address in pages:
            page.goto(address)
            _take(page, folder / f"{name.replace(':', '-')}-{width}")
            found += obstacles(page)
        return found


def _take(page: Page, where: Path) -> None:
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        page.screenshot(path=f"{where}-{scheme}.png", full_page=True)
