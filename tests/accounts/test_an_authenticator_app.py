from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.core import mail

from tests.accounts.factors import code, give_app, type_password

SETUP = "/accounts/2fa/totp/activate/"
STEP = "/accounts/2fa/authenticate/"
NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _still():
    """Codes change every half minute: not during a test."""
    with time_machine.travel(NOW, tick=False):
        yield


def test_it_is_set_up_from_the_page_you_and_codes_are_shown_once(proven_client):
    assert "/accounts/2fa/" in proven_client.get("/you/").content.decode()
    page = proven_client.get(SETUP).content.decode()
    key = re.search(r'tabindex="0">([A-Z2-7 ]+)</code>', page)
    assert key
    assert "data:image/svg+xml" in page

    done = proven_client.post(
        SETUP, {"code": code(key[1].replace(" ", ""))}, follow=True
    )

    shown = re.findall(r"<li><code>(\d{8})</code>", done.content.decode())
    assert len(shown) == 10
    assert 'download="callback-recovery-codes.txt"' in done.content.decode()
    assert all(
        each in done.content.decode().split("data:text/plain")[1] for each in shown
    )
    again = proven_client.get("/accounts/2fa/recovery-codes/").content.decode()
    assert not any(each in again for each in shown)
    assert "10 of 10 left" in again


def test_a_wrong_code_switches_nothing_on(alice, proven_client):
    proven_client.get(SETUP)
    page = proven_client.post(SETUP, {"code": "000000"}).content.decode()
    assert 'id="id_code_error"' in page
    assert not Authenticator.objects.exists()


def test_the_password_alone_opens_nothing_then(alice, client):
    give_app(alice)
    assert type_password(client).url == STEP
    assert client.get("/you/").status_code == 302

    assert client.post(STEP, {"code": code()}).url == "/"
    assert client.get("/you/").status_code == 200


def test_a_code_works_once(alice, client):
    give_app(alice)
    type_password(client)
    client.post(STEP, {"code": code()})
    client.post("/accounts/logout/")

    for moment in (NOW, NOW.replace(second=31), NOW.replace(minute=1)):
        with time_machine.travel(moment, tick=False):
            type_password(client)
            client.post(STEP, {"code": code(at=NOW.timestamp())})
            assert client.get("/you/").status_code == 302


def test_a_recovery_code_works_once(alice, client):
    first, *_ = give_app(alice)
    type_password(client)
    assert client.post(STEP, {"code": first}).url == "/"
    client.post("/accounts/logout/")

    type_password(client)
    client.post(STEP, {"code": first})
    assert client.get("/you/").status_code == 302


def test_guessing_codes_is_slow(alice, client):
    give_app(alice)
    type_password(client)
    pages = [client.post(STEP, {"code": f"00000{n}"}) for n in range(8)]
    assert "Too many" in pages[-1].content.decode()
    # The right one does not help now.
    client.post(STEP, {"code": code()})
    assert client.get("/you/").status_code == 302


def test_it_is_switched_off(alice, proven_client):
    give_app(alice)
    page = proven_client.post("/accounts/2fa/totp/deactivate/", follow=True)
    assert "The authenticator app is off." in page.content.decode()
    assert not Authenticator.objects.filter(type="totp").exists()


def test_a_change_is_told_by_mail(alice, proven_client, settings):
    settings.ACCOUNT_EMAIL_NOTIFICATIONS = True
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    give_app(alice)
    proven_client.post("/accounts/2fa/totp/deactivate/")

    (message,) = mail.outbox
    assert message.to == ["alice@example.com"]
    assert "Something changed in how you sign in" in str(message.body)
