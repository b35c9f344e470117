"""Refuses what is too much of a thing to be one invitation, before it is taken apart."""

from __future__ import annotations

import re

from interviews.invites.found import NotRead

ADVICE = "Save the invitation as .ics or .eml, or copy its text."
LARGEST = 5 * 1024 * 1024
_MOST_EVENTS = 200
_MOST_PEOPLE = 1_000
_MOST_PARTS = 2_000
_LONGEST_HEAD = 200_000

_EVENT = re.compile(rb"^BEGIN:VEVENT", re.IGNORECASE | re.MULTILINE)
_PERSON = re.compile(rb"^ATTENDEE[;:]", re.IGNORECASE | re.MULTILINE)
_ONLY_IT = "Save only the invitation, or copy its text."


def refuse_large(raw: bytes) -> None:
    """Raise `NotRead` for more than 5 MB."""
    if len(raw) > LARGEST:
        raise NotRead(f"This is larger than 5 MB. {ADVICE}")


def refuse_long_calendar(raw: bytes) -> None:
    """Raise `NotRead` for a whole calendar, or an event with a crowd in it."""
    for pattern, most, things in (
        (_EVENT, _MOST_EVENTS, "events"),
        (_PERSON, _MOST_PEOPLE, "people"),
    ):
        count = sum(1 for _ in pattern.finditer(raw))
        if count > most:
            raise NotRead(f"This calendar file holds {count:,} {things}. {_ONLY_IT}")


def refuse_long_mail(raw: bytes) -> None:
    """Raise `NotRead` for a message of very many headers or parts."""
    head = re.search(rb"\n\r?\n", raw)
    if (head.start() if head else len(raw)) > _LONGEST_HEAD:
        raise NotRead(f"The headers of this message are too long. {_ONLY_IT}")
    if raw.count(b"\n--") > _MOST_PARTS:
        raise NotRead(f"This message has too many parts. {_ONLY_IT}")
