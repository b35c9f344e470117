"""The pages about signing in and about one's data: accessible, both themes, any width."""

from __future__ import annotations

from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from playwright.sync_api import Browser, Page, expect

from tests import browsing
from tests.accessible import obstacles
from tests.accounts.factors import give_app

pytestmark = pytest.mark.browser

PAGES = [
    "/you/",
    "/accounts/2fa/",
    "/accounts/2fa/totp/activate/",
    "/accounts/2fa/webauthn/",
    "/accounts/2fa/webauthn/add/",
    "/accounts/2fa/recovery-codes/generate/",
    "/accounts/sessions/",
    "/accounts/reauthenticate/",
    "/accounts/3rdparty/",
    "/you/data/download/",
    "/you/data/import/",
    "/you/data/delete/",
]
LOOKS: list[dict[str, Any]] = [
    {"viewport": {"width": 1280, "height": 900}},
    {"viewport": {"width": 390, "height": 844}},
]


@pytest.fixture(params=LOOKS, ids=["desk", "phone"])
def visitor(request, browser: Browser, proven_client, live_server):
    with browsing.watched_page(browser, live_server.url, **request.param) as page:
        browsing.sign_in(page, proven_client, live_server.url)
        yield page


def look_at(page: Page, url: str) -> None:
    assert page.goto(url).ok  # type: ignore[union-attr]
    assert page.url.endswith(url), page.url
    assert obstacles(page) == []


def test_each_page(alice, visitor):
    UserSession.objects.create(
        user=alice, ip="192.0.2.1", session_key="x", user_agent="Firefox/1 (Windows)"
    )
    for url in PAGES:
        if url != "/accounts/2fa/recovery-codes/generate/":
            look_at(visitor, url)


def test_the_codes_while_they_are_shown(alice, visitor):
    give_app(alice)
    look_at(visitor, "/accounts/2fa/recovery-codes/generate/")
    look_at(visitor, "/accounts/2fa/recovery-codes/")
    with visitor.expect_download() as download:
        Authenticator.objects.filter(type="recovery_codes").delete()
        visitor.goto("/accounts/2fa/recovery-codes/generate/")
        visitor.get_by_role("button", name="Make them").click()
        shown = visitor.locator(".codes li").all_inner_texts()
        visitor.get_by_role("link", name="Download them").click()
    text = download.value.path().read_text()
    assert len(shown) == 10
    assert all(code in text for code in shown)


def test_without_a_script(browser: Browser, alice, proven_client, live_server):
    """Passkeys need one, and say so; all else works."""
    options = {"java_script_enabled": False}
    with browsing.watched_page(browser, live_server.url, **options) as page:
        browsing.sign_in(page, proven_client, live_server.url)
        page.goto("/accounts/2fa/webauthn/add/")
        assert page.get_by_text("Your browser needs JavaScript").is_visible()
        assert not page.get_by_role("button", name="Add it").is_visible()
        page.goto("/accounts/2fa/totp/activate/")
        page.fill("#id_code", "000000")
        page.get_by_role("button", name="Switch it on").click()
        expect(page.locator("#id_code_error")).to_be_visible()
        page.goto("/you/data/download/")
        with page.expect_download() as download:
            page.get_by_role("button", name="Download", exact=True).click()
        assert download.value.suggested_filename.startswith("callback-")
