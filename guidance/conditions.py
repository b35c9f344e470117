"""Conditions of advice: a small readable syntax, and its evaluation.

    format is panel                    one of the known values is one of these
    setting only video or phone        all known values are among these
    promised            not promised   a yes-or-no fact, known to be so
    round >= 2          people is 0    a number; also > < <=
    time_left < 2 days                 minutes, hours or days until the start
    format unknown                     nothing is known of it

Unless it asks for `unknown`, a condition on an unknown fact does not hold, and
neither does its opposite.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from guidance.facts import FACTS, Fact, Tie
from guidance.situation import InterviewerKind, Situation
from guidance.words import joined_words, number_words, time_left_words


class ConditionError(ValueError):
    """A condition that cannot be read; the message says why."""


_COMPARE: dict[str, Callable[[int, int], bool]] = {
    ">=": operator.ge,
    "<=": operator.le,
    ">": operator.gt,
    "<": operator.lt,
}
_MINUTES = {"minute": 1, "hour": 60, "day": 24 * 60}
_UNKNOWN = re.compile(r"(\w+) unknown")
_YES_NO = re.compile(r"(not )?(\w+)")
_AMONG = re.compile(r"(\w+) (is|only) (.+)")
_NUMBER = re.compile(r"(\w+) (>=|<=|>|<) (\d+)(?: (minute|hour|day)s?)?")


@dataclass(frozen=True, kw_only=True, slots=True)
class Condition:
    """One condition on one fact: the values it asks for in order, or a limit."""

    text: str
    fact: Fact
    operator: str
    values: tuple[object, ...] = ()
    limit: int = 0  # of a comparison

    def holds(self, situation: Situation) -> bool:
        known = self.fact.read(situation)
        if self.operator == "is":
            return not known.isdisjoint(self.values)
        if self.operator == "unknown":
            return not known
        if self.operator == "only":
            return bool(known) and known <= set(self.values)
        compare = _COMPARE[self.operator]
        return any(isinstance(n, int) and compare(n, self.limit) for n in known)

    @property
    def words(self) -> str:
        """The condition for a reader: 'the form is panel or meal'."""
        if self.operator == "unknown":
            return self.fact.unknown or self.fact.nothing
        if self.operator in _SIGN_WORDS:
            return self._limit_words
        numbers = self.fact.type is int
        values = [
            number_words(v) if isinstance(v, int) and numbers else self.fact.words[v]
            for v in self.values
        ]
        only = "only " if self.operator == "only" else ""
        return self.fact.said.format(only + joined_words(values, "or"))

    @property
    def _limit_words(self) -> str:
        if self.fact.name == "round" and self.operator == ">=":
            return f"from round {number_words(self.limit)} on"
        if self.fact.name == "time_left":
            number = _span_words(self.limit)
        else:
            number = number_words(self.limit)
        return self.fact.said.format(_SIGN_WORDS[self.operator].format(number))

    @property
    def tie(self) -> Tie:
        return Tie.GENERAL if self.operator == "unknown" else self.fact.tie

    def reason(self, situation: Situation) -> tuple[str, ...]:
        """What held, in words for the owner; empty where it explains nothing."""
        if self.operator == "unknown":
            return (self.fact.unknown,) if self.fact.unknown else ()
        known = self.fact.read(situation)
        if self.fact.type is int:
            return _reason_of_number(self.fact, known)
        held = [value for value in self.values if value in known]
        return tuple(
            words for value in held for words in _words(self.fact, value, situation)
        )


_SIGN_WORDS = {">=": "{} or more", "<=": "{} or less", ">": "over {}", "<": "under {}"}


def _span_words(minutes: int) -> str:
    for name, size in (("day", 24 * 60), ("hour", 60), ("minute", 1)):
        if minutes % size == 0:
            number = minutes // size
            return f"{number_words(number)} {name}{'' if number == 1 else 's'}"
    raise AssertionError("every number of minutes is whole")


def _reason_of_number(fact: Fact, known: frozenset[object]) -> tuple[str, ...]:
    (value,) = known or (None,)
    if not isinstance(value, int):
        return ()
    if fact.name == "time_left":
        return (time_left_words(value),)
    if fact.name == "people":
        return (f"{number_words(value)} interviewers",) if value > 1 else ()
    return ()


def _words(fact: Fact, value: object, situation: Situation) -> tuple[str, ...]:
    """A person's own title explains more than the kind they were filed under."""
    if isinstance(value, InterviewerKind):
        titles = [title for kind, title in situation.titles if kind == value]
        if titles:
            return tuple(dict.fromkeys(titles))
    return (fact.words[value],)


