from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Hit:
    """One line of the answer: where it leads, and what stands beside its name."""

    title: str
    url: str
    icon: str
    detail: str = ""
    key: str = ""


@dataclass(frozen=True)
class Group:
    """Hits of one sort, the best first."""

    title: str
    hits: Sequence[Hit]
