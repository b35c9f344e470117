"""Times and names as the lines of Today say them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from zoneinfo import ZoneInfo

from django.utils.text import Truncator

from accounts import clock

# The longest name of a company a line has room for.
_LONGEST = 60


@dataclass(frozen=True)
class Words:
    """For a reader in `zone` who reads at `now`."""

    zone: ZoneInfo
    now: datetime

    @cached_property
    def today(self) -> date:
        return self.day_of(self.now)

    def day_of(self, at: datetime) -> date:
        return at.astimezone(self.zone).date()

    def when(self, at: datetime) -> str:
        """ "tomorrow 08:30", "Thu 3 Dec, 14:00"."""
        return clock.relative(at, self.zone, self.now)

    def on(self, day: date) -> str:
        """ "today", "Thu 3 Dec"."""
        return "today" if day == self.today else clock.day(day, now_day=self.today)


def in_short(name: str) -> str:
    """The name of a company as far as there is room for it."""
    return name if len(name) <= _LONGEST else Truncator(name).chars(_LONGEST)
