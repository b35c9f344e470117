"""OpenID Connect with PKCE, through the real flow against a provider on loopback."""

from __future__ import annotations

import html
import re
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
import requests
import time_machine
from allauth.account.models import EmailAddress
from allauth.socialaccount.models import SocialAccount
from django.test import Client
from django.utils import timezone

from accounts.models import User
from tests.accounts import provider as providers
from tests.accounts.provider import CLIENT_ID, CLIENT_SECRET, Provider
from tests.conftest import PASSWORD

LOGIN = "/accounts/oidc/oidc/login/"
SAM = {"sub": "42", "email": "Sam@example.com", "email_verified": True, "name": "Sam"}


@pytest.fixture(scope="module")
def server():
    with providers.running() as server:
        yield server


@pytest.fixture(autouse=True)
def provider(server: Provider, settings, db) -> Provider:
    server.person, server.refuse = dict(SAM), False
    server.asked.clear()
    app = {
        "provider_id": "oidc",
        "name": "Example Org",
        "client_id": CLIENT_ID,
        "secret": CLIENT_SECRET,
        "settings": {"server_url": server.url},
    }
    settings.SOCIALACCOUNT_PROVIDERS = {
        "openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [app]}
    }
    return server


def go(client: Client, url: str = f"{LOGIN}?process=login"):
    """Press the button, visit the provider, come back."""
    leaving = client.post(url)
    assert leaving.status_code == 200
    link = re.search(r'href="(http://127[^"]+)"', leaving.content.decode())
    assert link
    back = requests.get(html.unescape(link[1]), allow_redirects=False, timeout=5)
    parts = urlsplit(back.headers["Location"])
    return client.get(f"{parts.path}?{parts.query}")


def sign_up(client: Client, zone: str = "Asia/Tokyo"):
    assert go(client).url == "/accounts/3rdparty/signup/"
    return client.post("/accounts/3rdparty/signup/", {"time_zone": zone})


def test_the_button_carries_its_name(client):
    page = client.get("/accounts/login/").content.decode()
    assert "Sign in with Example Org" in page


def test_a_new_person_is_asked_for_the_time_zone_only(client):
    go(client)
    page = client.get("/accounts/3rdparty/signup/").content.decode()
    assert "Choose your time zone" in page
    assert 'value="sam@example.com"' in page.lower()
    assert "disabled" in page

    # What the provider has verified cannot be typed over.
    typed = {"time_zone": "Asia/Tokyo", "email": "boss@example.com"}
    assert client.post("/accounts/3rdparty/signup/", typed).url == "/"

    user = User.objects.get()
    assert (user.email, user.time_zone) == ("sam@example.com", "Asia/Tokyo")
    assert not user.has_usable_password()
    assert EmailAddress.objects.get().verified
    assert client.get("/you/").status_code == 200


@pytest.mark.parametrize("zone", ["", "Mars/Base"])
def test_without_a_time_zone_there_is_no_account(zone, client):
    page = sign_up(client, zone).content.decode()
    assert 'id="id_time_zone_error"' in page
    assert not User.objects.exists()


def test_they_come_back_to_the_same_account(client):
    sign_up(client)
    client.post("/accounts/logout/")
    assert go(client).url == "/"
    assert User.objects.count() == 1
    assert client.get("/you/").status_code == 200


def test_each_request_is_bound_by_pkce_and_state(client, provider):
    go(client)
    go(client)
    first, second = provider.asked
    assert first["code_challenge"] != second["code_challenge"]
    assert first["state"] != second["state"]


def test_an_answer_nobody_asked_for_is_refused(client):
    page = client.get(f"{LOGIN}callback/?code=x&state=made-up").content.decode()
    assert "That did not work" in page
    assert not User.objects.exists()


def test_stopping_there_is_fine(client, provider):
    provider.refuse = True
    response = go(client)
    assert "You are not signed in" in client.get(response.url).content.decode()


def test_closed_to_new_people_is_closed_here_too(client, settings):
    settings.REGISTRATION_OPEN = False
    assert "No new accounts here" in go(client).content.decode()
    assert not User.objects.exists()


# --- whose account is it? --------------------------------------------------------


def be_alice(provider: Provider, *, verified: object) -> None:
    email = "alice@example.com"
    provider.person = {"sub": "7", "email": email, "email_verified": verified}


def test_an_address_verified_on_both_sides_is_linked(alice, client, provider):
    be_alice(provider, verified=True)
    assert go(client).url == "/"
    assert SocialAccount.objects.get().user == alice
    assert alice.has_usable_password()


