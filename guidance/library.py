"""The library of advice: TOML files under `guidance/content/`, read and validated.

A file may set defaults for its items at the top (`phases`, `kind`), then lists
`[[advice]]` records. `guidance/content/README.md` explains every key.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from itertools import combinations
from pathlib import Path
from types import MappingProxyType
from typing import Any

from guidance.citations import Citation, Source, read_sources
from guidance.conditions import Condition, ConditionError, Conditions, parse, parse_all
from guidance.errors import GuidanceError
from guidance.situation import Phase, Situation
from guidance.vocabulary import PHASE_WORDS, Form, Kind, LeadTime, Origin, Priority
from guidance.words import joined_words

__all__ = [
    "Advice",
    "Form",
    "Kind",
    "LeadTime",
    "Library",
    "Origin",
    "Priority",
    "Wording",
    "load",
    "read_library",
]

CONTENT = Path(__file__).parent / "content"


# When a variant of the wording applies; a later one overrides an earlier one.
VARIANTS: Mapping[str, Condition] = MappingProxyType(
    {
        "first_round": parse("round is 1"),
        "later_round": parse("round >= 3"),
        "remote": parse("setting only video or phone"),
        "on_site": parse("setting is on_site"),
        "phone": parse("setting only phone"),
        "one_person": parse("people is 1"),
    }
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Wording:
    """The words of an advice. `hedge` must travel with `text`."""

    text: str
    why: str = ""
    hedge: str = ""


@dataclass(frozen=True, kw_only=True)
class Advice:
    """One piece of guidance with its conditions and its citations."""

    id: str
    wording: Wording
    kind: Kind
    form: Form
    phases: frozenset[Phase]
    conditions: Conditions
    priority: Priority
    lead_time: LeadTime
    origin: Origin
    citations: tuple[Citation, ...]
    our_part: str  # what in it no document gives, such as a number or a routing
    variants: Mapping[str, Mapping[str, str]] = field(hash=False)
    file: str

    @cached_property
    def documents(self) -> int:
        """How many documents say it."""
        return len({citation.source.id for citation in self.citations})

    @property
    def credit(self) -> str:
        """How it is credited: the citations, or that it is adapted or ours."""
        cited = "; ".join(str(citation) for citation in self.citations)
        if self.origin is Origin.OURS:
            return "our own suggestion"
        if self.origin is Origin.NOT_COVERED:
            return "not covered by our sources"
        prefix = "adapted from " if self.origin is Origin.ADAPTED else ""
        return f"{prefix}{cited}{f'; ours: {self.our_part}' if self.our_part else ''}"

    def worded(self, names: Iterable[str]) -> Wording:
        """The wording under these variants; a later one overrides an earlier."""
        changes = {
            k: v for name in names for k, v in self.variants.get(name, {}).items()
        }
        return replace(self.wording, **changes)

    def wording_for(self, situation: Situation) -> Wording:
        if not self.variants:
            return self.wording
        return self.worded(n for n, when in VARIANTS.items() if when.holds(situation))

    def wordings(self) -> Iterator[Wording]:
        """Every wording it can be shown in."""
        for size in range(len(self.variants) + 1):
            for names in combinations(self.variants, size):
                yield self.worded(sorted(names, key=tuple(VARIANTS).index))

    @property
    def when(self) -> str:
        """When it is shown, in words: 'before the round; the form: panel'."""
        phases = joined_words([PHASE_WORDS[p] for p in Phase if p in self.phases])
        return "; ".join([phases, *self.conditions.words])


@dataclass(frozen=True, kw_only=True, slots=True)
class Library:
    """All advice, in file order, and the documents it cites."""

    advice: tuple[Advice, ...]
    sources: Mapping[str, Source]
    _by_id: Mapping[str, Advice] = field(repr=False)

    def get(self, advice_id: str) -> Advice | None:
        """The advice of this id, or None (a tick may outlive its advice)."""
        return self._by_id.get(advice_id)

    def __iter__(self) -> Iterator[Advice]:
        return iter(self.advice)

    def __len__(self) -> int:
        return len(self.advice)


@cache
def load() -> Library:
    """The library of this installation, read once."""
    return read_library(CONTENT, read_sources())


def read_library(folder: Path, sources: Mapping[str, Source]) -> Library:
    """Read every content file. Raises GuidanceError naming file and item."""
    paths = sorted(folder.glob("*.toml"))
    advice = tuple(item for path in paths for item in _read_file(path, sources))
    by_id: dict[str, Advice] = {}
    for item in advice:
        if item.id in by_id:
            raise GuidanceError(f"{item.file}: {item.id!r} is also in another place")
        by_id[item.id] = item
    return Library(advice=advice, sources=sources, _by_id=MappingProxyType(by_id))


def _read_file(path: Path, sources: Mapping[str, Source]) -> Iterator[Advice]:
    try:
        defaults: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise GuidanceError(f"{path.name}: {error}") from error
    for record in defaults.pop("advice", []):
        name = record.get("id", "(without id)")
        try:
            yield _advice({**defaults, **record}, sources, path.name)
        except (ConditionError, KeyError, TypeError, ValueError) as error:
            problem = f"no {error}" if isinstance(error, KeyError) else error
            raise GuidanceError(f"{path.name}: {name!r}: {problem}") from error


_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_WORDING = {"text", "why", "hedge"}
_KEYS = _WORDING | {
    "id", "kind", "form", "phases", "all", "any", "none", "priority", "lead_time",
    "origin", "sources", "our_part", "variants",
}  # fmt: skip


def _advice(record: dict[str, Any], sources: Mapping[str, Source], file: str) -> Advice:
    _refuse_others(record, _KEYS)
    if not _ID.fullmatch(record["id"]):
        raise ValueError("the id is not a slug of lower-case words")
    wording = _wording({key: record[key] for key in _WORDING & set(record)})
    origin = Origin(record.get("origin", "source"))
    citations = tuple(_citation(entry, sources) for entry in record.get("sources", []))
    if (origin in (Origin.OURS, Origin.NOT_COVERED)) == bool(citations):
        raise ValueError(f"origin {origin} with {len(citations)} citations")
    return Advice(
        id=record["id"],
        wording=wording,
        kind=Kind(record["kind"]),
        form=Form(record["form"]),
        phases=_phases(record["phases"]),
        conditions=Conditions(
            all=parse_all(record.get("all", [])),
            any=parse_all(record.get("any", [])),
            none=parse_all(record.get("none", [])),
        ),
        priority=Priority(record.get("priority", Priority.USEFUL)),
        lead_time=LeadTime[record.get("lead_time", "minutes").upper()],
        origin=origin,
        citations=citations,
        our_part=record.get("our_part", ""),
        variants=_variants(record.get("variants", {})),
        file=file,
    )


def _refuse_others(record: Mapping[str, Any], known: set[str]) -> None:
    if unknown := sorted(set(record) - known):
        raise ValueError(f"unknown: {', '.join(unknown)}")


def _wording(record: Mapping[str, Any]) -> Wording:
    _refuse_others(record, _WORDING)
    if not record["text"].strip():
        raise ValueError("the text is empty")
    return Wording(**record)


def _phases(names: list[str]) -> frozenset[Phase]:
    if not names:
        raise ValueError("it has no phase")
    return frozenset(Phase(name) for name in names)


def _citation(entry: Mapping[str, Any], sources: Mapping[str, Source]) -> Citation:
    _refuse_others(entry, {"source", "heading", "points"})
    if entry["source"] not in sources:
        raise ValueError(f"no document {entry['source']!r}")
    source = sources[entry["source"]]
    if not source.has(entry["heading"]):
        raise ValueError(f"{source.id} has no heading {entry['heading']!r}")
    points = tuple(entry.get("points", ()))
    return Citation(source=source, heading=entry["heading"], points=points)


def _variants(records: Mapping[str, Any]) -> Mapping[str, Mapping[str, str]]:
    """A variant may give only some of the words; the rest stay."""
    _refuse_others(records, set(VARIANTS))
    for record in records.values():
        _refuse_others(record, _WORDING)
    return MappingProxyType(dict(records))
