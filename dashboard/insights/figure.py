"""A figure: what it counts, in a sentence, and its numbers as a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

# Ours: a share of fewer than five says more about chance than about the search.
FEWEST = 5

Cell = str | int | float | None


@dataclass(frozen=True)
class Figure:
    """`columns` name the cells of each of `rows`; None is a cell with nothing to say."""

    key: str
    title: str
    definition: str
    columns: tuple[str, ...]
    rows: Sequence[tuple[Cell, ...]]

    @property
    def is_empty(self) -> bool:
        return not self.rows


def percent(part: int, whole: int) -> int | None:
    """`part` of `whole` in percent; None where the whole is less than five."""
    return round(100 * part / whole) if whole >= FEWEST else None
