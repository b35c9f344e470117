"""The days of the story, counted from today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from interviews.sample.story import SOON

_SATURDAY = 5
# A meeting "soon" begins about two hours from now, within these clock times; late in
# the day it was earlier.
_SOON = timedelta(minutes=120)
_FIRST, _LAST, _EARLIER = time(9, 30), time(17, 30), time(13, 30)


@dataclass(frozen=True)
class Calendar:
    """Days and clock times of somebody who lives in `zone`, around `now`."""

    now: datetime
    zone: ZoneInfo

    @property
    def today(self) -> date:
        return self.now.astimezone(self.zone).date()

    def day(self, offset: int) -> date:
        """So many days from today; weekends give way, save for today and tomorrow."""
        day = self.today + timedelta(days=offset)
        step = timedelta(days=-1 if offset < 0 else 1)
        while offset not in (0, 1) and day.weekday() >= _SATURDAY:
            day += step
        return day

    def moment(self, offset: int, at: str) -> datetime:
        """The UTC moment of "14:00" on that day; SOON is today, around now."""
        if at == SOON:
            return self._soon()
        clock = time.fromisoformat(at)
        local = datetime.combine(self.day(offset), clock, tzinfo=self.zone)
        return local.astimezone(UTC)

    def _soon(self) -> datetime:
        """In working hours where the day still has any, else earlier today."""
        local = self.now.astimezone(self.zone)
        begins = local + _SOON
        begins -= timedelta(minutes=begins.minute % 30)
        at = min(max(begins.time(), _FIRST), _LAST)
        if begins.date() > self.today or begins.time() > _LAST:
            at = _EARLIER
        return self.moment(0, f"{at:%H:%M}")
