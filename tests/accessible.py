"""What is in anybody's way on an open page, in light and in dark."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

# The rules of axe that go by colours: the others find the same in either scheme.
_OF_COLOURS = ("color-contrast", "link-in-text-block")
_RUN = (
    "options => axe.run(document, options).then(({violations}) =>"
    " violations.map(({id, nodes}) => [id, nodes.map(({html}) => html)]))"
)


def obstacles(page: Page) -> list[str]:
    """No page scrolls sideways, and axe finds nothing; where one does, a line each."""
    return [f"{page.url}: {found}" for found in _obstacles(page)]


def _obstacles(page: Page) -> Iterator[str]:
    wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    if wide:
        yield "scrolls sideways"
    page.evaluate(AXE_SCRIPT)
    # What fades from one colour to another would be judged on the way.
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    yield from _violations(page, {})
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    yield from _violations(page, {"runOnly": {"type": "rule", "values": _OF_COLOURS}})


def _violations(page: Page, options: dict[str, Any]) -> Iterator[str]:
    for rule, nodes in page.evaluate(_RUN, {"resultTypes": ["violations"], **options}):
        yield f"{rule} {json.dumps(nodes)}"
