"""An uploaded file between its preview and the owner's yes.

In the cache, which is the database: any web process finds it, and it is gone after
an hour.
"""

from __future__ import annotations

import hashlib
import zlib

from django.core.cache import cache

from accounts.models import User

_SECONDS = 3600


def keep(user: User, data: bytes) -> str:
    """Remember the file, one per owner; returns what it is recognised by."""
    cache.set(_key(user), zlib.compress(data), _SECONDS)
    return _digest(data)


def kept(user: User, digest: str) -> bytes | None:
    """The file that was previewed; None when it is another one, or too long ago."""
    packed = cache.get(_key(user))
    data = zlib.decompress(packed) if packed else None
    return data if data is not None and _digest(data) == digest else None


def forget(user: User) -> None:
    cache.delete(_key(user))


def _key(user: User) -> str:
    return f"portability.upload.{user.pk}"


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
