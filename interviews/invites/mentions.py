"""Places in a text that were found to say something, none over another."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar

# More days or times than this are a calendar or a trap, not an invitation.
MOST = 300


class Mention(Protocol):
    """From where to where something stands."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


_M = TypeVar("_M", bound=Mention)


def longest_apart(mentions: Iterable[_M], length: int) -> list[_M]:
    """In the order of the text; of those that overlap the longest."""
    return apart(sorted(mentions, key=lambda m: m.start - m.end), length)


def apart(mentions: Iterable[_M], length: int) -> list[_M]:
    """In the order of the text; of those that overlap the first given."""
    taken = bytearray(length + 1)
    kept = []
    for mention in mentions:
        if 1 not in taken[mention.start : mention.end]:
            taken[mention.start : mention.end] = b"\1" * (mention.end - mention.start)
            kept.append(mention)
    return sorted(kept, key=lambda m: m.start)[:MOST]
