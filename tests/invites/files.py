"""The corpus of .ics and .eml files: each beside what a careful person reads in it.

NAME.toml holds the expectation for NAME: what stands there must be found, an empty
string means "nothing"; what does not stand there is not judged. `starts_at = "ask"`
wants a question whose answers reach every moment of `choices`. The files were composed
for this corpus as the programs write them; bytes matter (line ends, folds, charsets).
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from interviews.invites.context import Context
from interviews.invites.found import Found, SessionFound
from tests.invites.judging import Verdict, is_asked, offered, plainly

FOLDER = Path(__file__).with_name("files")
_RECEIVED = datetime(2026, 11, 20, 9, tzinfo=UTC)


@dataclass(frozen=True)
class File:
    """One file with what is expected of it."""

    name: str
    raw: bytes = field(repr=False)
    expected: dict[str, Any] = field(repr=False)

    @property
    def context(self) -> Context:
        """Received on a Friday in Berlin, unless the expectation says otherwise."""
        received = self.expected.get("received", _RECEIVED)
        return Context(received, self.expected.get("zone", "Europe/Berlin"), None)

    @property
    def sessions(self) -> list[dict[str, Any]]:
        sessions: list[dict[str, Any]] = self.expected.get("sessions", [])
        return sessions


def files() -> Iterator[File]:
    """All files, in the order of their names."""
    for path in sorted(FOLDER.glob("*.toml")):
        raw = path.with_suffix("").read_bytes()
        yield File(path.stem, raw, tomllib.loads(path.read_text("utf-8")))


def judged(file: File, found: Found) -> Iterator[Verdict]:
    """Every field the expectation speaks of."""
    expected = file.expected
    for name in ("kind", "method", "uid", "sequence", "summary", "round_number"):
        if name in expected:
            value = getattr(found, name)
            yield _verdict(name, value in _any_of(expected[name]), value)
    for name in ("company", "role"):
        if name in expected:
            yield _verdict(name, _is_one(getattr(found, name), expected[name]),
                           getattr(found, name))  # fmt: skip
    if "prepare" in expected:
        right = plainly(expected["prepare"]) in plainly(found.to_prepare)
        yield _verdict("prepare", right, found.to_prepare)
    if "note" in expected:
        notes = " ".join(found.notes)
        yield _verdict("note", expected["note"] in notes, notes)
    for path, sure in expected.get("certainty", {}).items():
        said = found.certainty.get(path)
        yield _verdict("certainty", said == sure, said)
    if file.sessions:
        yield from _sessions(file, found)


def _sessions(file: File, found: Found) -> Iterator[Verdict]:
    many = len(found.sessions), len(file.sessions)
    yield _verdict("sessions", many[0] == many[1], f"{many[0]} of {many[1]}")
    for index, expected in enumerate(file.sessions):
        if index < len(found.sessions):
            yield _start(found, index, expected)
            yield from _rest(found.sessions[index], expected)
        else:
            yield _verdict("start", False, "session missing")


def _start(found: Found, index: int, expected: dict[str, Any]) -> Verdict:
    session = found.sessions[index]
    asked = is_asked(found, index)
    said = f"{session.starts_at}{' asked' if asked else ''}"
    if expected["starts_at"] != "ask":
        right = session.starts_at == expected["starts_at"]
        as_wanted = not asked or expected.get("may_ask", False)
        return Verdict("start", right and as_wanted, not right and not asked, said)
    moments = offered(found, index) | {session.starts_at}
    said += f" of {sorted(str(m) for m in moments)}"
    reached = all(choice in moments for choice in expected.get("choices", ()))
    return Verdict("start", asked and reached, not asked, said)


def _rest(session: SessionFound, expected: dict[str, Any]) -> Iterator[Verdict]:
    if "ends_at" in expected:
        right = session.ends_at == (expected["ends_at"] or None)
        yield _verdict("end", right, session.ends_at)
    if "time_zone" in expected:
        right = session.time_zone in _any_of(expected["time_zone"])
        yield _verdict("zone", right, session.time_zone)
    for name in ("link", "setting"):
        if name in expected:
            value = getattr(session, name)
            yield _verdict(name, value == expected[name], value)
    if "place" in expected:
        yield _verdict(
            "place", _is_one(session.place, expected["place"]), session.place
        )
    if "formats" in expected:
        right = set(session.formats) >= set(expected["formats"])
        yield _verdict("formats", right, session.formats)
    yield from _people(session, expected)


def _people(session: SessionFound, expected: dict[str, Any]) -> Iterator[Verdict]:
    said = "; ".join(f"{p.name} | {p.title}" for p in session.people)
    names = {plainly(person.name): person for person in session.people}
    if "people" in expected:
        right = set(names) == set(map(plainly, expected["people"]))
        yield _verdict("people", right, said)
    if "people_include" in expected:
        right = set(names) >= set(map(plainly, expected["people_include"]))
        yield _verdict("people", right, said)
    for name, title in expected.get("titles", {}).items():
        person = names.get(plainly(name))
        right = person is not None and plainly(person.title) == plainly(title)
        yield _verdict("title", right, said)


def _verdict(name: str, right: bool, said: object) -> Verdict:
    return Verdict(name, right, not right, str(said))


def _any_of(expected: Any) -> list[Any]:
    return expected if isinstance(expected, list) else [expected]


def _is_one(value: str, expected: Any) -> bool:
    return plainly(value) in map(plainly, _any_of(expected))
