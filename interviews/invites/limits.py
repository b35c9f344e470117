"""Reads what came from elsewhere, within limits of time and memory."""

from __future__ import annotations

from datetime import datetime

from interviews.invites.found import Found
from interviews.invites.reading import read


def read_limited(
    data: bytes,
    *,
    received_at: datetime,
    zone: str | None = None,
    locale: str | None = None,
    filename: str = "",
) -> Found:
    """Like `reading.read`, for bytes that anybody may have sent."""
    return read(
        data, received_at=received_at, zone=zone, locale=locale, filename=filename
    )
