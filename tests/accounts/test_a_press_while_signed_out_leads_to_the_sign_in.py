"""A part asked for by htmx is no place for the page to sign in."""

from __future__ import annotations

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db

PRESSED_ON = "http://testserver/rounds/5/?all=1"


def press(client: Client, path: str, **headers: str):
    asked_by = {"HX-Request": "true", "HX-Current-URL": PRESSED_ON, **headers}
    return client.post(path, headers=asked_by)


def test_the_whole_page_goes_there_and_comes_back(client):
    answer = press(client, "/follow-ups/7/sent/")

    assert answer.status_code == 403
    assert answer["HX-Redirect"] == "/accounts/login/?next=/rounds/5/%3Fall%3D1"
    assert answer.content == b""


def test_from_a_page_of_another_host_it_comes_back_to_today(client):
    answer = press(
        client, "/follow-ups/7/sent/", **{"HX-Current-URL": "https://evil.example/x"}
    )

    assert answer["HX-Redirect"] == "/accounts/login/?next=/"


def test_going_back_in_history_asks_for_a_page(client):
    answer = press(client, "/stories/", **{"HX-History-Restore-Request": "true"})

    assert answer.status_code == 302


def test_who_is_signed_in_is_not_sent_away(alice_client):
    assert "HX-Redirect" not in press(alice_client, "/follow-ups/7/sent/")
