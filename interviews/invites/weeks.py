"""The weeks a text names, and the days of the week told beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from interviews.invites.day import DayHit
from interviews.invites.found import Certainty

_FLAGS = re.IGNORECASE
_WEEK = timedelta(days=7)
# In front of a date that stands for its week: "w/c 7 December".
_WEEK_OF = re.compile(
    r"(?:\bw/?[cb]|\bweek (?:commencing|beginning|starting|of)|\bwoche (?:vom|ab|des)"
    r"|\bsemaine du|\bsemana del?)\W{0,4}(?:(?:on|the|dem|den|el|le)\s+)?$",
    _FLAGS,
)
_NEXT_WEEK = re.compile(
    r"\b(?:next week|(?:nächste|kommende|naechste)[rn]? woche|semaine prochaine"
    r"|próxima semana|semana (?:que viene|próxima))\b",
    _FLAGS,
)
# "KW 11": the week of that number (ISO 8601), and no time of day.
_CALENDAR_WEEK = re.compile(
    r"\b(?:KW|Kalenderwoche)\s?(?P<n>[1-5]?\d)\b(?![:.]\d)", _FLAGS
)
_OWN_WEEK = re.compile(
    r"this|coming|upcoming|next|nächst|naechst|kommend|dies|(?:a|one|two) |.*(?:week|woche|huit|quinze|prochain|viene|semana|fortnight)",
    _FLAGS,
)
_PARTED = re.compile(r"[.!?](?=\s+[A-ZÄÖÜÉ¡¿])|\n\s*\n|\b(?:or|oder|ou|o)\b")
_SENTENCE = re.compile(r"[.!?](?=\s+[A-ZÄÖÜÉ¡¿])|\n\s*\n")


def in_their_weeks(text: str, days: list[DayHit], received: date) -> list[DayHit]:
    """The days, those of a week that is named counted within that week.

    A date that only names its week becomes the working days of it, to choose from.
    """
    days = [_week_of(text, day) for day in days]
    dated = [day for day in days if day.why == "week of"]
    next_monday = received - timedelta(days=received.weekday()) + _WEEK
    said = [(m.start(), m.end()) for m in _NEXT_WEEK.finditer(text)][:50]
    weeks = [
        *((day.start, day.end, day.days[0], 200) for day in dated),
        *((start, end, next_monday, 80) for start, end in said),
        *_of_the_calendar(text, received),
    ]
    placed = [_placed(text, day, weeks) for day in days] if weeks else days
    return list(_without_the_week(placed))


_Week = tuple[int, int, date, int]


def calendar_weeks(text: str) -> list[tuple[int, int]]:
    """Where weeks are named by their number."""
    return [match.span() for match in _CALENDAR_WEEK.finditer(text)][:50]


def _of_the_calendar(text: str, received: date) -> Iterator[_Week]:
    """The weeks named by their number, as they come next."""
    for match in [*_CALENDAR_WEEK.finditer(text)][:50]:
        for year in (received.year, received.year + 1):
            try:
                monday = date.fromisocalendar(year, int(match["n"]), 1)
            except ValueError:
                continue
            if monday > received - _WEEK:
                yield (*match.span(), monday, 80)
                break


def _week_of(text: str, day: DayHit) -> DayHit:
    before = _WEEK_OF.search(text, max(0, day.start - 34), day.start)
    if before is None or day.is_bare_weekday or len(day.days) > 2:
        return day
    monday = day.days[0] - timedelta(days=day.days[0].weekday())
    week = tuple(monday + timedelta(days=n) for n in range(5))
    return DayHit(before.start(), day.end, week, Certainty.ASK, "week of")


def _placed(text: str, day: DayHit, weeks: list[_Week]) -> DayHit:
    """A bare day of the week, in the week named in front of it or right behind it."""
    if not day.is_bare_weekday or _OWN_WEEK.match(text[day.start : day.end]):
        return day
    for start, end, monday, far in weeks:
        behind = 0 <= start - day.end <= 25 and not _PARTED.search(
            text[day.end : start]
        )
        between = text[end : day.start]
        before = 0 <= day.start - end <= far
        asked = before and bool(re.fullmatch(r"[^.!?]*\?[^.!?]*", between))
        before = before and (far > 100 or not _SENTENCE.search(between))
        meant = monday + timedelta(days=day.days[0].weekday())
        if behind or before:
            return replace(day, days=(meant,), sure=Certainty.GUESS)
        if asked and meant not in day.days:
            return replace(day, days=(meant, *day.days), sure=Certainty.ASK)
    return day


def _without_the_week(days: list[DayHit]) -> Iterator[DayHit]:
    """Without a week beside which its one day is told: "Tuesday, w/c 7 December"."""
    for index, day in enumerate(days):
        beside = days[max(0, index - 1) : index] + days[index + 1 : index + 2]
        told = any(
            other.is_bare_weekday
            and other.days[0] in day.days
            and min(abs(day.start - other.end), abs(other.start - day.end)) < 25
            for other in beside
        )
        if not (day.why == "week of" and told):
            yield day
