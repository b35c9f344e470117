"""A browser left open must not be enough: a fresh proof within five minutes."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.utils import timezone

from accounts.models import User
from tests.accounts.factors import give_app
from tests.conftest import PASSWORD

DANGEROUS = [
    "/accounts/2fa/totp/activate/",
    "/accounts/2fa/webauthn/add/",
    "/accounts/2fa/recovery-codes/generate/",
    "/you/data/download/",
    "/you/data/delete/",
]


@pytest.mark.parametrize("url", DANGEROUS)
def test_first(url, alice_client):
    response = alice_client.get(url)
    assert response.url == f"/accounts/reauthenticate/?next={url.replace('/', '%2F')}"
    assert "Is it you?" in alice_client.get(response.url).content.decode()


@pytest.mark.parametrize("url", [u for u in DANGEROUS if "recovery" not in u])
def test_not_again_within_five_minutes(url, proven_client):
    assert proven_client.get(url).status_code == 200


def test_again_after_five_minutes(proven_client):
    with time_machine.travel(timezone.now() + timedelta(minutes=6)):
        assert proven_client.get("/you/data/delete/").status_code == 302


def test_what_was_posted_goes_on_afterwards(alice, alice_client):
    change = {"action_add": "", "email": "new@example.com"}
    asked = alice_client.post("/accounts/email/", change)
    alice.refresh_from_db()
    assert alice.email == "alice@example.com"

    alice_client.post(asked.url, {"password": PASSWORD, "next": "/accounts/email/"})
    alice.refresh_from_db()
    assert alice.email == "new@example.com"


def test_a_wrong_password_opens_nothing(alice_client):
    page = alice_client.post("/accounts/reauthenticate/", {"password": "wrong"})
    assert 'id="id_password_error"' in page.content.decode()
    assert alice_client.get("/you/data/delete/").status_code == 302


def test_a_stolen_session_switches_no_factor_off(alice, alice_client):
    give_app(alice)
    alice_client.post("/accounts/2fa/totp/deactivate/")
    assert Authenticator.objects.filter(type="totp").exists()


def test_anothers_key_is_not_there(alice, mallory, proven_client):
    key = Authenticator.objects.create(
        user=mallory, type="webauthn", data={"name": "Key", "credential": {}}
    )
    for deed in ("remove", "edit"):
        url = f"/accounts/2fa/webauthn/keys/{key.pk}/{deed}/"
        assert proven_client.post(url, {"name": "Mine"}).status_code == 404
    assert User.objects.count() == 2
    key.refresh_from_db()
    assert key.data["name"] == "Key"
