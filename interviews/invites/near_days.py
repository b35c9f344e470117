"""Days told from the day a text came: a day of the week, the 12th, tomorrow."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from interviews.invites.day import DayHit
from interviews.invites.day_patterns import LAST, NEXT, NEXT_WEEK
from interviews.invites.found import Certainty
from interviews.invites.tongue import NUMBERS, RELATIVE_DAYS, WEEKDAYS
from interviews.invites.years import day_of, weekday_of

_WEEK = timedelta(days=7)
_NEXT = re.compile(NEXT, re.IGNORECASE)
_LAST = re.compile(LAST, re.IGNORECASE)
_DAY_GROUPS = ("d", "on", "am", "le")


def day_of_month(match: re.Match[str], received: date) -> Iterator[DayHit]:
    """ "Thursday the 3rd", "on the 3rd": the next one that fits."""
    weekday = weekday_of(match)
    day = int(next(filter(None, map(match.groupdict().get, _DAY_GROUPS))))
    first = received.replace(day=1)
    for _ in range(13):
        made = day_of(first.year, first.month, day)
        if made and made >= received and weekday in (None, made.weekday()):
            sure = Certainty.SURE if weekday is not None else Certainty.GUESS
            yield DayHit(*match.span(), (made,), sure, "day")
            return
        first = (first + timedelta(days=32)).replace(day=1)


def weekday_named(match: re.Match[str], received: date) -> DayHit:
    """A day of the week: the next one; "next" within this week is asked about."""
    weekday = WEEKDAYS[match["wd"].casefold()]
    away = (weekday - received.weekday()) % 7
    soon = received + timedelta(days=away)
    if _LAST.fullmatch(match["mod"] or ""):
        day = soon - _WEEK
        return DayHit(*match.span(), (day,), Certainty.GUESS, "weekday")
    if weeks := _weeks_later(match):
        return DayHit(*match.span(), (soon + weeks,), Certainty.GUESS, "weekday")
    modifier = " ".join(filter(None, (match["mod"], match["after"]))).casefold()
    span = match.span()
    if NEXT_WEEK.search(modifier):
        monday = received + timedelta(days=7 - received.weekday())
        return DayHit(
            *span, (monday + timedelta(days=weekday),), Certainty.SURE, "weekday"
        )
    if _NEXT.search(modifier):
        if away == 0:
            # Said on a Friday, next Friday is that of the coming week, or the one after.
            days = (soon + _WEEK, soon + 2 * _WEEK)
            return DayHit(*span, days, Certainty.ASK, "weekday")
        return _next_one(span, soon, received)
    if away == 0:
        return DayHit(*span, (soon + _WEEK, soon), Certainty.ASK, "weekday")
    return DayHit(*span, (soon,), Certainty.GUESS, "weekday")


def _next_one(span: tuple[int, int], soon: date, received: date) -> DayHit:
    """Said on a Monday, next Thursday may be this week's or the one after."""
    if soon.isocalendar()[:2] == received.isocalendar()[:2]:
        return DayHit(*span, (soon + _WEEK, soon), Certainty.ASK, "weekday")
    return DayHit(*span, (soon,), Certainty.GUESS, "weekday")


def relative(match: re.Match[str], received: date) -> Iterator[DayHit]:
    if match["morgen"] and match["morgen"][0] == "M" and match.start():
        # "Morgen" inside a sentence is the morning.
        return
    days = _days_away(match)
    unit = (match["unit"] or "").casefold()
    if days and unit.startswith(("week", "woche")):
        # "in two weeks" is seldom to the day.
        day = received + timedelta(days=days)
        yield DayHit(*match.span(), workdays(day), Certainty.ASK, "week")
    elif days is not None:
        day = received + timedelta(days=days)
        yield DayHit(*match.span(), (day,), Certainty.GUESS, "relative")


def weeks_away(match: re.Match[str], received: date) -> DayHit:
    """ "a week tomorrow", "heute in zwei Wochen"."""
    base = (match["base"] or match["base2"]).casefold()
    number = match["n"] or ("one" if match["week"] else "two")
    weeks = int(number) if number.isdecimal() else NUMBERS[number.casefold()]
    weeks *= 2 if match["unit"] == "fortnight" else 1
    away = timedelta(days=base in {"tomorrow", "morgen"}) + weeks * _WEEK
    day = received + away
    return DayHit(*match.span(), (day,), Certainty.GUESS, "relative")


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


def _weeks_later(match: re.Match[str]) -> timedelta:
    """How much later than the coming one: "Thursday week", "a fortnight on Monday"."""
    if match["later"]:
        two = match["later"].casefold() == "two" or match["unit"] == "fortnight"
        return _WEEK * (2 if two else 1)
    return _WEEK * 2 if match["fortnight"] else _WEEK * bool(match["week"])


def workdays(day: date) -> tuple[date, ...]:
    """A day, and the other working days of its week."""
    monday = day - timedelta(days=day.weekday())
    week = [monday + timedelta(days=n) for n in range(5)]
    return (day, *(other for other in week if other != day))
