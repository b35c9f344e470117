"""The days a text names, each with the days it may mean."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from interviews.invites.found import Certainty
from interviews.invites.mentions import longest_apart
from interviews.invites.tongue import (
    MONTHS,
    NUMBERS,
    ORDINAL_DAYS,
    RELATIVE_DAYS,
    SHORT_WEEKDAYS,
    WEEKDAYS,
    any_of,
)

# A day without its year is looked for this far back and ahead of the day the text
# came: invitations speak of what is to come, seldom of what was.
_BACK = timedelta(days=45)
_AHEAD = timedelta(days=300)
_WEEK = timedelta(days=7)

_WD = rf"(?P<wd>(?:{any_of(WEEKDAYS, SHORT_WEEKDAYS)})(?![^\W_]))\.?"
_LEAD = rf"(?:\b{_WD}[,\s(]*\s?(?:(?:the|den|dem|der|le|el|día|on)\s+)?)?"
_DAY = r"(?P<d>0?[1-9]|[12]\d|3[01])(?P<ord>\s?(?:st|nd|rd|th)\b|er\b|º|ª|\.)?"
_MON = rf"(?P<m>(?:{any_of(MONTHS)})(?![^\W_]))\.?"
_YEAR = r"(?:,?\s*(?:de\s+|del\s+)?(?P<y>20\d\d|['’]\d\d)(?!\d))?"
_FLAGS = re.IGNORECASE

_DAY_MONTH = re.compile(
    rf"{_LEAD}(?<![\d:.,/]){_DAY}[\s-]*(?:of\s+|de\s+)?{_MON}-?{_YEAR}", _FLAGS
)
_MONTH_DAY = re.compile(
    rf"{_LEAD}\b{_MON}\s*{_DAY}(?![\d:/]|\s*[ap]\.?m\b|\s?h\b){_YEAR}", _FLAGS
)
_ISO = re.compile(
    rf"{_LEAD}(?<![\d/.-])(?P<y>20\d\d)(?P<sep>[-/.])(?P<m>\d\d?)(?P=sep)"
    r"(?P<d>\d\d?)(?![\d/-])",
    _FLAGS,
)
_NUMERIC = re.compile(
    rf"{_LEAD}(?P<by>\b(?:am|den|dem|vom|le|el)\s+)?(?<![\d/.:€$£+-])"
    r"(?P<a>[0-3]?\d)(?P<sep>[/.-])(?P<b>[0-3]?\d)"
    r"(?:(?P=sep)(?P<y>20\d\d|\d\d)(?![\d:])|(?P<dot>\.)(?!\d)|(?![\d/.]\d|\d|%))"
    r"(?!\s*(?:[ap]\.?m\b|uhr\b|h\b|hrs\b))",
    _FLAGS,
)
_IN_WORDS = re.compile(
    rf"{_LEAD}(?:\b{_MON}\s+(?:the\s+)?(?P<after>{any_of(ORDINAL_DAYS)})"
    rf"|\b(?P<before>{any_of(ORDINAL_DAYS)})\s+(?:of\s+)?{_MON.replace('<m>', '<m2>')})"
    r"(?![^\W_])(?!\s+(?:round|interview|stage|call))",
    _FLAGS,
)
_WEEKDAY_AND_DAY = re.compile(
    rf"\b{_WD},?\s+(?:the\s+|den\s+|le\s+|el\s+)?(?P<d>[0-3]?\d)"
    r"(?:st|nd|rd|th|er|\.(?=\s)|(?=\s*(?:à|um|a las|at|from|between|de)\b)|(?=\s?(?:,|@|\(|\n|$)))"
    r"(?!\s*[:h]\d)",
    _FLAGS,
)
_THE_DAY = re.compile(
    r"\b(?:on|for)\s+the\s+(?P<d>[0-3]?\d)(?:st|nd|rd|th)\b"
    r"(?!\s+(?:floor|round|interview|stage|street|avenue|of)\b)",
    _FLAGS,
)
_NEXT = (
    r"next week,?(?: on)?|nächste woche,?(?: am)?|next|nächste[nrs]?|naechste[nrs]?|kommende[nrs]?|prochain|"
    r"próximo|proximo|que viene"
)
_NEXT_WEEK = re.compile(r"next week|woche|semaine|semana")
_THIS = r"this(?:\s+coming)?|coming|upcoming|diese[nrs]?|ce|este"
_WEEKDAY = re.compile(
    rf"(?:\b(?P<mod>{_NEXT}|{_THIS})\s+)?\b(?P<wd>(?:{any_of(WEEKDAYS)})(?![^\W_]))"
    r"(?:\s+(?P<after>prochain|que viene|(?:of )?next week|week|(?:in der |der )?nächster? woche"
    r"|(?:de )?la semaine prochaine|de la (?:próxima semana|semana que viene)))?",
    _FLAGS,
)
_RELATIVE = re.compile(
    rf"(?<![^\W_])(?P<word>{any_of(RELATIVE_DAYS)})(?![^\W_])"
    rf"|\bin\s+(?P<n>\d{{1,2}}|{any_of(NUMBERS)})\s+(?P<unit>days?|weeks?|tagen?|wochen?)\b"
    r"|(?<!guten )(?<!heute )(?P<morgen>\bmorgen\b(?!s))"
    r"|(?<!la )(?P<manana>\bmañana\b)"
    r"|\bdans\s+(?P<jours>\d{1,2})\s+jours\b|\ben\s+(?P<dias>\d{1,2})\s+días\b",
    _FLAGS,
)


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
        return longest_apart(self._all(text), len(text))

    def _all(self, text: str) -> Iterator[DayHit]:
        for pattern in (_DAY_MONTH, _MONTH_DAY):
            for match in pattern.finditer(text):
                month = MONTHS[match["m"].casefold()]
                yield from self._dated(match, month, int(match["d"]))
        for match in _IN_WORDS.finditer(text):
            month = MONTHS[(match["m"] or match["m2"]).casefold()]
            day = ORDINAL_DAYS[(match["after"] or match["before"]).casefold()]
            yield from self._dated(match, month, day)
        for match in _ISO.finditer(text):
            yield from self._dated(match, int(match["m"]), int(match["d"]))
        for match in _NUMERIC.finditer(text):
            yield from self._numeric(match)
        for match in (*_WEEKDAY_AND_DAY.finditer(text), *_THE_DAY.finditer(text)):
            yield from self._day_of_month(match)
        for match in _WEEKDAY.finditer(text):
            yield self._weekday(match)
        for match in _RELATIVE.finditer(text):
            yield from self._relative(match)

    # --- a day with its month ------------------------------------------------------

    def _dated(self, match: re.Match[str], month: int, day: int) -> Iterator[DayHit]:
        weekday = _weekday_of(match)
        days = self._in_years(month, day, _year_of(match), weekday)
        if not days:
            return
        if weekday is None or days[0].weekday() == weekday:
            yield DayHit(*match.span(), days[:1], Certainty.SURE)
            return
        # The day of the week and the day of the month contradict each other.
        meant = _nearest_weekday(days[0], weekday)
        yield DayHit(*match.span(), (days[0], meant), Certainty.ASK, "conflict")

    def _in_years(
        self, month: int, day: int, year: int | None, weekday: int | None
    ) -> tuple[date, ...]:
        """The days it may be, the likeliest first."""
        years = (
            [year] if year else range(self.received.year - 1, self.received.year + 2)
        )
        days = [made for y in years if (made := _date(y, month, day))]
        if year or not days:
            return tuple(days)
        days.sort(key=self._unlikely)
        fits = [d for d in days if self._is_near(d) and d.weekday() == weekday]
        return tuple(fits or days)

    def _is_near(self, day: date) -> bool:
        """Whether an invitation may well speak of it."""
        return -_BACK <= day - self.received <= _AHEAD

    def _unlikely(self, day: date) -> int:
        """How far a day is from being meant: soon is likely, long past is not."""
        away = (day - self.received).days
        return away if away >= 0 else (-away * 3 if -away <= _BACK.days else 900 - away)

    def _numeric(self, match: re.Match[str]) -> Iterator[DayHit]:
        if not self._is_a_date(match):
            return
        a, b, weekday = int(match["a"]), int(match["b"]), _weekday_of(match)
        year = _year_of(match)
        orders = {True: (b, a), False: (a, b)}
        read = {
            first: days[0]
            for first, (month, day) in orders.items()
            if (days := self._in_years(month, day, year, weekday))
        }
        dotted = match["sep"] == "."
        if dotted and True in read:
            read = {True: read[True]}
        read = {f: d for f, d in read.items() if self._is_near(d)} or read
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
        if self.day_first is not None:
            days.sort(key=lambda day: day != read[self.day_first or False])
        yield DayHit(*match.span(), tuple(days), Certainty.ASK, "order")

    @staticmethod
    def _is_a_date(match: re.Match[str]) -> bool:
        """Whether two numbers are a date rather than a clock time or a fraction."""
        if match["sep"] == "/":
            return match[0] not in {"24/7", "50/50", "9/5", "1/2"}
        if match["sep"] == "-":
            return bool(match["y"])
        return bool(match["y"] or match["dot"] or match["by"] or match["wd"])

    # --- a day with less than that ---------------------------------------------------

    def _day_of_month(self, match: re.Match[str]) -> Iterator[DayHit]:
        """ "Thursday the 3rd", "on the 3rd": the next one that fits."""
        weekday, day = _weekday_of(match), int(match["d"])
        first = self.received.replace(day=1)
        for _ in range(13):
            made = _date(first.year, first.month, day)
            if made and made >= self.received and weekday in (None, made.weekday()):
                sure = Certainty.SURE if weekday is not None else Certainty.GUESS
                yield DayHit(*match.span(), (made,), sure, "day")
                return
            first = (first + timedelta(days=32)).replace(day=1)

    def _weekday(self, match: re.Match[str]) -> DayHit:
        """A day of the week: the next one; "next" within this week is asked about."""
        weekday = WEEKDAYS[match["wd"].casefold()]
        away = (weekday - self.received.weekday()) % 7
        soon = self.received + timedelta(days=away)
        modifier = " ".join(filter(None, (match["mod"], match["after"]))).casefold()
        span = match.span()
        if _NEXT_WEEK.search(modifier):
            monday = self.received + timedelta(days=7 - self.received.weekday())
            return DayHit(
                *span, (monday + timedelta(days=weekday),), Certainty.SURE, "weekday"
            )
        if re.search(_NEXT, modifier, _FLAGS):
            soon = soon if away else soon + _WEEK
            if soon.isocalendar()[:2] == self.received.isocalendar()[:2]:
                # Said on a Monday, next Thursday may be this week's or the one after.
                days = (soon + _WEEK, soon)
                return DayHit(*span, days, Certainty.ASK, "weekday")
            return DayHit(*span, (soon,), Certainty.GUESS, "weekday")
        if away == 0:
            return DayHit(*span, (soon + _WEEK, soon), Certainty.ASK, "weekday")
        return DayHit(*span, (soon,), Certainty.GUESS, "weekday")

    def _relative(self, match: re.Match[str]) -> Iterator[DayHit]:
        if match["morgen"] and match["morgen"][0] == "M" and match.start():
            # "Morgen" inside a sentence is the morning.
            return
        days = self._days_away(match)
        if days is not None:
            day = self.received + timedelta(days=days)
            yield DayHit(*match.span(), (day,), Certainty.GUESS, "relative")

    @staticmethod
    def _days_away(match: re.Match[str]) -> int | None:
        if match["word"]:
            return RELATIVE_DAYS[match["word"].casefold()]
        if match["morgen"] or match["manana"]:
            return 1
        for group in ("jours", "dias"):
            if match[group]:
                return int(match[group])
        number = match["n"].casefold()
        count = int(number) if number.isdecimal() else NUMBERS.get(number, 0)
        weeks = match["unit"].casefold().startswith(("week", "woche"))
        return count * (7 if weeks else 1) or None


_FULL = re.compile(
    r"(?<![\d/.])(?P<a>[0-3]?\d)/(?P<b>[0-3]?\d)(?:/(?:20)?\d\d)?(?![\d/])"
)


def day_first_in(text: str) -> bool | None:
    """How a writer orders 3/12, by the dates of theirs that only read one way."""
    pairs = [(int(m["a"]), int(m["b"])) for m in _FULL.finditer(text)]
    day = any(12 < a <= 31 and 1 <= b <= 12 for a, b in pairs)
    month = any(1 <= a <= 12 < b <= 31 for a, b in pairs)
    return None if day == month else day


def _weekday_of(match: re.Match[str]) -> int | None:
    """Short names count where they are written as names: not the "do" of "do 3/12"."""
    written = match.groupdict().get("wd") or ""
    word = written.casefold()
    if word in WEEKDAYS or not written[:1].isupper():
        return WEEKDAYS.get(word)
    return SHORT_WEEKDAYS.get(word)


def _year_of(match: re.Match[str]) -> int | None:
    words = (match.groupdict().get("y") or "").lstrip("'’")
    if not words:
        return None
    return int(words) if len(words) == 4 else 2000 + int(words)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _nearest_weekday(day: date, weekday: int) -> date:
    """The day of the week nearest to a day."""
    ahead = (weekday - day.weekday()) % 7
    return day + timedelta(days=ahead if ahead <= 3 else ahead - 7)
