"""The library as it is browsed: by phase, by document, by what it is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from guidance.coverage import LeftOut, coverage, read_left_out
from guidance.library import Advice, Kind, Library
from guidance.situation import Phase
from guidance.vocabulary import PHASE_WORDS

_SHORT = 40  # items that may lie open on one page (ours)


@dataclass(frozen=True, kw_only=True, slots=True)
class Choice:
    """A link that narrows the list, with how much it leaves."""

    value: str
    name: str
    count: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Shelf:
    """The advice about one thing."""

    heading: str
    advice: tuple[Advice, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Chapter:
    """A heading of a document, the advice that carries it, and what none does."""

    heading: str
    advice: tuple[Advice, ...]
    left_out: tuple[LeftOut, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Browsed:
    """The library narrowed to a phase, a document, or both; empty means all."""

    library: Library
    phase: str = ""
    document: str = ""

    @property
    def phases(self) -> list[Choice]:
        listed = list(self._of_document(self.library))
        return [
            Choice(
                value=phase,
                name=PHASE_WORDS[phase].capitalize(),
                count=sum(phase in advice.phases for advice in listed),
            )
            for phase in Phase
            if phase is not Phase.CLOSED
        ]

    @property
    def documents(self) -> list[Choice]:
        listed = list(self._of_phase(self.library))
        return [
            Choice(
                value=source.id,
                name=source.name,
                count=sum(_cites(advice, source.id) for advice in listed),
            )
            for source in self.library.sources.values()
        ]

    @property
    def shelves(self) -> list[Shelf]:
        found = list(self._of_document(self._of_phase(self.library)))
        shelves = (
            Shelf(
                heading=kind.heading, advice=tuple(a for a in found if a.kind is kind)
            )
            for kind in Kind
        )
        return [shelf for shelf in shelves if shelf.advice]

    @property
    def count(self) -> int:
        return sum(len(shelf.advice) for shelf in self.shelves)

    @property
    def is_short(self) -> bool:
        return self.count <= _SHORT

    def _of_phase(self, advice: Iterable[Advice]) -> Iterator[Advice]:
        return (a for a in advice if not self.phase or self.phase in a.phases)

    def _of_document(self, advice: Iterable[Advice]) -> Iterator[Advice]:
        return (a for a in advice if not self.document or _cites(a, self.document))


def chapters(library: Library, document: str) -> list[Chapter]:
    """A document heading by heading."""
    return [
        Chapter(
            heading=covered.heading,
            advice=tuple(a for a in library if a.id in covered.advice),
            left_out=covered.left_out,
        )
        for covered in coverage(library, read_left_out())
        if covered.source.id == document
    ]


def _cites(advice: Advice, document: str) -> bool:
    return any(citation.source.id == document for citation in advice.citations)
