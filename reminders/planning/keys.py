"""The stable names of reminders: "thank_you:round:42:first", ":m1" when told anew."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import datetime

from reminders.models.kind import Kind
from reminders.planning.known import Told


def thing(kind: Kind, about: str, pk: int) -> str:
    """What a reminder is about: "prepare:round:42". That can be put off."""
    return f"{kind.value}:{about}:{pk}"


def thing_of(key: str) -> str:
    """The thing that a key tells about."""
    return ":".join(key.split(":", 3)[:3])


def base_key(key: str) -> str:
    """A key without its edition: the same for every telling of one thing."""
    return key.partition(":m")[0]


def put_off(key: str, until: datetime) -> str:
    """The key of what is told when a snooze is over."""
    return f"{key}:at:{int(until.timestamp())}"


def edition(
    key: str, *, moves: int, over_at: datetime | None, told: Iterable[Told]
) -> str:
    """The key with what sets it apart when it is owed anew, because a round moved.

    Counts the tellings about an earlier time. One that left after the round was
    over still stands when its times are merely put right afterwards.
    """
    earlier = sum(
        t.base_key == key
        and t.moves < moves
        and (t.at is None or (over_at is not None and t.at < over_at))
        for t in told
    )
    return f"{key}:m{earlier}" if earlier else key


def fingerprint(content: str) -> str:
    return hashlib.sha256(content.encode()).hexdigest()
