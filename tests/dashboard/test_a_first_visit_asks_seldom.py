"""A first visit takes ten requests at most: each costs a phone a trip of its own."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

MOST = 10
PAGES = ["/", "/board/", "/applications/", "/calendar/", "/insights/", "/invites/new/"]


@pytest.mark.parametrize("path", PAGES)
def test_with_an_empty_cache(alice_page: Page, path: str) -> None:
    page = alice_page
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))

    page.goto(path, wait_until="networkidle")

    ours = [url for url in asked if not url.startswith("data:")]
    assert len(ours) == len(set(ours))
    assert len(ours) <= MOST, ours


def test_the_mark_of_the_tab_is_in_the_page(alice_page: Page) -> None:
    """As an address of its own it was one request more; it must still be a picture."""
    alice_page.goto("/")

    mark = alice_page.locator("link[rel=icon]").get_attribute("href")

    assert mark
    wide = alice_page.evaluate(
        """async (mark) => {
          const image = new Image();
          image.src = mark;
          await image.decode();
          return image.naturalWidth;
        }""",
        mark,
    )
    assert wide > 0
