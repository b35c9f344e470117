"""Rate limits: each door has one, and none of them lives in Redis."""

from __future__ import annotations

import pytest
import redis
from django.conf import settings
from django.core.cache import cache
from django.core.management import call_command

from tests.conftest import PASSWORD

LOGIN = "/accounts/login/"


@pytest.fixture(autouse=True)
def _cache_table(db):
    call_command("createcachetable", verbosity=0)


def guess(client, password: str | None = None):
    typed = {"login": "alice@example.com", "password": password or "wrong"}
    return client.post(LOGIN, typed)


def test_guessing_a_password_ends_and_a_wiped_redis_changes_nothing(alice, client):
    for _ in range(5):
        assert "Too many" not in guess(client).content.decode()
    assert "Too many" in guess(client).content.decode()

    redis.Redis.from_url(settings.REDIS_URL).flushall()

    # Not even the right one.
    assert "Too many" in guess(client, PASSWORD).content.decode()
    assert client.get("/you/").status_code == 302


def test_many_strangers_do_not_push_the_limits_out(alice, client):
    for _ in range(6):
        guess(client)
    for n in range(400):
        cache.set(f"noise:{n}", n)
    assert "Too many" in guess(client, PASSWORD).content.decode()


DOORS = [
    (LOGIN, {"login": "a{n}@example.com", "password": "wrong"}, 30),
    ("/accounts/signup/", {"email": "a{n}@example.com"}, 20),
    ("/accounts/password/reset/", {"email": "a{n}@example.com"}, 20),
    ("/accounts/2fa/webauthn/login/", {}, 10),
]


@pytest.mark.parametrize(("url", "fields", "limit"), DOORS, ids=[d[0] for d in DOORS])
def test_each_door_has_one_per_address_of_the_visitor(url, fields, limit, client, db):
    answers = [
        client.post(url, {key: value.format(n=n) for key, value in fields.items()})
        for n in range(limit + 1)
    ]
    assert answers[0].status_code != 429
    refused = answers[-1].content.decode()
    assert answers[-1].status_code == 429 or "Too many" in refused


def test_proving_who_one_is_has_one_per_person(alice_client):
    answers = [
        alice_client.post("/accounts/reauthenticate/", {"password": "wrong"})
        for _ in range(11)
    ]
    assert answers[-1].status_code == 429


def test_the_answer_is_kind_and_in_the_look(alice_client):
    for _ in range(11):
        response = alice_client.post("/accounts/reauthenticate/", {"password": "x"})
    page = response.content.decode()
    assert "That was a bit much at once" in page
    assert "css/callback.css" in page
    assert "You have sent too many requests" not in page


def test_behind_a_proxy_each_visitor_counts_alone(client, db, settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    for _ in range(21):
        response = client.post(
            "/accounts/signup/", headers={"X-Forwarded-For": "192.0.2.7"}
        )
    assert response.status_code == 429
    other = client.post("/accounts/signup/", headers={"X-Forwarded-For": "192.0.2.8"})
    assert other.status_code == 200
    # What the visitor adds in front is not believed.
    forged = {"X-Forwarded-For": "198.51.100.1, 192.0.2.7"}
    assert client.post("/accounts/signup/", headers=forged).status_code == 429
