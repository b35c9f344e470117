"""Where an owner's mail goes."""

from __future__ import annotations

from email.errors import MessageError

from allauth.account.models import EmailAddress
from django.conf import settings
from django.core.mail.message import sanitize_address
from django.db.models import OuterRef, QuerySet, Subquery

from accounts.models import User
from reminders.models import RefusedAddress

# RFC 5321, section 4.5.3.1.3: a path has 256 octets, its brackets counted.
LONGEST = 254


def recipient_of(owner: User) -> str | None:
    """The address to write to, as a server is told it; None while there is none.

    With a mail server only the verified primary address counts, so that no
    stranger is mailed, and not one that a server refused. Without one nothing leaves,
    and the sign-in name will do. Nobody who was shut out is told anything.
    """
    if not owner.is_active:
        return None
    if not settings.EMAIL_CONFIGURED:
        return _on_the_wire(owner.email)
    found = _own(owner).values_list("email", "user__refused_address__address").first()
    return _unless_refused(*found) if found else None


def own_address() -> Subquery:
    """Of outboxes: the address that counts where a mail server is set up."""
    return Subquery(_own(OuterRef("owner")).values("email")[:1])


def recipient_at(owner: User, address: str | None) -> str | None:
    """`recipient_of`, where `own_address` and the refused one were read already."""
    if address is None or not owner.is_active:
        return None
    refused: RefusedAddress | None = getattr(owner, "refused_address", None)
    return _unless_refused(address, refused.address if refused else None)


def _own(owner: User | OuterRef) -> QuerySet[EmailAddress]:
    addresses: QuerySet[EmailAddress] = EmailAddress.objects.all()
    return addresses.filter(user=owner, primary=True, verified=True)


def _unless_refused(address: str, refused: str | None) -> str | None:
    wire = _on_the_wire(address)
    return None if wire == refused else wire


def _on_the_wire(address: str) -> str | None:
    """The address with its domain in ASCII; None when no server can be told it."""
    try:
        wire = str(sanitize_address(address, "utf-8"))
    except (ValueError, IndexError, MessageError):
        return None
    # A name outside ASCII comes back as an encoded word, which is no address.
    is_plain = address.rpartition("@")[0].isascii()
    return wire if is_plain and "@" in wire and len(wire) <= LONGEST else None
