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
