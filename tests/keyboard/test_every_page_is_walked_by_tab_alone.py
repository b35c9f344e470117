"""WCAG 2.2: 2.1.2 no trap, 2.4.3 order, 2.4.7 focus visible, 2.4.11 not obscured."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.keyboard.pages import addresses, opened

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WALK = (Path(__file__).parent / "walk.js").read_text()
# A field for a day and a time has a place for each of its parts.
_PARTS = 10


def walked(page: Page) -> list[str]:
    """What was wrong on the way from the top of the page round to it again."""
    count = page.evaluate(WALK)
    for _ in range(0, _PARTS * count, 10):
        for _ in range(10):
            page.keyboard.down("Tab")
        if page.evaluate("walk.done"):
            break
    page.keyboard.up("Tab")
    return [f"{page.url}: {wrong}" for wrong in page.evaluate("walk.ended()")]


def test_each_control_in_its_order_always_seen(
    alice, alice_client, browser, live_server
):
    found: list[str] = []
    pages = addresses(alice)
    round_ahead = pages[5]
    with opened(browser, alice_client, live_server.url, 1280, 1024) as page:
        for address in pages:
            page.goto(address)
            found += walked(page)
        # The same window at 200 %: where bars lie over the page, nothing goes below them.
        page.set_viewport_size({"width": 640, "height": 512})
        for address in ("/board/", "/applications/", round_ahead, "/invites/new/"):
            page.goto(address)
            found += walked(page)
    assert not found, "\n".join(found)
