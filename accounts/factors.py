"""Where allauth asks us about second factors."""

from __future__ import annotations

from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator

from accounts import devices
from accounts.models import User


class FactorsAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    def generate_authenticator_name(self, user: User, type: Authenticator.Type) -> str:
        """A first guess at the name of a passkey: where it is being made."""
        return devices.in_words(context.request.headers.get("User-Agent", ""))
