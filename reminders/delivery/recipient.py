"""Where an owner's mail goes."""

from __future__ import annotations

from email.errors import MessageError

from allauth.account.models import EmailAddress
from django.conf import settings
from django.core.mail.message import sanitize_address

from accounts.models import User
from reminders.delivery.refusals import is_refused

# RFC 5321, section 4.5.3.1.3: a path has 256 octets, its brackets counted.
LONGEST = 254


def recipient_of(owner: User) -> str | None:
    """The address to write to, as a server is told it; None while there is none.

    With a mail server only the verified primary address counts, so that no
    stranger is mailed, and not one that a server refused. Without one nothing leaves, and the sign-in name will do.
    Nobody who was shut out is told anything.
    """
    if not owner.is_active:
        return None
    if not settings.EMAIL_CONFIGURED:
        return _on_the_wire(owner.email)
    found = EmailAddress.objects.filter(user=owner, primary=True, verified=True).first()
    address = _on_the_wire(found.email) if found else None
    return None if address and is_refused(owner, address) else address


def _on_the_wire(address: str) -> str | None:
    """The address with its domain in ASCII; None when no server can be told it."""
    try:
        wire = str(sanitize_address(address, "utf-8"))
    except (ValueError, IndexError, MessageError):
        return None
    # A name outside ASCII comes back as an encoded word, which is no address.
    is_plain = address.rpartition("@")[0].isascii()
    return wire if is_plain and "@" in wire and len(wire) <= LONGEST else None
