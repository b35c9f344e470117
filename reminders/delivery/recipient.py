"""Where an owner's mail goes."""

from __future__ import annotations

from collections.abc import Sequence
from email.errors import MessageError

from allauth.account.models import EmailAddress
from django.conf import settings
from django.core.mail.message import sanitize_address

from accounts.models import User

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
    return recipients_of([owner])[owner.pk]


def recipients_of(owners: Sequence[User]) -> dict[int, str | None]:
    """The same for several where a mail server is set up, in one query."""
    own = EmailAddress.objects.filter(user__in=owners, primary=True, verified=True)
    rows = own.values_list("user_id", "email", "user__refused_address__address")
    addresses = {pk: _unless_refused(_on_the_wire(a), no) for pk, a, no in rows}
    return {o.pk: addresses.get(o.pk) if o.is_active else None for o in owners}


def _unless_refused(address: str | None, refused: str | None) -> str | None:
    return None if address == refused else address


def _on_the_wire(address: str) -> str | None:
    """The address with its domain in ASCII; None when no server can be told it."""
    try:
        wire = str(sanitize_address(address, "utf-8"))
    except (ValueError, IndexError, MessageError):
        return None
    # A name outside ASCII comes back as an encoded word, which is no address.
    is_plain = address.rpartition("@")[0].isascii()
    return wire if is_plain and "@" in wire and len(wire) <= LONGEST else None
