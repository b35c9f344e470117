"""The time zones a text names: by abbreviation, place, offset or system name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from accounts.timezones import known_names, offered
from interviews.invites.mentions import longest_apart
from interviews.invites.zone_names import (
    ABBREVIATIONS,
    BERLIN,
    CHICAGO,
    CITIES,
    COUNTRIES,
    DENVER,
    LONDON,
    LOS_ANGELES,
    MEANT_OFFSET,
    NAMED,
    NEW_YORK,
)

_ABBREVIATION = re.compile(
    r"(?<!\w)(?<![a-z\d]/)(?P<abbr>" + "|".join(sorted(ABBREVIATIONS, key=len, reverse=True))
    + r")(?![\w])(?!\s?[+\-\u2212]\s?\d)"
)  # fmt: skip
# Written small, and Zulu behind figures: "2:30pm est", "06:30:00Z".
_SMALL = re.compile(
    r"(?:(?<=[ap]m )|(?<=[ap]m)|(?<=[ap]\.m\. )|(?<=[ap]m \())"
    r"(?P<abbr>e[sd]?t|c[sd]?t|m[sd]?t|p[sd]?t|gmt|utc|bst|cest|cet|ist|aest|aedt|sgt)\b(?!['’])"
    r"|(?<=:\d\d)(?P<zulu>z)\b",
    re.IGNORECASE,
)
# Half a name, as it is said behind a time: "10am Central".
_BARE = re.compile(
    r"(?:(?<=[ap]m )|(?<=[ap]\.m\. )|(?<=\d )|(?<=all )|(?<=times )|(?<=times are )|(?<=times in )|(?<=\())(?P<bare>central|mountain)"
    r"\b(?! ?(?:time|european|europe|park|station|office|bank|library|hotel|street|avenue|road|view|london|american?|asia|africa|africa))",
    re.IGNORECASE,
)
# A country or a town right behind a time: "7pm UK", "9:30 AM San Francisco / …".
_BEHIND_TIME = r"(?:(?<=\d[:.h]\d\d)|(?<=[ap]m)|(?<=[ap]\.m\.)|(?<=noon)|(?<=uhr)) \(?"
_UK = re.compile(rf"{_BEHIND_TIME}(?:in the )?(?P<uk>UK|GB)\b(?! office)")
# The owner's own clocks, right behind a time.
_YOURS = re.compile(
    r"(?<=[\dmMrh.,(] )(?:\(?your (?:local )?time\b(?! ?zone)|deiner zeit\b|ihrer (?:orts)?zeit\b)",
    re.IGNORECASE,
)
# The same in front of it: "For you in São Paulo this is 9h to 10h".
_FOR_YOU = re.compile(
    r"\b(?:for you|on your (?:side|end|clock)|bei (?:dir|ihnen|euch)|chez (?:vous|toi)|para (?:ti|usted|vos))"
    r"(?: (?:in|à|en) (?-i:[A-ZÀ-Þ])\w+(?: (?-i:[A-ZÀ-Þ])\w+)?)?,?"
    r"(?: (?:(?:this|that|it|das|es) (?:is|will be|would be|means|ist|wäre|wären|sind)|serían?|serait|also|also um|es decir|donc))?"
    r"(?=\s(?:at |um |à |a las )?\d{1,2}(?!\d))",
    re.IGNORECASE,
)
YOURS = "your time"
_OFFSET = re.compile(
    r"(?:(?<!\w)(?:UTC|GMT)\s?(?P<sign>[+\-\u2212–])\s?(?P<h>\d{1,2})(?::?(?P<m>[0-5]\d))?"
    # Behind a time as in 2026-12-03T14:00:00-05:00; 09:00-10:00 is a range.
    r"|(?:(?<=\d )|(?<=T\d\d:\d\d)|(?<=T\d\d:\d\d:\d\d)|(?<=\d\.\d\d\d))(?P<sign2>[+\-\u2212])(?P<h2>[01]\d):(?P<m2>[0-5]\d)(?!\d))",
    re.IGNORECASE,
)
# As programs show a zone: "(UTC+01:00) Amsterdam, Berlin, Bern".
_SHOWN = re.compile(
    r"\((?:UTC|GMT)(?:[+\-\u2212]\d\d?:?\d\d)?\) (?P<names>[A-Z][\w.&-]{2,20}(?:[ ,]{1,2}[A-Z][\w.&()-]{1,20}){0,6})"
)
_IANA = re.compile(
    r"\b(?:Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific|US)"
    r"/[A-Za-z_]+(?:/[A-Za-z_]+)?"
)
_NAMES = re.compile(
    "|".join(
        rf"(?P<n{index}>(?<!\w){words}(?!\w))" for index, words in enumerate(NAMED)
    ),
    re.IGNORECASE,
)
_ZONE_OF_NAME = list(NAMED.values())


# A line that ends within a name: "deutscher\nZeit"; "Eastern\nTime: 2pm" is two.
_BROKEN = re.compile(r"(?<=[a-zà-ÿ])\n(?=[A-Za-zÀ-ÿ]+\b(?!\s*:))")


@dataclass(frozen=True)
class ZoneHit:
    """One mention of a zone, and what it may mean, the likeliest first.

    `word` is the abbreviation; `offset` the minutes from UTC it was given by.
    """

    start: int
    end: int
    zones: tuple[str, ...]
    word: str = ""
    offset: int | None = None


@cache
def cities() -> dict[str, str]:
    """Cities and countries by their names in small letters."""
    named = {
        name.rsplit("/", 1)[-1].replace("_", " ").casefold(): name
        for name in offered()
        if "/" in name
    }
    return {**named, **COUNTRIES, **CITIES}


def is_town(word: str) -> bool:
    """Whether it is what a town or a country is called."""
    return word.casefold() in cities()


@cache
def _city_pattern() -> re.Pattern[str]:
    words = "|".join(sorted((re.escape(w) for w in cities()), key=len, reverse=True))
    return re.compile(
        rf"(?<!\w)(?:(?P<city>{words})(?:er)? (?:local )?(?:time|zeit|ortszeit)"
        rf"|(?:time in|zeit in) (?P<where>{words})"
        rf"|(?:hora|heure)s? (?:local )?(?:(?:de|d['’])\s?)?(?P<place>{words})"
        rf"|\((?P<only>{words})(?:, (?:uk|usa|germany))?\))(?!\w)"
        rf"|{_BEHIND_TIME}(?P<behind>{words})(?=\s*(?:[/|,;)]|\n|$|and \d|\.\s))",
        re.IGNORECASE,
    )


def zone_hits(text: str) -> list[ZoneHit]:
    """All zones named, in order; of two that overlap the longer one."""
    return longest_apart(_all(text), len(text))


def _all(text: str) -> Iterator[ZoneHit]:
    yield from _abbreviated(text)
    yield from _said(text)
    for match in _OFFSET.finditer(text):
        yield _of_offset(match)
    yield from _named(text)


def _abbreviated(text: str) -> Iterator[ZoneHit]:
    for match in _ABBREVIATION.finditer(text):
        word = match["abbr"]
        if word != "Z" and not (
            word in {"CAT", "EAT", "ART", "HE"} and not _near_figure(match)
        ):
            yield ZoneHit(*match.span(), ABBREVIATIONS[word], word)
    for match in _SMALL.finditer(text):
        word = "Z" if match["zulu"] else match["abbr"].upper()
        yield ZoneHit(*match.span(), ABBREVIATIONS[word], word)


def _said(text: str) -> Iterator[ZoneHit]:
    """As people say it behind a time: "10am Central", "7pm UK", "3pm your time"."""
    for match in _BARE.finditer(text):
        zone = CHICAGO if match["bare"].casefold() == "central" else DENVER
        yield ZoneHit(*match.span(), (zone,))
    for match in _UK.finditer(text):
        yield ZoneHit(*match.span("uk"), (LONDON,))
    for pattern in (_YOURS, _FOR_YOU):
        for match in pattern.finditer(text):
            yield ZoneHit(*match.span(), (), YOURS)


def _named(text: str) -> Iterator[ZoneHit]:
    """By a place, in full, or as programs show it."""
    for match in _SHOWN.finditer(text):
        if shown := _by_its_words(match["names"]):
            yield ZoneHit(*match.span(), (shown,))
    for match in _IANA.finditer(text):
        if match[0] in known_names():
            yield ZoneHit(*match.span(), (match[0],))
    # A line may end within a name.
    for match in _NAMES.finditer(_BROKEN.sub(" ", text)):
        index = int((match.lastgroup or "n0")[1:])
        yield ZoneHit(*match.span(), (_ZONE_OF_NAME[index],))
    for match in _city_pattern().finditer(text):
        city = next(word for word in match.groups() if word)
        yield ZoneHit(*match.span(), (cities()[city.casefold()],))


def _near_figure(match: re.Match[str]) -> bool:
    """Short words count as zones only behind a figure."""
    before = match.string[max(0, match.start() - 6) : match.start()]
    return bool(re.search(r"\d|[ap]m", before, re.IGNORECASE))


def _of_offset(match: re.Match[str]) -> ZoneHit:
    sign = match["sign"] or match["sign2"]
    hours = int(match["h"] or match["h2"])
    minutes = hours * 60 + int(match["m"] or match["m2"] or 0)
    return ZoneHit(*match.span(), (), offset=minutes if sign == "+" else -minutes)


def together(first: ZoneHit, second: ZoneHit) -> ZoneHit:
    """Two mentions side by side, "CST (Chicago)", "GMT-06:00 Central Time": what both mean.

    A name says more than an offset, which programs give for the winter all year.
    """
    if not second.zones or first.word == YOURS:
        return first
    if not first.zones or first.word in {"GMT", "UTC"}:
        return ZoneHit(first.start, second.end, second.zones)
    both = tuple(zone for zone in first.zones if zone in second.zones)
    return ZoneHit(first.start, second.end, both) if both else first


def system_zone(name: str) -> str | None:
    """The IANA name for whatever a program called a zone; None when nobody knows.

    Takes IANA names, Windows names ("W. Europe Standard Time"), display names
    ("(UTC+01:00) Amsterdam, Berlin"), paths that end in an IANA name, abbreviations.
    """
    name = name.strip().strip('"')
    if name in known_names():
        return name
    if name in WINDOWS_TO_OLSON:
        return WINDOWS_TO_OLSON[name]
    tail = re.search(r"([A-Z][A-Za-z]+/[A-Za-z_+\-0-9]+(?:/[A-Za-z_]+)?)$", name)
    if tail and tail[1] in known_names():
        return tail[1]
    return _by_its_words(name)


def _by_its_words(name: str) -> str | None:
    for hit in (hit for hit in zone_hits(name) if len(hit.zones) == 1):
        if hit.word not in {"UTC", "GMT"}:
            return hit.zones[0]
    words = re.sub(r"^\(.*?\)", "", name)
    for word in re.split(r"[,;/()]|\sand\s", words):
        if zone := cities().get(word.strip().casefold()):
            return zone
    return "UTC" if re.fullmatch(r"(?:UTC|GMT|Z|Etc/UTC)", name.strip()) else None


def zone_of_offset(minutes: int, at: datetime, prefer: str | None = None) -> str:
    """A zone whose clocks are that far from UTC at a wall time; the owner's first."""
    likely = (prefer, "UTC", LONDON, BERLIN, NEW_YORK, CHICAGO, DENVER, LOS_ANGELES)
    for name in (*filter(None, likely), *_OTHERS):
        if offset_of(name, at) == minutes:
            return name
    whole = minutes // 60
    return f"Etc/GMT{-whole:+d}" if minutes % 60 == 0 and -12 <= whole <= 14 else "UTC"


