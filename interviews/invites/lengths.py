"""How long a text says that a meeting takes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from interviews.invites.mentions import apart
from interviews.invites.tongue import NUMBERS, any_of

_FLAGS = re.IGNORECASE
_LONGEST = timedelta(hours=10)
_NOT_LENGTH = re.compile(
    r"^[\s-]*(?:\w+\s)?(?:presentation|präsentation|présentation|presentación|talk|lesson|test|exercise|reading|prep(?:aration)?|(?:of )?q ?& ?a|questions|mock|task|quiz|unterricht|"
    r"demo|pitch|answer|speech|summary|introduction|overview|(?:away |on foot )?from (?:the|our|a)\b|away\b|on foot|slot to present|break|pause|walk|drive|early|earlier|before|prior|"
    r"beforehand|in advance|ahead|late|later|after|notice|plus\b|vorher|früher|"
    r"avant|antes|of (?:feedback|notice|reading|prep\w*)|to (?:read|prepare|look|review|settle)|per week|a week|/week|response|business)",
    _FLAGS,
)
_WITHIN = re.compile(
    r"(?:à|a las|a la|vers|dès|um|gegen|at|by|back|forward)\s+$|(?:within|every|(?:the|in) (?:next|last|past)|innerhalb von|sous"
    r"|(?:test|presentation|exercise|assessment|break|tour|drive|walk|pitch|task|talk)"
    r" (?:\w+ )?(?:of|lasting|takes|for|is|up to)|\b(?:you|candidates|them) to (?:speak|present|talk|pitch|teach|demonstrate)(?: [\w'’]+){0,4}? for)\s+(?:up to |about |around )?$",
    _FLAGS,
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
# With the short sign that clock times have too: "durée 1h30", "(1h)", "~45m".
_SHORT = re.compile(
    r"(?:\b(?:dur[ée]+e|duration|duración|dauer|length|environ|about|approx|circa|ca|for|pendant|de|around|roughly|max)\b|[(~:,–-])"
    r"[ :.~(]{0,4}(?P<it>(?P<h>[1-4])\s?h(?:r|rs)?(?:\s?(?P<m>[0-5]\d)(?:\s?min|m)?)?\b|(?P<min>[1-9][05])\s?m\b)"
    r"(?!\s*(?:à|a|-|–|bis|et)\s*\d)", _FLAGS,
)  # fmt: skip
_WORDED = (
    (r"(?:une |a )?(?:demi-heure|half[- ]hour(?!\s(?:earl|before))|media hora|halbe stunde)|halbstündig\w*", 30),
    (r"dreiviertelstunde|drei ?viertel ?stunden?|trois quarts d['’]heure|three[- ]quarters of an hour|tres cuartos de hora", 45),
    (r"(?:an )?hour and a half|anderthalb stunden|eineinhalb stunden|hora y media|heure et demie", 90),
    (r"(?:an )?hour and a quarter|hora y cuarto|heure et quart", 75),
    (r"zwei(?:einhalb| und eine halbe) stunden|two and a half hours", 150),
)  # fmt: skip
_PHRASES = [(re.compile(rf"\b(?:{words})", _FLAGS), mins) for words, mins in _WORDED]


@dataclass(frozen=True)
class LengthHit:
    start: int
    end: int
    length: timedelta


def length_hits(text: str) -> list[LengthHit]:
    """How long it is said to take: spans from five minutes to ten hours."""
    found = sorted(
        [*_in_words(text), *short_lengths(text), *_in_figures(text)], key=_by
    )
    return apart(found, len(text))


def _by(hit: LengthHit) -> tuple[int, int]:
    return hit.start, -hit.end


def short_lengths(text: str) -> list[LengthHit]:
    """Lengths that look like clock times: "durée 1h30"."""
    return [
        LengthHit(*match.span("it"), length)
        for match in _SHORT.finditer(text)
        if (length := _of_short(match)) and _counts(text, *match.span("it"))
    ]


def _of_short(match: re.Match[str]) -> timedelta:
    if match["min"]:
        return timedelta(minutes=int(match["min"]))
    return timedelta(hours=int(match["h"]), minutes=int(match["m"] or 0))


def _in_words(text: str) -> Iterator[LengthHit]:
    for pattern, minutes in _PHRASES:
        for match in pattern.finditer(text):
            if _counts(text, *match.span()):
                yield LengthHit(*match.span(), timedelta(minutes=minutes))


def _in_figures(text: str) -> list[LengthHit]:
    return [
        LengthHit(match.start(), match.end(), length)
        for match in _LENGTH.finditer(text)
        if (length := _length(match))
        and timedelta(minutes=5) <= length <= _LONGEST
        and _counts(text, *match.span())
    ]


def _counts(text: str, start: int, end: int) -> bool:
    """Whether it is the meeting that takes so long."""
    part = _NOT_LENGTH.match(text[end : end + 40])
    return not part and not _WITHIN.search(text, max(0, start - 40), start)


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
