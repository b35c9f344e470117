"""Where an owner's mail goes."""

from __future__ import annotations

from allauth.account.models import EmailAddress
from django.conf import settings
from django.core.mail.message import sanitize_address

from accounts.models import User


def recipient_of(owner: User) -> str | None:
    """The address to write to; None while it is not known to be the owner's.

    With a mail server only the verified primary address counts, so that no
    stranger is mailed. Without one nothing leaves, and the sign-in name will do.
    """
    if not settings.EMAIL_CONFIGURED:
        return _on_the_wire(owner.email)
    found = EmailAddress.objects.filter(user=owner, primary=True, verified=True).first()
    return _on_the_wire(found.email) if found else None


def _on_the_wire(address: str) -> str:
    """The address with its domain in ASCII, as a server is given it."""
    return str(sanitize_address(address, "utf-8"))
