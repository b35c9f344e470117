"""What a browser sees of Today: when its first row is there, what moves, what it weighs.

Chromium with an empty cache for each visit; once as it is, once as a phone: 150 ms and
1.6 Mbit/s, a processor of a quarter. Times count from the start of the navigation.
"""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser, BrowserContext, CDPSession, Page

from benchmarks.pace import Pace
from tests.browsing import launched

VISITS = 5
PHONE: dict[str, Any] = {
    "viewport": {"width": 390, "height": 844},
    "is_mobile": True,
}
_SLOW_NETWORK = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1.6e6 / 8,
    "uploadThroughput": 750e3 / 8,
}
_ROW = "#today li"
# Two frames after the row is in the page, it is on the screen.
_WATCH = f"""
window.seen = {{ row: 0, shift: 0, slowest: 0 }};
const look = () => document.querySelector("{_ROW}")
  ? requestAnimationFrame(() => requestAnimationFrame(() => seen.row = performance.now()))
  : requestAnimationFrame(look);
look();
new PerformanceObserver((list) => {{
  for (const e of list.getEntries()) if (!e.hadRecentInput) seen.shift += e.value;
}}).observe({{ type: "layout-shift", buffered: true }});
new PerformanceObserver((list) => {{
  for (const e of list.getEntries())
    if (e.interactionId) seen.slowest = Math.max(seen.slowest, e.duration);
}}).observe({{ type: "event", durationThreshold: 16, buffered: true }});
"""


@dataclass(frozen=True)
class Seen:
    """Medians in milliseconds, the most that moved and the slowest answer to a press.

    Of the first visit how much came and in how many requests, and what a second one
    weighs; bytes as they came over the wire, headers included.
    """

    row: float
    shift: float
    slowest: float
    first_bytes: int
    requests: int
    repeat_bytes: int


def look_at(
    port: int, path: str, cookies: Mapping[str, str], pace: Pace
) -> dict[str, Seen]:
    """The page as a desk and as a phone see it."""
    base = f"http://localhost:{port}"
    kept = [{"name": n, "value": v, "url": base} for n, v in cookies.items()]
    with launched() as browser:
        return {
            "desk": _seen(browser, base + path, kept, pace, slow=False),
            "phone": _seen(browser, base + path, kept, pace, slow=True),
        }


def _seen(
    browser: Browser, url: str, cookies: list[Any], pace: Pace, *, slow: bool
) -> Seen:
    def visit() -> tuple[dict[str, float], tuple[int, int, int]]:
        with _fresh(browser, cookies, slow=slow) as (page, network):
            first = _visit(page, network, url)
            _press(page)
            told: dict[str, float] = page.evaluate("seen")
            return told, (*first, _visit(page, network, url)[0])

    visits = pace.measured(visit, wanted=VISITS)
    weight = sorted(weight for _, weight in visits)[VISITS // 2]
    return Seen(
        statistics.median(told["row"] for told, _ in visits),
        max(told["shift"] for told, _ in visits),
        max(told["slowest"] for told, _ in visits),
        *weight,
    )


@contextmanager
def _fresh(
    browser: Browser, cookies: list[Any], *, slow: bool
) -> Iterator[tuple[Page, CDPSession]]:
    context: BrowserContext = browser.new_context(**(PHONE if slow else {}))
    context.add_cookies(cookies)
    page = context.new_page()
    network = context.new_cdp_session(page)
    network.send("Network.enable")
    if slow:
        network.send("Network.emulateNetworkConditions", _SLOW_NETWORK)
        network.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.add_init_script(_WATCH)
    yield page, network
    context.close()


def _visit(page: Page, network: CDPSession, url: str) -> tuple[int, int]:
    """How many bytes came, and in how many answers, until nothing more came."""
    lengths: list[float] = []

    def count(event: dict[str, Any]) -> None:
        if event["encodedDataLength"]:
            lengths.append(event["encodedDataLength"])

    network.on("Network.loadingFinished", count)
    page.goto(url, wait_until="networkidle")
    page.wait_for_function("seen.row > 0")
    network.remove_listener("Network.loadingFinished", count)
    return int(sum(lengths)), len(lengths)


def _press(page: Page) -> None:
    """What somebody does first: open a menu, close it, search for a word."""
    menu = page.locator("#today details.menu > summary").first
    for _ in range(2):
        menu.click()
    page.keyboard.press("/")
    page.wait_for_selector("#palette[open]")
    page.keyboard.type("com", delay=80)
    page.wait_for_selector("#palette-hits [role=option]")
    page.keyboard.press("Escape")
    # Event timings are told when the frame after the event has been painted.
    page.wait_for_timeout(400)
