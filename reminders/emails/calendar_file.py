"""The rounds a mail asks to prepare for, as a file for the reader's calendar."""

from __future__ import annotations

from calendars import files
from reminders.emails.matters import Matters
from reminders.models import Kind

# Ours: of the 30 KB a mail may have, this much at most; a round takes about 1.5 KB.
_LARGEST = 6_000


def calendar_file(matters: Matters) -> bytes:
    """An .ics in its latest edition; empty for other kinds, and where it would be
    large: the page of each round has it, too.
    """
    rounds = [round_.pk for round_ in matters.rounds(Kind.PREPARE)]
    found = files.of_rounds(rounds) if rounds else b""
    return found if len(found) <= _LARGEST else b""
