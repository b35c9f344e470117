"""Wherever a page may be read, HEAD says the same without the body (RFC 9110, 9.1)."""

from __future__ import annotations

from tests.security.routes import own_routes


def test_everywhere(planted, alice_client):
    differing = {
        route.name
        for route in own_routes()
        if alice_client.head(route.path(planted)).status_code
        != alice_client.get(route.path(planted)).status_code
    }

    assert differing == set()
