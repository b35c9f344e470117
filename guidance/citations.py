"""The documents the advice comes from, and how they are credited.

`guidance/sources/<id>.toml` holds what is needed to cite a document, and no text
of it: title, publisher, address, date read, headings.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

from guidance.errors import GuidanceError

SOURCES = Path(__file__).parent / "sources"
# Text that stands outside any heading is cited by its place.
PLACES = frozenset({"Opening", "Closing"})
_KEYS = {"name", "title", "publisher", "address", "verified", "read", "headings"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Source:
    """One document. `name` is what a citation calls it on screen."""

    id: str
    name: str
    title: str
    publisher: str
    address: str
    verified: bool  # the address was seen in the document; else it is no link
    read: date
    headings: tuple[str, ...]

    @property
    def link(self) -> str | None:
        return self.address if self.verified else None

    def has(self, heading: str) -> bool:
        return heading in self.headings or heading in PLACES


@dataclass(frozen=True, kw_only=True, slots=True)
class Citation:
    """A document and the heading under which the points stand."""

    source: Source
    heading: str
    points: tuple[str, ...] = ()  # what stands there and is carried, in our words

    @property
    def name(self) -> str:
        """What the screen calls the document: 'WhatJobs'."""
        return self.source.name

    @property
    def publisher(self) -> str:
        return self.source.publisher

    @property
    def title(self) -> str:
        return self.source.title

    @property
    def address(self) -> str | None:
        """Where to read it, or None while the address is not verified."""
        return self.source.link

    def __str__(self) -> str:
        return f"{self.name}, {self.heading}"


def read_sources(folder: Path = SOURCES) -> Mapping[str, Source]:
    """All documents by id. Raises GuidanceError naming the file."""
    paths = sorted(folder.glob("*.toml"))
    return MappingProxyType({path.stem: _read(path) for path in paths})


def _read(path: Path) -> Source:
    try:
        record: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise GuidanceError(f"{path.name}: {error}") from error
    if wrong := set(record) ^ _KEYS:
        raise GuidanceError(f"{path.name}: missing or unknown: {', '.join(wrong)}")
    record["headings"] = tuple(record["headings"])
    return Source(id=path.stem, **record)
