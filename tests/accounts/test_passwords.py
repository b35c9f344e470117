from __future__ import annotations

import pytest
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.test import override_settings

from accounts.models import User
from accounts.passwords import Argon2Hasher
from config import settings as ours  # noqa: TID251 (before tests override it)

URL = "/accounts/signup/"


def typed(password: str) -> dict[str, str]:
    return {"email": "sam@example.com", "password1": password, "time_zone": "UTC"}


def test_they_are_kept_as_argon2id_with_what_owasp_asks(db):
    with override_settings(PASSWORD_HASHERS=ours.PASSWORD_HASHERS):
        user = User.objects.create_user("sam@example.com", "a long enough phrase")
        assert user.password.startswith("argon2$argon2id$v=19$m=19456,t=2,p=1$")
        assert user.check_password("a long enough phrase")
        assert not user.check_password("a long enough phrasE")


def test_an_older_hash_is_written_anew_at_the_next_sign_in(db):
    with override_settings(PASSWORD_HASHERS=ours.PASSWORD_HASHERS):
        user = User.objects.create_user("sam@example.com")
        user.password = Argon2PasswordHasher().encode(
            "a long enough phrase", "salt" * 6
        )
        user.save()
        assert user.check_password("a long enough phrase")
        assert Argon2Hasher().decode(user.password)["memory_cost"] == 19456


@pytest.mark.parametrize("length", [8, 64, 128, 1024])
def test_long_ones_are_welcome(length, client, db):
    password = ("wq9 ~ü漢" * 1024)[:length]
    assert client.post(URL, typed(password)).status_code == 302
    assert User.objects.get().check_password(password)


@pytest.mark.parametrize("length", [1025, 4096, 100_000])
def test_endless_ones_are_refused_clearly_everywhere(length, client, alice):
    endless = "x9" * (length // 2) + "y" * (length % 2)
    for url, fields in (
        (URL, typed(endless)),
        ("/accounts/login/", {"login": "alice@example.com", "password": endless}),
    ):
        page = client.post(url, fields).content.decode()
        assert "At most 1024 characters, please." in page
    client.force_login(alice)
    for url, field in (
        ("/accounts/reauthenticate/", "password"),
        ("/accounts/password/change/", "oldpassword"),
    ):
        page = client.post(url, {field: endless}).content.decode()
        assert "At most 1024 characters, please." in page
    with pytest.raises(ValidationError, match="At most 1024"):
        validate_password(endless)


def test_nothing_stands_in_the_way_of_pasting(client, db):
    for url in (URL, "/accounts/login/"):
        page = client.get(url).content.decode()
        assert 'type="password"' in page
        assert "onpaste" not in page
        assert "maxlength" not in page.split('type="password"')[1].split(">")[0]


@pytest.mark.parametrize("password", ["short1!", "password123", "12345678"])
def test_weak_ones_are_refused(password, client, db):
    assert (
        'id="id_password1_error"' in client.post(URL, typed(password)).content.decode()
    )
