"""Cross-site request forgery: the one exception is one-click unsubscribe.

OWASP ASVS 5.0, 3.5.1; RFC 8058 asks for a POST without cookies.
"""

from __future__ import annotations

from django.conf import settings
from django.test import Client

from tests.security.routes import own_routes

EXEMPT = {"reminders:unsubscribe"}


def test_a_post_without_it_is_refused(planted, alice_client):
    client = Client(enforce_csrf_checks=True)
    client.cookies[settings.SESSION_COOKIE_NAME] = alice_client.session.session_key

    taken = {
        route.name
        for route in own_routes()
        if client.post(route.path(planted)).status_code != 403
    }

    assert taken == EXEMPT
