"""The corpus of texts: what each says, and how what was read of it is judged.

Each file under `texts/` begins with what holds for all of it (when and in whose zone the
texts were received); each text has a head in TOML, a line of dashes and its words.
`at` reads "2026-12-03 14:00-15:00 Europe/London"; behind "ask" stand the readings an
owner must be able to choose from; a "?" at its end allows both knowing and asking.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from interviews.invites.context import Context

FOLDER = Path(__file__).with_name("texts")


@dataclass(frozen=True)
class At:
    """When a session is expected to be, as a careful person would read it."""

    starts: frozenset[datetime]
    ends: frozenset[datetime]
    zone: str | None
    may_know: bool
    may_ask: bool


@dataclass(frozen=True)
class Text:
    """One text with what is expected of it."""

    name: str
    words: str
    context: Context
    expected: dict[str, Any] = field(repr=False, compare=False)

    @property
    def kinds(self) -> frozenset[str]:
        return frozenset({self.expected["kind"], *self.expected.get("kind_may", ())})

    @property
    def sessions(self) -> list[dict[str, Any]]:
        sessions: list[dict[str, Any]] = self.expected.get("sessions", [])
        return sessions


def texts(*files: str) -> Iterator[Text]:
    """All texts, or those of some files."""
    for path in sorted(FOLDER.glob("*.txt")):
        if not files or path.stem in files:
            yield from _of_file(path)


def _of_file(path: Path) -> Iterator[Text]:
    head, *parts = re.split(r"^=== ", path.read_text("utf-8"), flags=re.MULTILINE)
    shared = tomllib.loads(head)
    for part in parts:
        name, _, rest = part.partition("\n")
        toml, _, words = rest.partition("---\n")
        expected = shared | tomllib.loads(toml)
        context = Context(
            expected["received"], expected["zone"], expected.get("locale")
        )
        yield Text(f"{path.stem}:{name.strip()}", words, context, expected)


def when(written: str) -> At:
    """The moments that "ask 2026-12-01 10:00-11:00, 2026-12-02 10:00 Europe/Rome" names."""
    text = written.removeprefix("ask").removesuffix("?").strip()
    asks = written.startswith("ask")
    starts, ends, zone = set(), set(), None
    for part in reversed([part for part in text.split(",") if part.strip()]):
        day, clock, *named = part.split()
        zone = named[0] if named else zone
        first, _, last = clock.partition("-")
        starts.add(_moment(day, first, zone))
        if last:
            ends.add(_moment(day, last, zone))
    may_ask = asks or written.endswith("?")
    return At(frozenset(starts), frozenset(ends), _iana(zone), not asks, may_ask)


def _moment(day: str, clock: str, zone: str | None) -> datetime:
    assert zone, "a time of the corpus names its zone"
    at = datetime.fromisoformat(f"{day}T{clock}").replace(tzinfo=_zone(zone))
    return at.astimezone(UTC)


def _zone(name: str) -> tzinfo:
    if _iana(name):
        return ZoneInfo(name)
    hours, minutes = name[1:].split(":")
    away = timedelta(hours=int(hours), minutes=int(minutes))
    return timezone(-away if name[0] == "-" else away)


def _iana(name: str | None) -> str | None:
    return None if not name or name[0] in "+-" else name
