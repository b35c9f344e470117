"""Signed links in mail: one purpose each, no sign-in, no action on GET.

A token says who, what about and since when, in the open, and is signed with a
salt of its purpose: a token of one purpose is worth nothing for another. It holds
no clock of its own, so the same message always carries the same links.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from urllib.parse import urljoin

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.urls import reverse

# Ours. A link to stop a kind of mail never expires: whoever finds an old mail
# must be able to end them (RFC 8058 sets no limit).
LIFETIME = timedelta(days=30)


class Purpose(StrEnum):
    WRITE = "write"
    SENT = "sent"
    SKIP = "skip"
    REPLIED = "replied"
    STOP = "stop"


class BadLink(Exception):  # noqa: N818 - it is the link that is bad
    """Expired, tampered with, or of another purpose; which one is not told."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Link:
    """What a link may do: `subject` is a follow-up's id, or a kind for STOP."""

    purpose: Purpose
    user_id: int
    subject: str
    issued_at: datetime

    @property
    def token(self) -> str:
        issued = int(self.issued_at.timestamp())
        value = f"{self.purpose}.{self.user_id}.{self.subject}.{issued}"
        return _signer(self.purpose).sign(value)

    @property
    def path(self) -> str:
        page = "unsubscribe" if self.purpose is Purpose.STOP else "mail_link"
        return reverse(f"reminders:{page}", args=[self.token])

    @property
    def url(self) -> str:
        return absolute(self.path)

    def for_purpose(self, purpose: Purpose) -> Link:
        """The same follow-up for another purpose, expiring at the same time."""
        return replace(self, purpose=purpose)

    def expired(self, now: datetime) -> bool:
        return self.purpose is not Purpose.STOP and now > self.issued_at + LIFETIME


def absolute(path: str) -> str:
    """A path of this site, as `reverse` gives it, on the host of SITE_URL."""
    return urljoin(settings.SITE_URL, path)


def read(token: str, *, now: datetime) -> Link:
    """The link a token stands for. Raises BadLink."""
    try:
        purpose = Purpose(token.partition(".")[0])
        value = _signer(purpose).unsign(token)
    except (BadSignature, ValueError) as error:
        raise BadLink from error
    _, user_id, subject, issued = value.split(".")
    link = Link(
        purpose=purpose,
        user_id=int(user_id),
        subject=subject,
        issued_at=datetime.fromtimestamp(int(issued), UTC),
    )
    if link.expired(now):
        raise BadLink
    return link


def _signer(purpose: Purpose) -> Signer:
    return Signer(salt=f"reminders.links.{purpose}", sep=".")
