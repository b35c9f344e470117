"""Every route, every method, with and without htmx, as mallory and as nobody.

`notes` of the rule: OWASP ASVS 5.0, 8.2.2 and 8.4.1.
"""

from __future__ import annotations

import re

import pytest
from django.test import Client

from tests.security.routes import METHODS, SUBJECTS, Route, content_of, own_routes
from tests.security.tables import dump, lost
from tests.security.world import CANARY

_PASSING = re.compile(
    rb'"x-csrftoken": "\w+"|name="csrfmiddlewaretoken" value="\w+"'
    rb'|<div class="toast [^"]*"><p>[^<]*</p></div>\n?'
)


def test_every_route_with_an_argument_says_what_it_names():
    named = {route.name for route in own_routes() if route.parameters}

    assert named == set(SUBJECTS)


def send(client: Client, method: str, path: str, *, htmx: bool):
    headers = {"HX-Request": "true"} if htmx else {}
    return client.generic(method, path, headers=headers)


def body(response) -> bytes:
    """What came back, without the token that differs on every page, or a toast left
    over from the page before.
    """
    return _PASSING.sub(b"", content_of(response))


def text_of(response) -> str:
    return content_of(response).decode() + repr(response.headers)


@pytest.mark.parametrize("htmx", [False, True], ids=["plain", "htmx"])
@pytest.mark.parametrize("method", METHODS)
def test_for_another_user(planted, mallory_client, method, htmx):
    before = dump()
    for route in own_routes():
        if route.is_public:
            continue
        # What the last route had to say must not stand on this one's page.
        mallory_client.cookies.pop("messages", None)
        response = send(mallory_client, method, route.path(planted), htmx=htmx)
        assert CANARY not in text_of(response), route
        assert response.status_code < 500, route
        if route.parameters and not route.is_shared:
            expect_nothing_there(mallory_client, method, route, response, htmx=htmx)
    # Mallory may have made rows of her own; alice's are as they were.
    assert lost(before, dump()) == []


def expect_nothing_there(
    client: Client, method: str, route: Route, response, *, htmx: bool
) -> None:
    """404, or 405 where nobody may use the method; the same as for a made-up id."""
    assert response.status_code in {404, 405}, (route, response.status_code)
    made_up = send(client, method, route.path_to_nothing(), htmx=htmx)
    assert made_up.status_code == response.status_code, route
    assert body(made_up) == body(response), route


@pytest.mark.parametrize("htmx", [False, True], ids=["plain", "htmx"])
@pytest.mark.parametrize("method", METHODS)
def test_for_nobody(planted, client, method, htmx):
    before = dump()
    for route in own_routes():
        if route.is_public:
            continue
        response = send(client, method, route.path(planted), htmx=htmx)
        assert CANARY not in text_of(response), route
        # Asked to sign in before anything else is decided.
        assert response.status_code == (403 if htmx else 302), (route, response)
        way = response["HX-Redirect" if htmx else "Location"]
        assert way.startswith("/accounts/login/"), route
    assert dump() == before


def test_what_is_open_is_on_the_list(planted, client):
    """Nothing answers nobody but what is listed, with its reason."""
    answering = {
        route.name
        for route in own_routes()
        if client.get(route.path(planted)).status_code != 302
    }

    assert answering == {route.name for route in own_routes() if route.is_public}
