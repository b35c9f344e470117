"""Clock times in words: half past two, quarter to four, nine am, halb drei, las 5 y media."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import time

_FLAGS = re.IGNORECASE
_HOURS = {
    word: hour
    for hour, words in enumerate(
        (
            "one eins ein una", "two zwei deux dos", "three drei trois tres",
            "four vier quatre cuatro", "five fünf cinq cinco", "six sechs seis",
            "seven sieben sept siete", "eight acht huit ocho", "nine neun neuf nueve",
            "ten zehn dix diez", "eleven elf onze once", "twelve zwölf douze doce",
        ),
        1,
    )
    for word in words.split()
}  # fmt: skip
_MINUTES = {
    "quarter": 15, "a quarter": 15, "five": 5, "ten": 10, "twenty": 20,
    "twenty-five": 25, "half": 30, "thirty": 30, "fifteen": 15, "forty-five": 45,
    "forty five": 45, "oh five": 5, "viertel": 15, "zehn": 10, "fünf": 5, "zwanzig": 20,
    "media": 30, "cuarto": 15, "demi": 30, "demie": 30, "quart": 15,
    "trente": 30, "quinze": 15,
}  # fmt: skip
_HOUR = rf"(?P<hour>{'|'.join(sorted(_HOURS, key=len, reverse=True))}|1[0-2]|[1-9])"
_WORD = rf"(?P<hour>{'|'.join(sorted(_HOURS, key=len, reverse=True))})"
_PAST = "past|after|nach"
_PATTERNS = [
    re.compile(pattern, _FLAGS)
    for pattern in (
        rf"\b(?P<minute>half|(?:a )?quarter|five|ten|twenty(?:-five)?|viertel|zehn|fünf|zwanzig)"
        rf"[ -](?P<way>{_PAST}|to|before|till|vor) {_HOUR}\b(?![:.]\d)",
        rf"\b(?P<half>halb) {_HOUR}\b(?![:.]\d)",
        rf"\b(?P<quarter>dreiviertel|drei viertel|viertel) {_HOUR}\b(?![:.]\d)",
        # As the Irish and the British say half past.
        rf"(?<!a )(?<!an )(?<!one )\b(?P<past>half) {_HOUR}\b(?![:.]\d|[ -](?:days?|hours?|an?|of|months?|years?|min(?:ute)?s?)\b)",
        rf"\b{_HOUR} (?:y|et) (?P<minute>media|cuarto|quart)\b",
        rf"\b{_HOUR} ?(?:h|heures?) et (?P<minute>demie?|quart)\b",
        rf"\b{_HOUR} (?P<way>menos|moins) (?:le )?(?P<minute>cuarto|quart)\b",
        rf"\b{_WORD}(?:[ -](?P<minute>thirty|fifteen|forty[- ]five|twenty|ten|oh five))?"
        r"(?= ?(?:o['’]?clock|a\.?m\b|p\.?m\b|uhr\b|heures?\b|horas\b|in the (?:morning|afternoon|evening)))",
        rf"(?<=\bat ){_WORD}(?:[ -](?P<minute>thirty|fifteen|forty[- ]five))?"
        r"(?=\s*(?:[,;!?)\n]|\.(?!\w)|$|(?:on|with|for|sharp|tomorrow|today|this|next|if|or|and|central|eastern|pacific|mountain)\b))",
        rf"(?<=\ba las ){_WORD}\b(?! y )",
    )
]
_BEHIND = re.compile(
    r",?\s?(?:(?:o['’]?clock|uhr|heures?|horas|h)\b)?\s?(?:(?P<am>a\.?m\b(?! (?:nach|vor)?mittag| abend| morgen)\.?|(?:in the|de la|du) (?:morning|mañana|matin)|morgens|vormittags|am (?:morgen|vormittag))"
    r"|(?P<pm>p\.?m\b\.?|(?:in the|de la|du|de l['’]) ?(?:afternoon|evening|tarde|noche|soir|après-midi)|nachmittags|abends|am (?:nachmittag|abend)))?",
    _FLAGS,
)


def spoken(text: str) -> Iterator[tuple[int, int, time, bool]]:
    """Where each time in words stands, the time, and whether its half of the day is said."""
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            hour, minute = _read(match)
            behind = _BEHIND.match(text, match.end())
            end = behind.end() if behind and behind[0].strip() else match.end()
            half = behind and (behind["am"] or behind["pm"])
            if half:
                hour = hour % 12 + (12 if behind and behind["pm"] else 0)
            yield match.start(), end, time(hour % 24, minute), bool(half)


def _read(match: re.Match[str]) -> tuple[int, int]:
    """Hour and minute on a dial of twelve; "halb drei" is half an hour before three."""
    groups = match.groupdict()
    word = groups["hour"].casefold()
    hour = _HOURS.get(word) or int(word)
    minute = _MINUTES.get(
        (groups.get("minute") or "").casefold().replace("a q", "q"), 0
    )
    before = (groups.get("way") or "past").casefold() not in _PAST.split("|")
    if groups.get("past"):
        return hour, 30
    if quarter := groups.get("quarter"):
        return (hour - 1) or 12, 45 if quarter.casefold().startswith("d") else 15
    if groups.get("half"):
        return (hour - 1) or 12, 30
    if before and minute:
        return (hour - 1) or 12, 60 - minute
    return hour, minute
