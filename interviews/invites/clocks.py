"""The clock times and lengths a text names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time

from interviews.invites.found import Certainty
from interviews.invites.mentions import apart
from interviews.invites.moves import MOVED
from interviews.invites.spoken import spoken

_FLAGS = re.IGNORECASE
# Stands where a day was read.
BLANKED = "\0"
_MERIDIEM = r"(?:a\.?\s?m\b(?! (?:nach|vor)?mittag| abend| morgen)\.?|p\.?\s?m\b\.?|(?<=\d)p\b(?=\s?(?:[-–,.;!?)\n]|$|(?:to|on|with|w|for|if|ok)\b))|[ap]\b(?=\s?(?:[ECMP][SD]?T\b|[-–]\s?\d)))"
_HALF = (
    r"(?:in the (?:morning|afternoon|evening)|de la (?:mañana|tarde|noche)|"
    r"du (?:matin|soir)|de l['’]après-midi|morgens|vormittags|nachmittags|abends)"
)
_WORD = r"(?:\b12 )?\b(?:noon|midday|midi|mediodía|mittags|midnight)\b"


def _clock(n: int) -> str:
    """One clock time: hours, minutes, and what says which half of the day."""
    # What stands in front of a figure that is none: part of a number or an address.
    no = r"\d.,:/+#€$£" + ("-" if n == 1 else "")
    return (
        rf"(?:(?P<w{n}>{_WORD})|(?<![{no}])(?P<h{n}>[01]?\d|2[0-4])"
        rf"(?:(?P<s{n}>[:.]|\s?h\s?)(?P<m{n}>[0-5]\d)(?::\d\d)?(?![\d%]))?"
        rf"(?:\s?(?P<u{n}>uhr\b|heures?\b|horas\b|hrs?\b|hs\b|h\b|o['’]clock|-?ish\b)"
        rf"(?:\s?(?P<q{n}>[0-5]\d)\b(?!\s*(?:uhr|h)))?)?"
        rf"(?:\s?(?P<ap{n}>{_MERIDIEM})|\s(?P<half{n}>{_HALF}))?)"
    )


_TO = r"\s*(?:-|–|—|\u2212|~|to|till?|until|bis|à|au|a|hasta|y|and|und|et)\s*(?:um\s|las\s|la\s)?(?:(?:ca|approx)\.?\s|circa\s|about\s|around\s|approximately\s|etwa\s|environ\s|vers\s)?"
_ZONE_BETWEEN = (
    r"(?:\s?\(?(?:[ECMP][SD]?T|BST|CES?T|(?:GMT|UTC)(?!\s?[+\-\u2212–]\s?\d))\)?)?"
)
_RANGE = re.compile(_clock(1) + _ZONE_BETWEEN + _TO + _clock(2), _FLAGS)
# "between 3 and 4" is a span; "at 3 and 4" are two times.
_AND = re.compile(r"[^\d\n]\s*(?:\by|\band|\bund|\bet)\s", _FLAGS)
_BETWEEN = re.compile(r"(?:between|zwischen|entre(?: las?)?)\s*$", _FLAGS)
# "Saturday 28th, 10 till 2".
_ON_DAY = re.compile(rf"{BLANKED},?\s{{1,2}}$")
_TILL = re.compile(r"\b(?:to|till?|until|bis)\b", _FLAGS)
# "moved from 4pm to 9am" names the old time and the new one.
_MOVED = re.compile(
    # Where a day is told to which it was moved, a span follows.
    rf"\b{MOVED}\b(?:(?!\bto\b|\bfor (?:the )?{BLANKED})[^.\n]){{0,50}}\bfrom\s*$"
    r"|\b(?:cambiar|mover|pasar?|cambia|adelantar|retrasar|aplazar|déplac\w+|décal\w+|avanc\w+|report\w+)"
    r"\b[^.\n]{0,60}\b(?:de(?: las?)?|a las?)\s*$", _FLAGS,
)  # fmt: skip
# The half of the day, where it stands in front: "Monday evening at 8".
_HALF_BEFORE = re.compile(
    r"(?:(?P<am>morning|vormittag|matin)|(?P<pm>afternoon|evening|tonight|nachmittag"
    r"|abend|soir|après-midi|tarde|noche))\b[^.\n\d]{0,16}$", _FLAGS,
)  # fmt: skip
_SINGLE = re.compile(_clock(1), _FLAGS)
_MILITARY = re.compile(
    r"(?<!\d)(?P<h>[01]\d|2[0-3])(?P<m>[0-5]\d)(?:\s?(?:h(?:ou)?rs?|h)\b"
    r"|(?=\s?(?i:central|eastern|pacific|mountain|[ECMP][SD]?T)\b(?! (?:park|station|london|st\b|square)))"
    r"|(?:(?<=at \d{4})|(?<=om \d{4})|(?<=@ \d{4}))(?=\s?(?:[.,;)\n]|$|(?:GMT|UTC|BST|CES?T|[ECMP][SD]?T)\b)))"
)
_AT = re.compile(
    r"(?:\b(?:at|from|um|ab|gegen|kl\.?|by|starts?|starting|beginning|de|desde)|\bà|@|"
    r"\ba las?|\ba la)\s*(?:about|around|approximately|circa|ca\.?)?\s*$"
    r"|\0\s(?:about|around|abt)\s$",
    _FLAGS,
)
# What makes figures with a dot a time: "make it 3.30", "tonight 7.30".
_DOTTED = re.compile(
    r"(?:\b(?:make (?:it|that|your \w+|the \w+)|for|till?|until|tonight|tomorrow|today|day|to|do|of|than|be|is|it's|and|or|then|morning|afternoon|evening)|\0|,)\s*$",
    _FLAGS,
)
_BEHIND_DOTTED = re.compile(
    r"\s*(?:[,;!?)\n\0]|\.(?!\d)|$|(?:instead|rather|on|with|for|at|if|ok|okay|sharp|(?:un)?till?|to|or|and|tomorrow|today|tonight|this|next|work|works|suit|suits|in|before|after|when|so|but|then|xx?|please|pls|is|would)\b)",
    _FLAGS,
)
_AFTER_BARE = re.compile(
    r"\s*(?:[.,;!?)\n(\0]|$|(?:on|till|until|bis|hasta|with|for|via|your|our|if|please|and|in the|next|this"
    r"|tomorrow|today|tonight|am|or|oder|ou|o|mit|per|bei|avec|con|por|sharp|local|[ECMP][SD]?T|GMT|UTC|CET|BST"
    r"|to|so|but|when|then|tho|latest|ok|okay|is|works?|would|interview|thanks|thx|pls|cheers|x|central|eastern|pacific|mountain|uk"
    r"|mon|tues?|wed|thu|fri|rather|instead|before|after)\b|[-–—/+😀-🙏🤙-🧿])",
    _FLAGS,
)


@dataclass(frozen=True)
class ClockHit:
    """One mention of a clock time or of a span of it, as written."""

    start: int
    end: int
    begins: time
    ends: time | None
    sure: Certainty
    # The same times in the other half of the day, where nothing says which.
    otherwise: time | None = None


def clock_hits(text: str, *, full_day: bool) -> list[ClockHit]:
    """All clock times, in order. `full_day`: the writer counts to twenty-four."""
    full_day = full_day or bool(re.search(r"\b(?:1[3-9]|2[0-3]):[0-5]\d\b", text))
    return apart(_candidates(text, full_day=full_day), len(text))


def _candidates(text: str, *, full_day: bool) -> Iterator[ClockHit]:
    for match in _RANGE.finditer(text):
        said = _is_said(match, text)
        hit = _range(match, full_day=full_day, said=said)
        if hit and _is_span(match, text):
            yield hit
    for start, end, at, said in spoken(text):
        yield _with_doubt((start, end), at, sure=said)
    for match in _MILITARY.finditer(text):
        at = time(int(match["h"]), int(match["m"]))
        yield ClockHit(*match.span(), at, None, Certainty.SURE)
    for match in _SINGLE.finditer(text):
        if hit := _single(match, text, full_day=full_day):
            yield hit


def _is_said(match: re.Match[str], text: str) -> bool:
    """Whether words say that bare figures are a span: "from 2 to 4 on Tuesday"."""
    before = text[max(0, match.start() - 24) : match.start()]
    led = _AT.search(before) or _BETWEEN.search(before)
    led = led or (_ON_DAY.search(before) and _TILL.search(match[0]))
    return bool(led and _AFTER_BARE.match(text, match.end()))


def _is_span(match: re.Match[str], text: str) -> bool:
    before = text[max(0, match.start() - 70) : match.start()]
    if _AND.search(match[0]) and not _BETWEEN.search(before):
        return False
    return not is_moved_from(text, match.start())


def is_moved_from(text: str, start: int) -> bool:
    """Whether the time there is the old one: "moved from" stands in front of it."""
    return bool(_MOVED.search(text, max(0, start - 70), start))


def _range(match: re.Match[str], *, full_day: bool, said: bool) -> ClockHit | None:
    if not (said or _is_marked(match, 1) or _is_marked(match, 2)):
        return None
    if match["s1"] == "." and not match["m1"]:
        return None
    first, second = _read(match, 1), _read(match, 2)
    if first is None or second is None:
        return None
    (h1, m1, half1), (h2, m2, half2) = first, second
    sure = bool(half1 or half2 or full_day or h1 > 12 or h2 > 12 or _zero(match, 1))
    if half2 and not half1 and h1 <= 12:
        half1 = half2 if (h1 % 12, m1) < (h2 % 12, m2) else _other(half2)
    if half1 and not half2 and h2 <= 12:
        half2 = half1 if (h2 % 12, m2) > (h1 % 12, m1) else _other(half1)
    begins, ends = _time(h1, m1, half1), _time(h2, m2, half2)
    if begins is None or ends is None:
        return None
    return _in_half(match, begins, ends, sure=sure)


def _in_half(
    match: re.Match[str], begins: time, ends: time, *, sure: bool
) -> ClockHit | None:
    """The range as it is, or in the half of the day it is likeliest to be."""
    if sure:
        return ClockHit(*_span(match), begins, ends, Certainty.SURE)
    if begins.hour < 7:
        begins = _shift(begins)
    if ends <= begins and ends.hour < 12:
        ends = _shift(ends)
    return ClockHit(*_span(match), begins, ends, Certainty.GUESS)


def _single(match: re.Match[str], text: str, *, full_day: bool) -> ClockHit | None:
    read = _read(match, 1)
    if read is None:
        return None
    hour, minute, half = read
    half = half or _half_before(match, text, hour)
    introduced = bool(_AT.search(text, max(0, match.start() - 24), match.start()))
    if not _is_marked(match, 1) and not (
        introduced and _AFTER_BARE.match(text, match.end())
    ):
        return None
    said = half or match["u1"] or introduced
    if match["s1"] == "." and not said and not _is_dotted_time(match, text):
        return None
    if _is_length(match) and not introduced:
        return None
    at = _time(hour, minute, half)
    if at is None:
        return None
    sure = bool(half or full_day or hour > 12 or hour == 0 or _zero(match, 1))
    return _with_doubt(_span(match), at, sure=sure or bool(match["w1"]))


def _is_dotted_time(match: re.Match[str], text: str) -> bool:
    """Whether 3.30 is a time by the words around it; quarters of an hour only."""
    quarter = int(match["m1"] or 1) % 15 == 0
    return quarter and bool(
        _DOTTED.search(text, max(0, match.start() - 24), match.start())
        and _BEHIND_DOTTED.match(text, match.end())
    )


def _is_length(match: re.Match[str]) -> bool:
    """ "1h" by itself says how long; as a time nobody writes it without "at"."""
    unit = (match["u1"] or "").casefold()
    return (
        unit in {"h", "hr", "hrs"}
        and not match["q1"]
        and not match["m1"]
        and (int(match["h1"] or 0) <= 4)
    )


def _half_before(match: re.Match[str], text: str, hour: int) -> str:
    """The half of the day as said in front: "Monday evening at 8"."""
    said = _HALF_BEFORE.search(text, max(0, match.start() - 30), match.start())
    if said is None or hour > 12:
        return ""
    return "am" if said["am"] else "pm"


def _with_doubt(span: tuple[int, int], at: time, *, sure: bool) -> ClockHit:
    """Seven may be either; one to six are meant after noon, eight to twelve not."""
    if sure:
        return ClockHit(*span, at, None, Certainty.SURE)
    if at.hour == 7:
        return ClockHit(*span, at, None, Certainty.ASK, _shift(at))
    meant = _shift(at) if at.hour < 7 else at
    return ClockHit(*span, meant, None, Certainty.GUESS)


def _is_marked(match: re.Match[str], n: int) -> bool:
    """Whether the figures say themselves that they are a clock time."""
    return any(match[f"{group}{n}"] for group in ("w", "s", "u", "ap", "half"))


def _zero(match: re.Match[str], n: int) -> bool:
    """ "09:30" is written by who counts to twenty-four."""
    return (match[f"h{n}"] or "").startswith("0") and bool(match[f"m{n}"])


def _read(match: re.Match[str], n: int) -> tuple[int, int, str] | None:
    """Hour, minute and half (am, pm or empty); None when it is no time."""
    if word := (match[f"w{n}"] or "").casefold():
        return (0, 0, "") if word == "midnight" else (12, 0, "pm")
    hour = int(match[f"h{n}"])
    minute = int(match[f"m{n}"] or match[f"q{n}"] or 0)
    meridiem = (match[f"ap{n}"] or "").casefold()
    half = "am" if meridiem.startswith("a") else "pm" if meridiem else ""
    words = (match[f"half{n}"] or "").casefold()
    if words:
        morning = any(w in words for w in ("morning", "mañana", "matin", "vormittags"))
        half = "am" if morning or words == "morgens" else "pm"
    if half and hour > 12:
        half = ""
    return hour, minute, half


def _time(hour: int, minute: int, half: str) -> time | None:
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return time(hour, minute) if hour < 24 else None


def _other(half: str) -> str:
    return "am" if half == "pm" else "pm"


def _shift(at: time) -> time:
    return at.replace(hour=(at.hour + 12) % 24)


def _span(match: re.Match[str]) -> tuple[int, int]:
    """Where it stands, without space at its ends."""
    words = match[0]
    lead = len(words) - len(words.lstrip())
    return match.start() + lead, match.end() - (len(words) - len(words.rstrip()))
