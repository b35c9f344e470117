"""Long lists on a page that has none of its own pages: the first, and how many more."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

# Ours: what somebody still reads to the end.
MOST = 50


@dataclass(frozen=True)
class Shown:
    """The rows to show, and how many are left out."""

    rows: list[Any]
    left_out: int


def shown(found: QuerySet[Any], first: list[Any] | None = None) -> Shown:
    """The first rows of an ordered query; counts the rest only where there is one.

    `first`: its first `MOST + 1`, where they are read already.
    """
    rows = list(found[: MOST + 1]) if first is None else first
    left_out = found.count() - MOST if len(rows) > MOST else 0
    return Shown(rows[:MOST], left_out)
