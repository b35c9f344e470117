"""How long a text says that a meeting takes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta

from interviews.invites.tongue import NUMBERS, any_of

_FLAGS = re.IGNORECASE
_LONGEST = timedelta(hours=10)
_NOT_LENGTH = re.compile(
    r"^[\s-]*(?:\w+\s)?(?:presentation|präsentation|présentation|presentación|talk|lesson|test|exercise|task|quiz|unterricht|"
    r"demo|pitch|slot to present|break|pause|walk|drive|early|earlier|before|prior|"
    r"beforehand|in advance|ahead|late|after|notice|vorher|früher|"
    r"avant|antes|of (?:feedback|notice)|per week|a week|/week|response|business)",
    _FLAGS,
)
_WITHIN = re.compile(
    r"(?:within|every|(?:the|in) (?:next|last|past)|innerhalb von|sous"
    r"|(?:test|presentation|exercise|assessment|break|tour|drive|walk|pitch|task|talk)"
    r" (?:\w+ )?(?:of|lasting|takes|for|is|up to))\s+(?:up to |about )?$", _FLAGS,
)  # fmt: skip
_LENGTH = re.compile(
    r"(?<![\d:.,-])(?:(?P<n>\d{1,3}(?:[.,]5)?)|\b(?P<word>"
    + any_of(NUMBERS)
    + r"))(?:\s?(?:-|–|to|bis)\s?(?P<n2>\d{1,3}))?[\s-]*"
    r"(?:(?P<min>min(?:ute|uten|utos|utes|s)?\b\.?)"
    r"|(?P<hour>hours?\b|hrs?\b|stunden?\b|heures?\b|horas?\b|std\b\.?|stündig\w*))"
    r"(?P<half>\s+and\s+a\s+half)?",
    _FLAGS,
)


@dataclass(frozen=True)
class LengthHit:
    start: int
    end: int
    length: timedelta


def length_hits(text: str) -> list[LengthHit]:
    """How long it is said to take: spans from five minutes to ten hours."""
    return [
        LengthHit(match.start(), match.end(), length)
        for match in _LENGTH.finditer(text)
        if (length := _length(match))
        and timedelta(minutes=5) <= length <= _LONGEST
        and not _NOT_LENGTH.match(text[match.end() : match.end() + 40])
        and not _WITHIN.search(text, max(0, match.start() - 40), match.start())
    ]


def _length(match: re.Match[str]) -> timedelta | None:
    word = (match["word"] or "").casefold()
    if word.startswith("half"):
        number = 0.5
    elif word:
        number = float(NUMBERS[word])
    else:
        number = float((match["n2"] or match["n"]).replace(",", "."))
    if match["half"]:
        number += 0.5
    unit = timedelta(minutes=1) if match["min"] else timedelta(hours=1)
    return number * unit or None
