"""Signed links in mail: one purpose each, no sign-in, no action on GET.

A token says who, what about and since when, in the open, and is signed with a
salt of its purpose: a token of one purpose is worth nothing for another. It holds
no clock of its own, so the same message always carries the same links. The address
it was mailed to is in the salt too: after a change of address others may read the
old mailbox. Only a link to stop mail goes on working then.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from functools import cache

from django.core.signing import BadSignature, Signer
from django.urls import reverse

from accounts.http import absolute
from accounts.models import User

# Ours. A link to stop a kind of mail never expires: whoever finds an old mail
# must be able to end them (RFC 8058 sets no limit).
LIFETIME = timedelta(days=30)


class Purpose(StrEnum):
    WRITE = "write"
    SENT = "sent"
    SKIP = "skip"
    REPLIED = "replied"
    SNOOZE = "snooze"
    LATER = "later"
    NOTES = "notes"
    STOP = "stop"


_PAGES = {
    Purpose.STOP: "unsubscribe",
    Purpose.NOTES: "mail_notes",
    Purpose.SNOOZE: "mail_snooze",
    Purpose.LATER: "mail_snooze",
}


class BadLink(Exception):  # noqa: N818 - it is the link that is bad
    """Expired, tampered with, or of another purpose; which one is not told."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Link:
    """What a link may do.

    `subject` is a follow-up's id; for NOTES a round's, for LATER a reminder's, and
    for STOP kinds with dashes between them.
    """

    purpose: Purpose
    owner: User
    subject: str
    issued_at: datetime

    @property
    def token(self) -> str:
        issued = int(self.issued_at.timestamp())
        value = f"{self.purpose}.{self.owner.pk}.{self.subject}.{issued}"
        return _signer(self.purpose, self.owner).sign(value)

    @property
    def path(self) -> str:
        before, after = _route(_PAGES.get(self.purpose, "mail_link"))
        return f"{before}{self.token}{after}"

    @property
    def url(self) -> str:
        return absolute(self.path)

    def to(self, purpose: Purpose, subject: object) -> Link:
        """Another link to the same owner, that ends when this one does."""
        return replace(self, purpose=purpose, subject=str(subject))

    def expired(self, now: datetime) -> bool:
        return self.purpose is not Purpose.STOP and now > self.issued_at + LIFETIME


def read(token: str, *, now: datetime) -> Link:
    """The link a token stands for. Raises BadLink, also when its owner is gone."""
    try:
        purpose, user_id, subject, issued, _ = token.split(".")
        owner = User.objects.get(pk=int(user_id), is_active=True)
        link = Link(
            purpose=Purpose(purpose),
            owner=owner,
            subject=subject,
            issued_at=datetime.fromtimestamp(int(issued), UTC),
        )
        _signer(link.purpose, owner).unsign(token)
    except (BadSignature, ValueError, OverflowError, User.DoesNotExist) as error:
        raise BadLink from error
    if link.expired(now):
        raise BadLink
    return link


@cache
def _route(page: str) -> tuple[str, str]:
    """What stands around the token: a mail has ten such links."""
    before, _, after = reverse(f"reminders:{page}", args=["token"]).rpartition("token")
    return before, after


def _signer(purpose: Purpose, owner: User) -> Signer:
    mailed_to = "" if purpose is Purpose.STOP else f".{owner.email}"
    return Signer(salt=f"reminders.links.{purpose}{mailed_to}", sep=".")
