"""GET, HEAD and OPTIONS change no row, for the owner too (OWASP ASVS 5.0, 3.5.3).

The session and the rate limits aside: a visit leaves those traces.
"""

from __future__ import annotations

import pytest

from tests.security.routes import own_routes, routes
from tests.security.tables import dump


@pytest.mark.parametrize("method", ["get", "head", "options"])
def test_not_for_the_owner(planted, alice_client, method):
    before = dump()

    for route in own_routes():
        for headers in ({}, {"HX-Request": "true"}):
            response = getattr(alice_client, method)(
                route.path(planted), headers=headers
            )
            # 503 is how `readyz` says that no worker is there.
            assert response.status_code != 500, route

    assert dump() == before


@pytest.mark.parametrize("method", ["get", "head", "options"])
def test_not_on_the_account_pages(planted, alice_client, method):
    before = dump()

    for route in routes():
        if not route.parameters:
            assert getattr(alice_client, method)(route.path({})).status_code != 500

    assert dump() == before
