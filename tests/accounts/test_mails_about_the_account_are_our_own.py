"""Every mail that allauth may send here has our words; none is in its own."""

from __future__ import annotations

import re
from pathlib import Path

import allauth
import pytest
from django.conf import settings
from django.core import mail
from django.template.loader import get_template

_SENT = re.compile(r'"((?:account|mfa|socialaccount|usersessions)/email/\w+)"')
# Ways to sign in that this installation does not have.
_NOT_USED = {"account/email/login_code", "account/email/password_reset_code"}


def _prefixes() -> set[str]:
    code = "".join(
        path.read_text()
        for path in Path(allauth.__file__).parent.rglob("*.py")
        if "/tests/" not in str(path)
    )
    return set(_SENT.findall(code)) - _NOT_USED


def test_there_are_some():
    assert len(_prefixes()) > 10


@pytest.mark.parametrize("prefix", sorted(_prefixes()))
@pytest.mark.parametrize("part", ["subject", "message"])
def test_it_is_ours(prefix, part):
    origin = get_template(f"{prefix}_{part}.txt").template.origin.name  # type: ignore[attr-defined]
    assert Path(origin).is_relative_to(settings.BASE_DIR / "templates")


def test_a_known_address_is_told_so(alice, client, settings):
    settings.EMAIL_CONFIGURED = True
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    settings.ACCOUNT_EMAIL_VERIFICATION = "mandatory"
    settings.ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
    typed = {"email": "alice@example.com", "password1": "a long enough phrase"}

    client.post("/accounts/signup/", typed | {"time_zone": "UTC"})

    [message] = mail.outbox
    assert message.subject == "You have an account at Callback already"
    assert "/accounts/password/reset/" in str(message.body)
