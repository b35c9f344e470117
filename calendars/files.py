"""Single rounds as a file: for the page of a round, and for the mail before it."""

from __future__ import annotations

from collections.abc import Sequence

from calendars import editions, gathering, ics


def of_rounds(keys: Sequence[int]) -> bytes:
    """An .ics of all sessions of these rounds, by primary key, in their latest
    edition; empty where none has a time.
    """
    entries = gathering.of_rounds(keys)
    return ics.write(editions.latest(entries)) if entries else b""
