"""Counts by week as columns of a drawing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dashboard.insights.figure import Figure

HEIGHT, STEP, WIDE = 96, 18, 12


@dataclass(frozen=True)
class Column:
    """One week: its box, from the top, and what it says when pointed at."""

    x: int
    y: float
    height: float
    title: str


@dataclass(frozen=True)
class Columns:
    columns: Sequence[Column]
    first: date
    last: date
    most: int
    height: int = HEIGHT
    wide: int = WIDE

    @property
    def width(self) -> int:
        return STEP * len(self.columns)


def columns(figure: Figure) -> Columns:
    """Draw a figure whose rows are a Monday and a count; it has at least one."""
    days = [date.fromisoformat(str(row[0])) for row in figure.rows]
    counts = [int(row[1] or 0) for row in figure.rows]
    most = max(counts)
    drawn = [
        _column(number, day, count, most)
        for number, (day, count) in enumerate(zip(days, counts, strict=True))
    ]
    return Columns(drawn, days[0], days[-1], most)


def _column(number: int, monday: date, count: int, most: int) -> Column:
    """A week without a round keeps a line, so that gaps are seen to be weeks."""
    height = max(2.0, round(HEIGHT * count / most, 1))
    title = f"Week from {monday.day} {monday:%b %Y}: {count}"
    return Column(STEP * number, round(HEIGHT - height, 1), height, title)
