"""When somebody means: "fri 9", "tomorrow 14:30", "in 3 days".

Pure, English, for the near future. What could mean two things is asked about
instead of guessed. `now` is the moment of reading, `zone` where the reader lives;
what comes back is UTC. A clock time that the change of the clocks skips moves
forward by the gap, one that comes twice means the first (PEP 495, fold=0).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from accounts.timezones import moment
from accounts.typed import YEARS

MORNING = time(8, 0)
EVENING = time(18, 0)
# Ours: nobody puts off a note for longer, and a slip of the year is likelier.
FARTHEST = timedelta(days=366)
# An evening that begins this soon is hardly later.
_SOON = timedelta(minutes=30)

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
_UNITS = {"minute": 1, "min": 1, "hour": 60, "h": 60, "day": 1440, "week": 10080}
_PARTS = {
    "morning": MORNING,
    "noon": time(12, 0),
    "afternoon": time(14, 0),
    "evening": EVENING,
    "tonight": EVENING,
}
_HOW_LONG = re.compile(
    r"(?:in )?(an?|one|two|three|four|five|six|\d{1,3}) ?"
    r"(minute|min|hour|h|day|week)s?"
)
_COUNTS = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
}
_CLOCK = re.compile(r"(\d{1,2})(?:[:.h](\d{2}))? ?(am|pm|h)?")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_TWO_NUMBERS = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.]?(?:\d{2,4})?")
_DAY_MONTH = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\.? ([a-z]{3,9})(?: (\d{4}))?")
_MONTH_DAY = re.compile(r"([a-z]{3,9}) (\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?")


class Unclear(ValueError):  # noqa: N818 - it is the words that are unclear
    """What was typed means nothing, or more than one thing; says what to write."""


@dataclass(frozen=True)
class Preset:
    """A moment that is often meant, with its words."""

    name: str
    label: str
    at: datetime


def presets(now: datetime, zone: ZoneInfo) -> list[Preset]:
    """This evening while it is still to come, tomorrow morning, Monday morning."""
    today = now.astimezone(zone).date()
    evening = moment(today, EVENING, zone)
    tomorrow = today + timedelta(days=1)
    monday = today + timedelta(days=7 - today.weekday())
    found = [Preset("tomorrow", "Tomorrow 8:00", moment(tomorrow, MORNING, zone))]
    if evening - now > _SOON:
        found.insert(0, Preset("evening", "This evening, 18:00", evening))
    if monday != tomorrow:
        found.append(Preset("monday", "Monday 8:00", moment(monday, MORNING, zone)))
    return found


def read(text: str, now: datetime, zone: ZoneInfo) -> datetime:
    """The moment that is meant. Raises Unclear, with a question fit to be shown."""
    words = " ".join(re.sub(r"[,\s]+", " ", text.lower()).split())
    words = re.sub(r"^(on|at|until|till) | (on|at)(?= )", "", words).strip()
    if not words:
        raise Unclear("Write when, for example “fri 9” or “in 3 days”.")
    return _near_future(_read(words, now, zone), now)


def _read(words: str, now: datetime, zone: ZoneInfo) -> datetime:
    if span := _HOW_LONG.fullmatch(words):
        return _in(span[1], span[2], now, zone)
    day, rest = _day(words, now.astimezone(zone).date())
    clock = _clock(rest) if rest else MORNING
    if day is not None and not (day.could_be_today and rest):
        return moment(day.day, clock, zone)
    return _next(clock, day, now, zone)


def _near_future(at: datetime, now: datetime) -> datetime:
    if at <= now:
        raise Unclear("That moment is over. Write one that is still to come.")
    if at - now > FARTHEST:
        raise Unclear("That is more than a year away. Write a nearer day.")
    return at


def _in(count: str, unit: str, now: datetime, zone: ZoneInfo) -> datetime:
    """Minutes and hours from now; days and weeks in the morning of that day."""
    number = _COUNTS.get(count) or int(count)
    minutes = number * _UNITS[unit]
    if unit in {"day", "week"}:
        day = now.astimezone(zone).date() + timedelta(minutes=minutes)
        return moment(day, MORNING, zone)
    return (now + timedelta(minutes=minutes)).astimezone(UTC).replace(microsecond=0)


@dataclass(frozen=True)
class _Day:
    day: date
    # A weekday said on that very weekday.
    could_be_today: bool = False


def _day(words: str, today: date) -> tuple[_Day | None, str]:
    """The day the words begin with, and the words after it."""
    first, _, rest = words.partition(" ")
    if first in {"today", "tonight", "this"}:
        return _Day(today), rest if first != "tonight" else rest or "tonight"
    if first in {"tomorrow", "tmrw", "tomo"}:
        return _Day(today + timedelta(days=1)), rest
    if first == "next":
        return _next_day(rest, today)
    if weekday := _named(first, _DAYS):
        ahead = (weekday - 1 - today.weekday()) % 7
        return _Day(today + timedelta(days=ahead or 7), ahead == 0), rest
    return _date(words, today)


def _next_day(words: str, today: date) -> tuple[_Day | None, str]:
    """ "next friday" means this week's to some and the week after's to others."""
    first, _, rest = words.partition(" ")
    if first == "week":
        return _Day(today + timedelta(days=7 - today.weekday())), rest
    weekday = _named(first, _DAYS)
    if not weekday:
        raise _unknown(words)
    near = today + timedelta(days=(weekday - 1 - today.weekday()) % 7 or 7)
    far = near + timedelta(days=7)
    if near.isocalendar().week != today.isocalendar().week:
        return _Day(near), rest
    raise Unclear(f"Do you mean {_words(near)} or {_words(far)}? Write the date.")


def _date(words: str, today: date) -> tuple[_Day | None, str]:
    if found := _ISO.match(words):
        year, month, number = map(int, found.groups())
        return _Day(_real(year, month, number)), words[found.end() :].strip()
    for pattern, day_group, month_group in ((_DAY_MONTH, 1, 2), (_MONTH_DAY, 2, 1)):
        found = pattern.match(words)
        month_number = _named(found[month_group], _MONTHS) if found else 0
        if found and month_number:
            number, said_year = int(found[day_group]), found[3]
            year = int(said_year) if said_year else today.year
            day = _real(year, month_number, number)
            if day < today and not said_year:
                day = _real(year + 1, month_number, number)
            return _Day(day), words[found.end() :].strip()
    if found := _TWO_NUMBERS.match(words):
        _ask_which(found, words)
    return None, words


def _ask_which(found: re.Match[str], words: str) -> None:
    """ "3/12" is two days of the year to two people; "14.30" is a clock time."""
    one, other = int(found[1]), int(found[2])
    is_clock = "/" not in found[0] and len(found[2]) == 2 and found.end() == len(words)
    if is_clock and one < 24 and (other > 12 or found[0].count(".") == 1):
        return
    raise Unclear(f"“{found[0]}” may be two days. Write the month, as in “3 dec”.")


def _clock(words: str) -> time:
    """The time of day that the words say."""
    words = words.removeprefix("in the ").removeprefix("this ")
    if words in _PARTS:
        return _PARTS[words]
    found = _CLOCK.fullmatch(words)
    if not found:
        raise _unknown(words)
    hour, minute, half = int(found[1]), int(found[2] or 0), found[3]
    if half in {"am", "pm"}:
        if not 1 <= hour <= 12:
            raise _unknown(words)
        hour = hour % 12 + 12 * (half == "pm")
    elif not found[2] and not half and 1 <= hour <= 6:
        raise Unclear(
            f"Is that {hour}:00 in the morning or {hour + 12}:00? Write one of them."
        )
    if hour > 23 or minute > 59:
        raise _unknown(words)
    return time(hour, minute)


def _next(clock: time, day: _Day | None, now: datetime, zone: ZoneInfo) -> datetime:
    """A clock time without a day, or on a weekday that is today's."""
    today = now.astimezone(zone).date()
    at = moment(today, clock, zone)
    if day is None:
        return at if at > now else moment(today + timedelta(days=1), clock, zone)
    if at > now:
        raise Unclear(
            f"Do you mean today or {_words(day.day)}? Write “today” or the date."
        )
    return moment(day.day, clock, zone)


def _named(word: str, names: tuple[str, ...]) -> int:
    """Which of the names a word of three letters or more begins, from 1; else 0."""
    found = [n for n, name in enumerate(names, 1) if name.startswith(word.rstrip("."))]
    return found[0] if len(found) == 1 and len(word) >= 3 else 0


def _real(year: int, month: int, number: int) -> date:
    if year not in YEARS:
        raise Unclear("Look at the year again.")
    try:
        return date(year, month, number)
    except ValueError as error:
        raise Unclear("There is no such day. Write it as in “3 dec”.") from error


def _unknown(words: str) -> Unclear:
    return Unclear(
        f"“{words[:40]}” is not clear. Write, for example, “fri 9”, “tomorrow 14:30” or"
        " “in 3 days”."
    )


def _words(day: date) -> str:
    return f"{day:%A} {day.day} {day:%B}"
