"""How many clicks and seconds it takes from an invitation to the saved round.

Against a running sample (`make demo`), in a real Chromium:

    python -m benchmarks.invite_to_round http://localhost:PORT FOLDER

FOLDER is its data folder, where the password lies. Times are those of the machine:
from the paste until the page of the saved round stands. What a person needs to look at
the page comes on top.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

_FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
_WORDS = """Hi Sam,

we would like to invite you to a second interview for the Analyst position on {day}, 2pm-3pm {zone}, via Zoom: https://zoom.us/j/8812204417

You will meet Priya Nair (VP Analytics) and Tom Keller in a panel.

Best,
Nora Lind
Talent Partner, {company}
"""
_PASTE = """text => {
  const data = new DataTransfer();
  data.setData("text/plain", text);
  const box = document.querySelector("#pasted");
  const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true });
  box.dispatchEvent(event);
  box.value += text;
}"""
RUNS = 5


@contextmanager
def signed_in(address: str, folder: Path) -> Iterator[Page]:
    """A page of the sample's owner."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=_FLAGS
        )
        page = browser.new_page(base_url=address)
        page.goto("/")
        page.get_by_label("Email").fill("sam@example.com")
        secret = (folder / "demo-password").read_text().strip()
        page.get_by_label("Password").fill(secret)
        page.get_by_role("button", name="Sign in", exact=True).click()
        page.wait_for_load_state()
        yield page
        browser.close()


def letter(number: int, zone: str) -> str:
    """Each for another company and day, so that none is an update of another."""
    day = date.today() + timedelta(days=30 + number)  # noqa: DTZ011
    company = f"Bench{zone}{number}{int(time.time())}"
    return _WORDS.format(
        day=f"{day:%A} {day.day} {day:%B %Y}", zone=zone, company=company
    )


def log_one(page: Page, text: str, *, is_asked: bool) -> float:
    """From the paste to the saved round, in seconds: Enter, or one click and Enter."""
    page.goto("/invites/new/")
    begun = time.perf_counter()
    page.evaluate(_PASTE, text)
    page.wait_for_url(lambda url: url.rstrip("/").rpartition("/")[2].isdecimal())
    page.locator("[data-save]").wait_for()
    if is_asked:
        page.locator("[data-answers] input").first.click()
    page.keyboard.press("Enter")
    page.wait_for_url("**/rounds/*/")
    return time.perf_counter() - begun


def main(address: str, folder: Path) -> None:
    with signed_in(address, folder) as page:
        for name, zone, clicks in (
            ("said in full: paste, Enter", "GMT", 0),
            ("a zone is asked: paste, one click, Enter", "CST", 1),
        ):
            times = [
                log_one(page, letter(number, zone), is_asked=bool(clicks))
                for number in range(RUNS)
            ]
            middle, most = statistics.median(times), max(times)
            print(f"{name}: {clicks} clicks, {middle:.1f} s ({most:.1f} s at most)")  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
