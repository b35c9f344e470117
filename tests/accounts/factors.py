"""Second factors in tests: an app that shows codes."""

from __future__ import annotations

import base64
import hmac
import time

from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from django.test import Client

from accounts.models import User
from tests.conftest import PASSWORD

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def give_app(user: User) -> list[str]:
    """Set up an authenticator app and recovery codes; returns the codes."""
    TOTP.activate(user, SECRET)
    codes: list[str] = RecoveryCodes.activate(user).get_unused_codes()
    return codes


def code(secret: str = SECRET, *, at: float | None = None) -> str:
    """What an app shows at a moment (default: now), by RFC 6238."""
    counter = int((time.time() if at is None else at) // 30)
    digest = hmac.digest(base64.b32decode(secret), counter.to_bytes(8), "sha1")
    start = digest[-1] & 15
    value = int.from_bytes(digest[start : start + 4]) & 0x7FFFFFFF
    return f"{value % 1_000_000:06}"


def type_password(client: Client, email: str = "alice@example.com"):
    return client.post("/accounts/login/", {"login": email, "password": PASSWORD})
