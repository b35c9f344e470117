"""WCAG 2.2: 1.4.4 text at 200 %, 1.4.10 reflow, 1.4.12 text spacing, 2.5.8 targets."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

from tests.keyboard.pages import addresses, opened

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
REFLOW = (Path(__file__).parent / "reflow.js").read_text()
# The spacing that 1.4.12 names.
SPACED = """() => {
  const wider = new CSSStyleSheet();
  wider.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important;
    word-spacing: .16em !important; } p { margin-bottom: 2em !important; }`);
  document.adoptedStyleSheets = [wider];
}"""
SMALL = """() => axe.run(document, { runOnly: { type: "rule", values: ["target-size"] },
  rules: { "target-size": { enabled: true } }, resultTypes: ["violations"] })
  .then(({ violations }) => violations.flatMap((v) => v.nodes.map((n) => n.html)))"""
# How far things jumped while the page was built, as CLS counts it.
JUMPED = """() => new Promise((told) => new PerformanceObserver((list) =>
  told(list.getEntries().reduce((sum, shift) => sum + shift.value, 0)))
  .observe({ type: "layout-shift", buffered: true }) ?? setTimeout(() => told(0), 60))"""
# For who asked for less motion nothing moves by itself, charts included.
MOVING = """() => [...document.querySelectorAll("*")].filter((el) => {
  const { transitionDuration, animationName } = getComputedStyle(el);
  return animationName !== "none" || !/^0s(, 0s)*$/.test(transitionDuration);
}).map((el) => el.outerHTML.slice(0, 90))"""
# 1280 by 1024 at 200 %, and 320 pixels, which is 1280 at 400 %.
SIZES = ((640, 512), (320, 640))


def _wrong(page: Page) -> Iterator[str]:
    if (jumped := page.evaluate(JUMPED)) > 0.02:
        yield f"jumps by {jumped}"
    yield from (f"moves: {each}" for each in page.evaluate(MOVING))
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        yield from (f"at {width}: {each}" for each in page.evaluate(REFLOW))
    page.evaluate(AXE_SCRIPT)
    yield from (f"too small: {each}" for each in page.evaluate(SMALL))
    page.evaluate(SPACED)
    yield from (f"wider text: {each}" for each in page.evaluate(REFLOW))
    page.set_viewport_size({"width": 1280, "height": 1024})
    yield from (f"wider text at 1280: {each}" for each in page.evaluate(REFLOW))


def test_nothing_is_cut_off_and_nothing_is_too_small(
    alice, alice_client, browser, live_server
):
    found: list[str] = []
    pages = addresses(alice)
    with opened(browser, alice_client, live_server.url, 1280, 1024) as page:
        for address in pages:
            page.goto(address)
            found += [f"{page.url}: {wrong}" for wrong in _wrong(page)]
    assert not found, "\n".join(found)
