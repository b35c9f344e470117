"""A situation read from JSON: one object, each key a fact of `Situation`.

Every fact is optional; `null` says that it is unknown. `docs/guidance.md` lists them.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import fields
from enum import StrEnum
from functools import partial
from typing import Any, Never, TypeVar

from guidance.situation import (
    Format,
    InterviewerKind,
    Logged,
    Material,
    Outcome,
    PayRaised,
    Phase,
    RoleType,
    Seniority,
    Setting,
    Situation,
)

_Word = TypeVar("_Word", bound=StrEnum)
_LARGEST = 10**9  # more minutes, days or people than anybody has


class SituationError(ValueError):
    """A situation that cannot be read; the message is one line that says why."""


def read_situation(text: str) -> Situation:
    """Raises SituationError for what is no JSON object of known facts."""
    try:
        given = json.loads(
            text, object_pairs_hook=_once_each, parse_constant=_no_number
        )
    except (ValueError, RecursionError) as error:
        raise SituationError(f"not JSON: {str(error).splitlines()[0]}") from error
    if not isinstance(given, dict):
        raise SituationError("expected one JSON object of facts")
    return Situation(**{name: _read(name, value) for name, value in given.items()})


def read_phase(value: object) -> Phase:
    """Raises SituationError naming the phases there are."""
    return _one_of(Phase, "phase", value)


def _read(name: str, value: object) -> Any:
    if name not in _READERS:
        known = ", ".join(_READERS)
        raise SituationError(f"unknown fact {_shown(name)}; there are: {known}")
    if value is None:
        return _UNKNOWN[name]
    return _READERS[name](name, value)


def _yes_no(name: str, value: object) -> bool:
    if not isinstance(value, bool):
        raise SituationError(f"{name} is {_shown(value)}; expected true, false or null")
    return value


def _whole(name: str, value: object, *, least: int = 0) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise SituationError(f"{name} is {_shown(value)}; expected a whole number")
    if value < least:
        raise SituationError(f"{name} is {_shown(value)}; expected {least} or more")
    if value > _LARGEST:
        raise SituationError(f"{name} is {_shown(value)}; expected {_LARGEST} or less")
    return value


def _one_of(kind: type[_Word], name: str, value: object) -> _Word:
    if not isinstance(value, str) or value not in list(kind):
        known = ", ".join(kind)
        raise SituationError(f"{name} is {_shown(value)}; expected one of: {known}")
    return kind(value)


def _some_of(kind: type[_Word], name: str, value: object) -> frozenset[_Word]:
    if not isinstance(value, list):
        raise SituationError(f"{name} is {_shown(value)}; expected a list")
    return frozenset(_one_of(kind, name, each) for each in value)


def _titles(name: str, value: object) -> tuple[tuple[InterviewerKind, str], ...]:
    """`[{"kind": "executive", "title": "vice president"}]`"""
    if not isinstance(value, list):
        raise SituationError(f"{name} is {_shown(value)}; expected a list")
    return tuple(_title(name, each) for each in value)


def _title(name: str, value: object) -> tuple[InterviewerKind, str]:
    if not isinstance(value, dict) or set(value) != {"kind", "title"}:
        said = _shown(value)
        raise SituationError(f"{name} holds {said}; expected a kind and a title")
    if not isinstance(value["title"], str):
        raise SituationError(f"{name} holds a title that is no text")
    return _one_of(InterviewerKind, name, value["kind"]), value["title"]


def _shown(value: object) -> str:
    """A value as it was given, on one line and not too long."""
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 60 else f"{text[:60]}…"


def _once_each(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a key is given twice")
    return found


def _no_number(name: str) -> Never:
    raise ValueError(f"{name} is no number")


_ENUMS: Mapping[str, type[StrEnum]] = {
    "phase": Phase,
    "outcome": Outcome,
    "role_type": RoleType,
    "seniority": Seniority,
    "pay_raised": PayRaised,
}
_SETS: Mapping[str, type[StrEnum]] = {
    "settings": Setting,
    "formats": Format,
    "materials": Material,
    "interviewer_kinds": InterviewerKind,
    "log": Logged,
}
_LEAST = {
    "number": 1,
    "sessions": 1,
    "minutes_until_start": -_LARGEST,
    "days_until_promised": -_LARGEST,
}
_NUMBERS = (
    *("number", "sessions", "interviewers", "minutes_until_start", "days_since_end"),
    *("days_until_promised", "thank_yous_owed", "thank_yous_sent"),
)
_UNKNOWN = {field.name: field.default for field in fields(Situation)}


def _reader(name: str) -> Callable[[str, object], object]:
    if name in _ENUMS:
        return partial(_one_of, _ENUMS[name])
    if name in _SETS:
        return partial(_some_of, _SETS[name])
    if name in _NUMBERS:
        return partial(_whole, least=_LEAST.get(name, 0))
    return _titles if name == "titles" else _yes_no


_READERS = {name: _reader(name) for name in _UNKNOWN}
