"""The secret link of a feed: 256 bits, half of them random, half made from those.

The second half follows from the first and the installation's secret key. So the page
can show a link again, a copy of the database opens no calendar, and a guess costs
one hash and no query.
"""

from __future__ import annotations

import binascii
from base64 import urlsafe_b64decode, urlsafe_b64encode
from urllib.parse import urlsplit
from uuid import UUID

from django.urls import reverse
from django.utils.crypto import constant_time_compare, salted_hmac

from accounts.http import absolute
from calendars.models import Feed

_HALF = 16


def token(nonce: UUID) -> str:
    """43 letters, digits, - and _ that stand for this feed."""
    mac = salted_hmac("calendars.links", nonce.bytes, algorithm="sha256").digest()
    return urlsafe_b64encode(nonce.bytes + mac[:_HALF]).rstrip(b"=").decode()


def nonce_of(text: str) -> UUID | None:
    """The feed a token stands for; None for one we never gave out."""
    try:
        given = urlsafe_b64decode(text.encode("ascii") + b"=")
        nonce = UUID(bytes=given[:_HALF])
    except (UnicodeEncodeError, binascii.Error, ValueError):
        return None
    return nonce if constant_time_compare(token(nonce), text) else None


def path(feed: Feed) -> str:
    return reverse("calendars:feed", args=[token(feed.nonce)])


def url(feed: Feed) -> str:
    """The address to subscribe to, as a calendar on the web wants it."""
    return absolute(path(feed))


def webcal_url(feed: Feed) -> str:
    """The same as a link that opens the calendar of this device."""
    return urlsplit(url(feed))._replace(scheme="webcal").geturl()
