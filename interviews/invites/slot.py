"""A time that a text offers, and all that it says about when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from interviews.invites.clocks import ClockHit
from interviews.invites.day import DayHit
from interviews.invites.found import Certainty
from interviews.invites.lengths import LengthHit
from interviews.invites.zones import ZoneHit


@dataclass(frozen=True)
class Slot:
    """A time the text offers: a day, perhaps a clock time, and how it was said."""

    start: int
    end: int
    day: DayHit | None
    clock: ClockHit | None
    zone: ZoneHit | None = None
    length: LengthHit | None = None
    until: datetime | None = None
    score: int = 0

    @property
    def dates(self) -> tuple[date, ...]:
        return self.day.days if self.day else ()

    @property
    def clock_start(self) -> int:
        """Where its clock time stands."""
        return self.clock.start if self.clock else self.start

    @property
    def clock_end(self) -> int:
        return self.clock.end if self.clock else self.end

    @property
    def local_start(self) -> datetime | None:
        if not self.dates or self.clock is None:
            return None
        return datetime.combine(self.dates[0], self.clock.begins)

    @property
    def local_end(self) -> datetime | None:
        start = self.local_start
        if start is None or self.clock is None:
            return None
        if self.until is not None:
            return self.until
        if self.clock.ends is None:
            return start + self.length.length if self.length else None
        end = datetime.combine(start.date(), self.clock.ends)
        return end if end > start else end + timedelta(days=1)

    @property
    def sure(self) -> Certainty:
        """As unsure as its least sure part."""
        parts = [part.sure for part in (self.day, self.clock) if part]
        for level in (Certainty.ASK, Certainty.GUESS):
            if level in parts:
                return level
        return Certainty.SURE


@dataclass(frozen=True)
class Times:
    """All that a text says about when."""

    slots: tuple[Slot, ...]
    zones: tuple[ZoneHit, ...]
    lengths: tuple[LengthHit, ...]