_OTHERS = (
    "Asia/Kolkata", "Asia/Singapore", "Asia/Tokyo", "Australia/Sydney", "Asia/Dubai",
    "Asia/Kathmandu", "Asia/Karachi", "Asia/Dhaka", "Asia/Bangkok",
    "Europe/Helsinki", "Europe/Istanbul", "America/Sao_Paulo", "America/Halifax",
    "America/St_Johns", "Australia/Adelaide", "Australia/Brisbane",
    "Australia/Darwin", "Pacific/Auckland", "America/Anchorage", "Pacific/Honolulu",
)  # fmt: skip


def offset_of(name: str, wall: datetime) -> int:
    """Minutes from UTC at a wall time there."""
    offset = wall.replace(tzinfo=ZoneInfo(name)).utcoffset() or timedelta()
    return int(offset.total_seconds() // 60)


def contradicts(hit: ZoneHit, zone: str, wall: datetime) -> bool:
    """Whether an abbreviation names the other half of the year: EST in July."""
    meant = MEANT_OFFSET.get(hit.word)
    return meant is not None and offset_of(zone, wall) != meant


def meant_offset(word: str) -> int | None:
    """What an abbreviation says literally, in minutes from UTC."""
    return MEANT_OFFSET.get(word)


def utc(wall: datetime, zone: str) -> datetime:
    """The moment of a wall time; a gap moves on, the first of a time that comes twice."""
    return wall.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
