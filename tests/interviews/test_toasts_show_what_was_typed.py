from __future__ import annotations

from html import escape

import pytest

from tests.interviews.forms import post

pytestmark = pytest.mark.usefixtures("monday")

EVIL = '<img src=x onerror=alert(1)> & "Sons"'


def test_a_toast_is_escaped_exactly_once(alice_client):
    response = post(alice_client, company_name=EVIL)

    html = alice_client.get(response.headers["Location"]).content.decode()

    assert f"Saved: first interview at {escape(EVIL)}." in html
    assert EVIL not in html


def test_a_round_logged_afterwards_is_told_in_one_calm_toast(alice_client):
    response = post(alice_client, starts="2026-11-20T14:00")

    html = alice_client.get(response.headers["Location"]).content.decode()

    assert html.count('<div class="toast') == 1
    assert '<div class="toast success">' in html
    assert "has passed. Fine if you are logging it afterwards." in html


def test_what_is_due_at_once_is_planned_for_now(alice_client):
    response = post(alice_client, starts="2026-11-13T14:00")

    html = alice_client.get(response.headers["Location"]).content.decode()

    assert "ask where they stand, now." in html
