"""The days a text names, each with the days it may mean."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from interviews.invites.day import DayHit
from interviews.invites.day_patterns import (
    DAY_MONTH,
    IN_WORDS,
    ISO,
    MONTH_DAY,
    NUMERIC,
    RELATIVE,
    THE_DAY,
    WEEKDAY,
    WEEKDAY_AND_DAY,
    WEEKS_AWAY,
)
from interviews.invites.found import Certainty
from interviews.invites.mentions import longest_apart
from interviews.invites.near_days import (
    day_of_month,
    relative,
    weekday_named,
    weeks_away,
)
from interviews.invites.same_month import of_same_month
from interviews.invites.tongue import (
    MONTHS,
    ORDINAL_DAYS,
)
from interviews.invites.weeks import in_their_weeks
from interviews.invites.years import (
    in_years,
    is_near,
    nearest_weekday,
    weekday_of,
    year_of,
)

_WEEK = timedelta(days=7)
_MONTHS = 12
_SOON_ENOUGH = timedelta(days=21)
# In front of a date that is soon: "this Thursday (3/12)", "tomorrow, 3/12".
_SOON = re.compile(
    r"\b(?:this(?: coming)?|coming|today|tomorrow|tmrw|diese[nrs]?|kommende[nrs]?|morgen|heute|ce|este|demain|mañana)\W{1,3}$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class DayReader:
    """Reads days as seen from the day a text was received.

    `day_first`: how the owner orders 3/12, which comes first among the choices;
    `proven`: how this writer does, where language or another date show it.
    """

    received: date
    day_first: bool | None = None
    proven: bool | None = None

    def hits(self, text: str) -> list[DayHit]:
        """All days named, in order; of two that overlap the fuller one."""
        days = longest_apart(self._all(text), len(text))
        return in_their_weeks(text, days, self.received)

    def _all(self, text: str) -> Iterator[DayHit]:
        for pattern in (DAY_MONTH, MONTH_DAY):
            for match in pattern.finditer(text):
                month = MONTHS[match["m"].casefold()]
                hits = list(self._dated(match, month, int(match["d"])))
                yield from hits
                yield from of_same_month(match, hits, month_first=pattern is MONTH_DAY)
        for match in IN_WORDS.finditer(text):
            month = MONTHS[(match["m"] or match["m2"]).casefold()]
            day = ORDINAL_DAYS[(match["after"] or match["before"]).casefold()]
            yield from self._dated(match, month, day)
        for match in ISO.finditer(text):
            yield from self._dated(match, int(match["m"]), int(match["d"]))
        for match in NUMERIC.finditer(text):
            yield from self._numeric(match)
        for match in (*WEEKDAY_AND_DAY.finditer(text), *THE_DAY.finditer(text)):
            yield from day_of_month(match, self.received)
        for match in WEEKDAY.finditer(text):
            yield weekday_named(match, self.received)
        for match in RELATIVE.finditer(text):
            yield from relative(match, self.received)
        for match in WEEKS_AWAY.finditer(text):
            yield weeks_away(match, self.received)

    # --- a day with its month ------------------------------------------------------

    def _dated(self, match: re.Match[str], month: int, day: int) -> Iterator[DayHit]:
        weekday = weekday_of(match)
        days = in_years(self.received, month, day, year_of(match), weekday)
        if not days:
            return
        if weekday is None or days[0].weekday() == weekday:
            yield DayHit(*match.span(), days[:1], Certainty.SURE)
            return
        # The day of the week and the day of the month contradict each other.
        meant = nearest_weekday(days[0], weekday)
        yield DayHit(*match.span(), (days[0], meant), Certainty.ASK, "conflict")

    def _numeric(self, match: re.Match[str]) -> Iterator[DayHit]:
        if not self._is_a_date(match):
            return
        a, b, weekday = int(match["a"]), int(match["b"]), weekday_of(match)
        year = year_of(match)
        orders = {True: (b, a), False: (a, b)}
        read = {
            first: days[0]
            for first, (month, day) in orders.items()
            if (days := in_years(self.received, month, day, year, weekday))
        }
        dotted = match["sep"] == "."
        if dotted and True in read:
            read = {True: read[True]}
        read = {f: d for f, d in read.items() if is_near(self.received, d)} or read
        if weekday is not None:
            fitting = {f: d for f, d in read.items() if d.weekday() == weekday}
            read = fitting or read
        yield from self._ordered(match, read)

    def _ordered(
        self, match: re.Match[str], read: dict[bool, date]
    ) -> Iterator[DayHit]:
        """One reading is sure; two that differ are asked about."""
        days = list(dict.fromkeys(read.values()))
        if not days:
            return
        if len(days) == 1:
            yield DayHit(*match.span(), (days[0],), Certainty.SURE)
            return
        if self.proven is not None:
            yield DayHit(*match.span(), (read[self.proven],), Certainty.GUESS)
            return
        soon = [day for day in days if timedelta(0) <= day - self.received <= _WEEK]
        if len(soon) == 1 and _SOON.search(
            match.string, max(0, match.start() - 20), match.start()
        ):
            yield DayHit(*match.span(), (soon[0],), Certainty.SURE)
            return
        if weekday_of(match) is not None and (day := self._as_usual(read)):
            yield DayHit(*match.span(), (day,), Certainty.GUESS)
            return
        if self.day_first is not None:
            days.sort(key=lambda day: day != read[self.day_first or False])
        days.sort(key=lambda day: day < self.received)
        yield DayHit(*match.span(), tuple(days), Certainty.ASK, "order")

    def _as_usual(self, read: dict[bool, date]) -> date | None:
        """The day in the owner's order, where it is soon and the other far away."""
        if self.day_first is None:
            return None
        mine, other = read[self.day_first], read[not self.day_first]
        soon = timedelta(0) <= mine - self.received <= _SOON_ENOUGH
        return mine if soon and other - mine >= _SOON_ENOUGH else None

    @staticmethod
    def _is_a_date(match: re.Match[str]) -> bool:
        """Whether two numbers are a date rather than a clock time or a fraction."""
        if match["sep"] == "/":
            return match[0] not in {"24/7", "50/50", "9/5", "1/2"}
        if match["sep"] == "-":
            return bool(match["y"])
        if not match["y"] and int(match["b"]) > _MONTHS:
            # "Thurs 8.30": nobody puts the month first in front of a dot.
            return False
        return bool(match["y"] or match["dot"] or match["by"] or match["wd"])
