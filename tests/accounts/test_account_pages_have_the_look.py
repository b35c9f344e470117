from __future__ import annotations

import re

import pytest
from django.test import Client

ANYBODY = [
    "/accounts/login/",
    "/accounts/signup/",
    "/accounts/password/reset/",
    "/accounts/password/reset/done/",
    "/accounts/password/reset/key/1-nonsense/",
    "/accounts/password/reset/key/done/",
    "/accounts/inactive/",
    "/accounts/confirm-email/",
    "/accounts/confirm-email/nonsense/",
]
SIGNED_IN = [
    "/accounts/email/",
    "/accounts/password/change/",
    "/accounts/logout/",
    "/accounts/reauthenticate/",
    "/you/",
    "/nowhere/",
]


def _is_ours(page: str) -> bool:
    return "css/callback.css" in page and 'id="content"' in page and "<h1>" in page


def _breaks_the_csp(page: str) -> bool:
    inline = re.search(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=", page)
    return inline is not None


@pytest.mark.parametrize("url", ANYBODY)
def test_before_signing_in(url, client, db):
    page = client.get(url).content.decode()
    assert _is_ours(page)
    assert not _breaks_the_csp(page)


@pytest.mark.parametrize("url", SIGNED_IN)
def test_after_signing_in(url, alice_client):
    page = alice_client.get(url).content.decode()
    assert _is_ours(page)
    assert not _breaks_the_csp(page)
    assert 'aria-label="Main"' in page


def test_a_form_without_its_token_gets_a_kind_answer(alice):
    client = Client(enforce_csrf_checks=True)
    client.force_login(alice)
    response = client.post("/you/", {"time_zone": "UTC"})
    assert response.status_code == 403
    assert "Please try that again" in response.content.decode()


def test_something_broken_gets_a_kind_answer(alice, monkeypatch):
    def broken(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("accounts.views.render", broken)
    client = Client(raise_request_exception=False)
    client.force_login(alice)
    response = client.get("/you/")
    assert response.status_code == 500
    assert "Something went wrong here" in response.content.decode()
