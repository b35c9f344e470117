"""An invitation to several sessions: a day with its times in lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from operator import attrgetter

from interviews.invites import people, places, settle, words
from interviews.invites.context import Context
from interviews.invites.found import Certainty, Found, SessionFound
from interviews.invites.slots import Slot
from interviews.invites.zones import ZoneHit

_FLAGS = re.IGNORECASE
# A time that scores less is a date the message mentions, not when to meet.


def agenda_in(text: str, slots: list[Slot]) -> list[Slot]:
    """Times that each begin a line of their own, one after the other."""
    lines = [
        slot for slot in slots if slot.clock and _begins_a_line(text, slot.clock_start)
    ]
    lines.sort(key=attrgetter("clock_start"))
    starts = [slot.local_start for slot in lines]
    if len(lines) < 2 or None in starts or len(set(starts)) < len(starts):
        return []
    ordered = all(a < b for a, b in pairwise(starts) if a and b)
    days = {start.date() for start in starts if start}
    if not ordered or len(days) > 3:
        return []
    if not all(_goes_on(text, slot) for slot in lines):
        return []
    return lines


def _begins_a_line(text: str, at: int) -> bool:
    line = text[text.rfind("\n", 0, at) + 1 : at]
    return (
        not re.search(
            r"[^\W\d_]{2,}",
            re.sub(r"\b(?:from|at|um|von|de|à|ab)\b", "", line, flags=_FLAGS),
        )
        and len(line) < 24
    )


def _goes_on(text: str, slot: Slot) -> bool:
    """Whether the line says what happens then; a bare time is an option to choose."""
    end = text.find("\n", slot.clock_end)
    rest = text[slot.clock_end : end if end >= 0 else len(text)]
    return len(re.findall(r"[^\W\d_]{3,}", rest)) >= 1 and not re.fullmatch(
        r"[\s(]*(?:[A-Z]{2,4}|[A-Z][a-z]+ time)[\s).]*", rest
    )


def read_agenda(
    found: Found,
    lines: list[Slot],
    text: str,
    blank: str,
    zone: ZoneHit | None,
    context: Context,
) -> None:
    for index, (slot, part) in enumerate(_parts(lines, text)):
        session = settle.session_of(found, index, slot, blank, zone, context.zone)
        _fill_part(found, session, part, f"sessions.{index}")
        found.sessions.append(session)


def _parts(lines: list[Slot], text: str) -> Iterator[tuple[Slot, str]]:
    """Each time with the words up to the next one."""
    for index, slot in enumerate(lines):
        is_last = index + 1 == len(lines)
        limit = len(text) if is_last else lines[index + 1].clock_start
        part = text[slot.clock_end : limit]
        blank_line = re.search(r"\n[ \t]*\n", part.rstrip())
        yield slot, part[: blank_line.start()] if blank_line else part


def _fill_part(found: Found, session: SessionFound, part: str, path: str) -> None:
    formats = words.formats_in(part)
    session.formats = [format_ for format_, _ in formats]
    if formats:
        found.tell(f"{path}.formats", ", ".join(source for _, source in formats))
    line = re.sub(r"^[\s:|–—\-•*(\])]+", "", part)
    names = people.people_in(f"with {line}") or people.people_in(part)
    session.people = [named.person for named in names]
    for number, named in enumerate(names):
        found.tell(f"{path}.people.{number}.name", named.source, Certainty.GUESS)
    if link := places.link_in(part):
        session.link = link.link
        found.tell(f"{path}.link", link.source)