@dataclass(frozen=True, kw_only=True, slots=True)
class Conditions:
    """When an advice applies: all of these, one of those, none of the last."""

    all: tuple[Condition, ...] = ()
    any: tuple[Condition, ...] = ()
    none: tuple[Condition, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """Each part for a reader; the any-part is one, what excludes it says so."""
        every = [condition.words for condition in self.all]
        either = list(dict.fromkeys(condition.words for condition in self.any))
        excluded = list(dict.fromkeys(condition.words for condition in self.none))
        return (
            *every,
            *([", or ".join(either)] if either else ()),
            *([f"not if {', or '.join(excluded)}"] if excluded else ()),
        )

    def held(self, situation: Situation) -> tuple[Condition, ...] | None:
        """The conditions that brought the advice in, or None if it stays out."""
        # Loops: asked of every advice, and a generator costs more than a condition.
        for condition in self.all:
            if not condition.holds(situation):
                return None
        for condition in self.none:
            if condition.holds(situation):
                return None
        if not self.any:
            return self.all
        either = tuple([c for c in self.any if c.holds(situation)])
        return self.all + either if either else None


def parse_all(texts: Iterable[str]) -> tuple[Condition, ...]:
    return tuple(parse(text) for text in texts)


def parse(text: str) -> Condition:
    """Read one condition. Raises ConditionError naming what is wrong."""
    if found := _UNKNOWN.fullmatch(text):
        return _condition(text, _fact(found[1], text), "unknown")
    if found := _YES_NO.fullmatch(text):
        return _yes_no(text, _fact(found[2], text), value=found[1] is None)
    if found := _AMONG.fullmatch(text):
        return _among(text, _fact(found[1], text), found[2], found[3])
    if found := _NUMBER.fullmatch(text):
        return _number(text, _fact(found[1], text), found[2], int(found[3]), found[4])
    raise ConditionError(f"cannot read the condition {text!r}")


def _condition(
    text: str, fact: Fact, operator: str, values: tuple[object, ...] = ()
) -> Condition:
    return Condition(text=text, fact=fact, operator=operator, values=values)


def _fact(name: str, text: str) -> Fact:
    if name not in FACTS:
        known = ", ".join(FACTS)
        raise ConditionError(f"no fact {name!r} in {text!r}; there are: {known}")
    return FACTS[name]


def _yes_no(text: str, fact: Fact, *, value: bool) -> Condition:
    if fact.type is not bool:
        raise ConditionError(f"{fact.name!r} in {text!r} is not a yes-or-no fact")
    return _condition(text, fact, "is", (value,))


def _among(text: str, fact: Fact, word: str, choices: str) -> Condition:
    if fact.type is bool:
        raise ConditionError(f"write {fact.name!r} or 'not {fact.name}' for {text!r}")
    try:
        values = tuple(fact.type(choice) for choice in choices.split(" or "))
    except ValueError as error:
        raise ConditionError(f"in {text!r}: {error}") from error
    return _condition(text, fact, word, values)


def _number(
    text: str, fact: Fact, operator: str, number: int, unit: str | None
) -> Condition:
    if fact.type is not int:
        raise ConditionError(f"{fact.name!r} in {text!r} is not a number")
    if (unit is not None) != (fact.name == "time_left"):
        raise ConditionError(f"{text!r}: time_left takes a unit, other numbers none")
    limit = number * _MINUTES[unit] if unit else number
    return Condition(text=text, fact=fact, operator=operator, limit=limit)
