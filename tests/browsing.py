"""A real Chromium for tests, and the eye kept on what its pages do."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, Page, expect, sync_playwright

# What is waited for is there in no time. The five seconds after which a browser gives
# up by itself are little on a busy machine; this only bounds how long a failure takes.
expect.set_options(timeout=30_000)

_FLAGS = [
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
    "--disable-sync",
    "--disable-component-update",
]


def chromium() -> str:
    """The path of Chromium; without one the test is skipped, or fails under CI."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        reason = "Chromium is not installed"
        if os.environ.get("CI"):
            pytest.fail(reason, pytrace=False)
        pytest.skip(reason)
    return path


@contextmanager
def launched() -> Iterator[Browser]:
    path = chromium()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=_FLAGS)
        yield browser
        browser.close()


@contextmanager
def watched_page(browser: Browser, base_url: str, **options: object) -> Iterator[Page]:
    """A page in a fresh profile; fails at the end if it misbehaved.

    Misbehaving is: breaking the Content-Security-Policy, an error in a script, or
    asking any other host for anything.
    """
    context = browser.new_context(base_url=base_url, **options)  # type: ignore[arg-type]
    page = context.new_page()
    complaints: list[str] = []
    page.on(
        "console",
        lambda message: (
            complaints.append(message.text)
            if "Content Security Policy" in message.text
            else None
        ),
    )
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on(
        "request",
        lambda request: (
            complaints.append(f"asked {request.url}")
            if _is_foreign(request.url, base_url)
            else None
        ),
    )
    yield page
    context.close()
    assert complaints == [], complaints


def _is_foreign(url: str, base_url: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme.startswith("http") and parts.netloc != urlsplit(base_url).netloc


def sign_in(page: Page, client: Client, base_url: str) -> None:
    """Give the page the session of a signed-in client."""
    session = client.cookies[settings.SESSION_COOKIE_NAME]
    page.context.add_cookies(
        [{"name": session.key, "value": session.value, "url": base_url}]
    )
