"""Real registration and sign-in, with an authenticator that Chromium plays."""

from __future__ import annotations

import re

import pytest
from allauth.mfa.models import Authenticator
from playwright.sync_api import Browser, Page

from tests import browsing
from tests.conftest import PASSWORD

pytestmark = pytest.mark.browser
HOME = re.compile(r":\d+/$")


@pytest.fixture
def visitor(browser: Browser, live_server):
    """At http://localhost, a name that passkeys may belong to."""
    with browsing.watched_page(browser, live_server.url) as page:
        cdp = page.context.new_cdp_session(page)
        cdp.send("WebAuthn.enable")
        cdp.send(
            "WebAuthn.addVirtualAuthenticator",
            {
                "options": {
                    "protocol": "ctap2",
                    "transport": "internal",
                    "hasResidentKey": True,
                    "hasUserVerification": True,
                    "isUserVerified": True,
                    "automaticPresenceSimulation": True,
                }
            },
        )
        yield page


def sign_in(page: Page) -> None:
    page.goto("/accounts/login/")
    page.fill("#id_login", "alice@example.com")
    page.fill("#id_password", PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()


def add_passkey(page: Page, *, alone: bool) -> None:
    page.goto("/accounts/2fa/webauthn/add/")
    page.fill("#id_password", PASSWORD)
    page.get_by_role("button", name="Go on").click()
    assert "on Linux" in page.input_value("#id_name")
    page.fill("#id_name", "My phone")
    page.set_checked("#id_passwordless", alone)
    page.get_by_role("button", name="Add it").click()
    page.get_by_role("heading", name="Your recovery codes").wait_for()


def sign_out(page: Page) -> None:
    page.goto("/accounts/logout/")
    page.get_by_role("main").get_by_role("button", name="Sign out").click()


def test_a_passkey_signs_in_without_a_password(alice, visitor):
    sign_in(visitor)
    add_passkey(visitor, alone=True)
    sign_out(visitor)

    visitor.goto("/accounts/login/")
    visitor.get_by_role("button", name="Sign in with a passkey").click()
    visitor.wait_for_url(HOME)
    visitor.goto("/accounts/2fa/webauthn/")

    page = visitor.inner_text("main")
    assert "My phone" in page
    assert "Signs you in alone" in page
    assert Authenticator.objects.get(type="webauthn").last_used_at


def test_a_passkey_as_the_second_step(alice, visitor):
    sign_in(visitor)
    add_passkey(visitor, alone=False)
    sign_out(visitor)

    sign_in(visitor)
    visitor.get_by_role("button", name="Use my passkey").click()
    visitor.wait_for_url(HOME)
    visitor.goto("/you/")
    assert visitor.get_by_role("heading", name="You", exact=True).is_visible()


def test_a_passkey_proves_who_is_there(alice, visitor):
    sign_in(visitor)
    add_passkey(visitor, alone=True)
    sign_out(visitor)
    sign_in(visitor)
    visitor.get_by_role("button", name="Use my passkey").click()
    visitor.wait_for_url(HOME)

    visitor.goto("/you/data/delete/")
    visitor.get_by_role("link", name="Use your passkey").click()
    visitor.get_by_role("button", name="Use my passkey").click()
    visitor.get_by_role("heading", name="Delete your account?").wait_for()


def test_a_passkey_is_renamed_and_removed(alice, visitor):
    sign_in(visitor)
    add_passkey(visitor, alone=True)
    visitor.goto("/accounts/2fa/webauthn/")
    visitor.get_by_role("link", name="Rename My phone").click()
    visitor.fill("#id_name", "Old phone")
    visitor.get_by_role("button", name="Save the name").click()
    visitor.goto("/accounts/2fa/webauthn/")
    visitor.get_by_role("link", name="Remove Old phone").click()
    visitor.get_by_role("button", name="Remove it").click()
    visitor.wait_for_url("**/webauthn/")
    assert not Authenticator.objects.filter(type="webauthn").exists()


def test_a_device_that_says_no_is_told_kindly(alice, visitor):
    visitor.context.new_cdp_session(visitor).send("WebAuthn.disable")
    visitor.goto("/accounts/login/")
    visitor.evaluate("void (navigator.credentials.get = () => Promise.reject('no'))")
    visitor.get_by_role("button", name="Sign in with a passkey").click()
    visitor.get_by_text("Your device did not take part").wait_for()


def test_by_number_no_passkey_is_offered(db, client):
    """127.0.0.1 is no name that passkeys can belong to."""
    for host, offered in (("localhost:8000", True), ("127.0.0.1:8000", False)):
        page = client.get("/accounts/login/", headers={"Host": host})
        assert ("Sign in with a passkey" in page.content.decode()) is offered