@pytest.mark.parametrize("word", [False, "false", None, 0])
def test_an_address_the_provider_did_not_verify_takes_nothing_over(
    word, alice, client, provider
):
    be_alice(provider, verified=word)
    go(client)
    page = client.post("/accounts/3rdparty/signup/", {"time_zone": "UTC"})
    assert page.status_code == 200
    typed = {"time_zone": "UTC", "email": "alice@example.com"}
    page = client.post("/accounts/3rdparty/signup/", typed).content.decode()
    assert "An account already exists" in page
    assert not SocialAccount.objects.exists()
    assert client.get("/you/").status_code == 302


def test_a_squatted_address_is_not_linked(alice, client, provider):
    """Somebody signed up with a foreign address and sits in the account already."""
    EmailAddress.objects.update(verified=False)
    User.objects.update(last_login=timezone.now())
    be_alice(provider, verified=True)
    go(client)
    assert not SocialAccount.objects.exists()
    assert client.get("/you/").status_code == 302


def test_an_account_nobody_ever_entered_is_linked_and_its_password_wiped(
    alice, client, provider
):
    """As `createsuperuser` leaves it."""
    EmailAddress.objects.all().delete()
    be_alice(provider, verified=True)
    assert go(client).url == "/"
    alice.refresh_from_db()
    assert SocialAccount.objects.get().user == alice
    assert not alice.has_usable_password()


def test_who_is_signed_in_connects_and_disconnects(alice, proven_client, provider):
    go(proven_client, f"{LOGIN}?process=connect")
    account = SocialAccount.objects.get()
    assert account.user == alice
    page = proven_client.get("/accounts/3rdparty/").content.decode()
    assert "Example Org" in page

    proven_client.post("/accounts/3rdparty/", {"account": account.pk})
    assert not SocialAccount.objects.exists()


def test_what_is_connected_elsewhere_stays_there(alice, proven_client, mallory):
    SocialAccount.objects.create(user=mallory, provider="oidc", uid="42")
    go(proven_client, f"{LOGIN}?process=connect")
    assert not SocialAccount.objects.filter(user=alice).exists()


# --- without passwords ----------------------------------------------------------


@pytest.fixture
def _only(settings):
    settings.OIDC_ONLY = True


@pytest.mark.usefixtures("_only")
def test_only_hides_and_refuses_passwords(alice, client):
    page = client.get("/accounts/login/").content.decode()
    assert "Sign in with Example Org" in page
    assert 'type="password"' not in page
    assert "Make an account" not in page

    client.post("/accounts/login/", {"login": alice.email, "password": PASSWORD})
    assert client.get("/you/").status_code == 302
    typed = {"email": "new@example.com", "password1": PASSWORD, "time_zone": "UTC"}
    assert client.post("/accounts/signup/", typed).status_code == 403
    assert client.post("/accounts/password/reset/", typed).status_code == 403
    assert client.get("/accounts/signup/").url == "/accounts/login/"
    assert User.objects.count() == 1


@pytest.mark.usefixtures("_only")
def test_only_still_lets_new_people_in_through_the_provider(client):
    assert sign_up(client).url == "/"
    page = client.get("/you/").content.decode()
    assert "/accounts/password/change/" not in page
    assert client.post("/accounts/password/set/", {}).status_code == 403


@pytest.mark.parametrize("url", ["/you/data/delete/", "/accounts/2fa/totp/activate/"])
def test_the_provider_is_asked_again_before_something_dangerous(url, client, provider):
    sign_up(client)
    assert client.get(url).status_code == 200
    with time_machine.travel(timezone.now() + timedelta(minutes=6)):
        asked = client.get(url)
        assert asked.url.startswith(LOGIN)
        assert "Is it you?" in client.get(asked.url).content.decode()
        assert go(client, asked.url).url == url
        assert provider.asked[-1]["prompt"] == "login"
        assert client.get(url).status_code == 200


@pytest.mark.browser
def test_in_a_browser_under_the_strict_policy(browser, live_server, provider):
    context = browser.new_context(base_url=live_server.url, timezone_id="Asia/Tokyo")
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.goto("/accounts/login/")
    page.get_by_role("button", name="Sign in with Example Org").click()
    page.get_by_role("button", name="Make my account").click()
    page.wait_for_url(re.compile(r":\d+/$"))
    context.close()
    assert complaints == []
    assert User.objects.get().time_zone == "Asia/Tokyo"
