"""One mention of a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from interviews.invites.found import Certainty


@dataclass(frozen=True)
class DayHit:
    """One mention of a day: where it stands, and what it may mean, likeliest first."""

    start: int
    end: int
    days: tuple[date, ...]
    sure: Certainty
    why: str = ""

    @property
    def is_bare_weekday(self) -> bool:
        return self.why == "weekday"
