"""Where and when an invitation is read: its reader, and the day it came."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from interviews.invites.date_order import day_first_in
from interviews.invites.dates import DayReader
from interviews.invites.tongue import language

_MONTH_FIRST = {
    "America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles",
    "America/Phoenix", "America/Detroit", "America/Anchorage", "Pacific/Honolulu",
    "America/Toronto", "America/Vancouver",
}  # fmt: skip


@dataclass(frozen=True)
class Context:
    """As seen from where and when a text is read. `received` knows its zone."""

    received: datetime
    zone: str | None = None
    locale: str | None = None

    def day_reader(self, sent: datetime | date | None, text: str) -> DayReader:
        proven = True if language(text) != "en" else day_first_in(text)
        return DayReader(self._day(sent), self._day_first, proven)

    def _day(self, sent: datetime | date | None) -> date:
        if isinstance(sent, datetime):
            return sent.astimezone(self._zone).date() if sent.tzinfo else sent.date()
        return sent or self.received.astimezone(self._zone).date()

    @property
    def _zone(self) -> ZoneInfo:
        return ZoneInfo(self.zone or "UTC")

    @property
    def _day_first(self) -> bool | None:
        """How the owner orders 3/12, as their locale tells, or where they live."""
        if not self.locale:
            return self.zone not in _MONTH_FIRST if self.zone else None
        return not self.locale.replace("-", "_").casefold().endswith(("us", "en"))
