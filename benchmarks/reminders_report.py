"""The figures of a run as one table; which promise is kept and which is not."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TextIO

from config.stack import account, folders, postgres


@dataclass(frozen=True, kw_only=True)
class Row:
    """A figure, beside what is promised of it where something is."""

    what: str
    value: float
    unit: str
    at_least: float | None = None
    at_most: float | None = None
    note: str = ""

    @property
    def is_kept(self) -> bool:
        enough = self.at_least is None or self.value >= self.at_least
        return enough and (self.at_most is None or self.value <= self.at_most)

    @property
    def promise(self) -> str:
        if self.at_least is None and self.at_most is None:
            return self.note
        limit = (
            f"at most {self.at_most:g}"
            if self.at_least is None
            else f"at least {self.at_least:g}"
        )
        kept = "kept" if self.is_kept else "MISSED"
        return "; ".join(filter(None, [f"{limit}: {kept}", self.note]))

    def __str__(self) -> str:
        figure = f"{self.value:,.{_digits(self.value)}f}"
        return f"{self.what:<56}{figure:>10} {self.unit:<8}{self.promise}".rstrip()


def _digits(value: float) -> int:
    return 0 if abs(value) >= 100 else 1 if abs(value) >= 10 else 2


@dataclass
class Report:
    """Says each figure when it is there, and all of them at the end."""

    parts: dict[str, list[Row]] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    def part(self, title: str) -> None:
        self.parts[title] = []
        say(title, to=sys.stderr)

    def add(self, other: Report) -> None:
        self.parts |= other.parts
        self.notes += other.notes

    def figure(
        self,
        what: str,
        value: float,
        unit: str,
        *,
        at_least: float | None = None,
        at_most: float | None = None,
        note: str = "",
    ) -> None:
        """A figure of the part begun last."""
        row = Row(
            what=what,
            value=value,
            unit=unit,
            at_least=at_least,
            at_most=at_most,
            note=note,
        )
        list(self.parts.values())[-1].append(row)
        say(f"  {row}", to=sys.stderr)

    def show(self) -> int:
        """Print the table; 0 if every promise is kept, else 1."""
        say(f"{machine()}; load {_load()}")
        for title, rows in self.parts.items():
            say(f"\n{title}")
            for row in rows:
                say(f"  {row}")
        for note in self.notes:
            say(f"\n{note}")
        return 0 if all(row.is_kept for row in self._rows()) else 1

    def _rows(self) -> Iterator[Row]:
        for rows in self.parts.values():
            yield from rows


def machine() -> str:
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    programs, _ = folders.programs(account.for_servers())
    return (
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, "
        f"{memory:.0f} GB, Python {platform.python_version()}, "
        f"PostgreSQL {postgres.version(programs.postgres)}"
    )


def _load() -> str:
    return " ".join(f"{load:.1f}" for load in os.getloadavg())


def say(text: str, *, to: TextIO | None = None) -> None:
    print(text, file=to or sys.stdout, flush=True)
