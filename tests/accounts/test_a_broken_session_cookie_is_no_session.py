from __future__ import annotations

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "value",
    [
        pytest.param('"abcdefgh\\000xyz"', id="with a NUL"),
        pytest.param('"abcdefgh\\377"', id="with a byte that is no text"),
        pytest.param("x" * 3000, id="endless"),
        pytest.param("' OR 1=1 --", id="with words of a statement"),
        pytest.param("", id="empty"),
    ],
)
def test_a_broken_session_cookie_leads_to_the_sign_in(
    client: Client, value: str
) -> None:
    cookie = f"{settings.SESSION_COOKIE_NAME}={value}"

    answer = client.get(reverse("dashboard:today"), HTTP_COOKIE=cookie)

    assert answer.status_code == 302
    assert reverse("account_login") in answer.headers["Location"]
