"""Numbers and spans of time in words."""

from __future__ import annotations

from collections.abc import Sequence

_NUMBERS = (
    *("no", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
_HOUR = 60
_DAY = 24 * _HOUR


def number_words(number: int) -> str:
    """'three' up to twelve, digits above."""
    return _NUMBERS[number] if 0 <= number < len(_NUMBERS) else str(number)


def time_left_words(minutes: int) -> str:
    """Minutes until the start, as the reason for an advice: 'one day left'."""
    if minutes < 0:
        return "it has begun"
    if minutes < _HOUR:
        return "less than an hour left"
    if minutes < _DAY:
        return _left(minutes // _HOUR, "hour")
    return _left(minutes // _DAY, "day")


def _left(number: int, unit: str) -> str:
    return f"{number_words(number)} {unit}{'' if number == 1 else 's'} left"


def joined_words(words: Sequence[str], last: str = "and") -> str:
    """'one, two and three'."""
    *head, tail = words
    return f"{', '.join(head)} {last} {tail}" if head else tail
