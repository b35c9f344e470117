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

NEW_YORK, CHICAGO = "America/New_York", "America/Chicago"
DENVER, LOS_ANGELES = "America/Denver", "America/Los_Angeles"
_BERLIN, _LONDON = "Europe/Berlin", "Europe/London"

# What an abbreviation may mean, the likeliest first.
ABBREVIATIONS: dict[str, tuple[str, ...]] = {
    "ET": (NEW_YORK,), "HE": (NEW_YORK,), "HAE": (NEW_YORK,), "HNE": (NEW_YORK,), "EST": (NEW_YORK,), "EDT": (NEW_YORK,),
    "CT": (CHICAGO,), "CDT": (CHICAGO,),
    "CST": (CHICAGO, "Asia/Shanghai"),
    "MT": (DENVER,), "MST": (DENVER, "America/Phoenix"), "MDT": (DENVER,),
    "PT": (LOS_ANGELES,), "PST": (LOS_ANGELES,), "PDT": (LOS_ANGELES,),
    "AKST": ("America/Anchorage",), "AKDT": ("America/Anchorage",),
    "HST": ("Pacific/Honolulu",),
    "AST": ("America/Halifax", "Asia/Riyadh"), "ADT": ("America/Halifax",),
    "NST": ("America/St_Johns",), "NDT": ("America/St_Johns",),
    "BRT": ("America/Sao_Paulo",), "ART": ("America/Argentina/Buenos_Aires",),
    "UTC": ("UTC",), "GMT": ("UTC",), "Z": ("UTC",),
    "BST": (_LONDON,), "WET": ("Europe/Lisbon",), "WEST": ("Europe/Lisbon",),
    "CET": (_BERLIN,), "CEST": (_BERLIN,), "MEZ": (_BERLIN,), "MESZ": (_BERLIN,),
    "EET": ("Europe/Helsinki",), "EEST": ("Europe/Helsinki",),
    "MSK": ("Europe/Moscow",), "TRT": ("Europe/Istanbul",),
    "SAST": ("Africa/Johannesburg",), "WAT": ("Africa/Lagos",),
    "CAT": ("Africa/Harare",), "EAT": ("Africa/Nairobi",),
    "GST": ("Asia/Dubai",), "PKT": ("Asia/Karachi",),
    "IST": ("Asia/Kolkata", "Europe/Dublin", "Asia/Jerusalem"),
    "ICT": ("Asia/Bangkok",), "WIB": ("Asia/Jakarta",),
    "SGT": ("Asia/Singapore",), "HKT": ("Asia/Hong_Kong",), "PHT": ("Asia/Manila",),
    "JST": ("Asia/Tokyo",), "KST": ("Asia/Seoul",), "AWST": ("Australia/Perth",),
    "ACST": ("Australia/Adelaide",), "ACDT": ("Australia/Adelaide",),
    "AEST": ("Australia/Brisbane", "Australia/Sydney"), "AEDT": ("Australia/Sydney",),
    "NZST": ("Pacific/Auckland",), "NZDT": ("Pacific/Auckland",),
    "NZT": ("Pacific/Auckland",),
}  # fmt: skip
# What an abbreviation says of the clocks at that moment, in minutes from UTC.
_MEANT_OFFSET = {
    "EST": -300, "EDT": -240, "CST": -360, "CDT": -300, "MST": -420, "MDT": -360,
    "PST": -480, "PDT": -420, "CET": 60, "CEST": 120, "MEZ": 60, "MESZ": 120,
    "BST": 60, "EET": 120, "EEST": 180, "WET": 0, "WEST": 60, "AEDT": 660,
    "NZST": 720, "NZDT": 780, "ACST": 570, "ACDT": 630,
}  # fmt: skip
_NAMED = {
    r"(?:us )?east(?:ern)? coast(?: time)?": NEW_YORK,
    r"mexico city time|hora del centro": "America/Mexico_City",
    r"eastern(?: (?:standard|daylight))?(?: time)?(?: \(us (?:&|and) canada\))?": NEW_YORK,
    r"central(?: (?:standard|daylight))? time(?: \(us (?:&|and) canada\))?": CHICAGO,
    r"mountain(?: (?:standard|daylight))? time(?: \(us (?:&|and) canada\))?": DENVER,
    r"pacific(?: (?:standard|daylight))?(?: time)?(?: \(us (?:&|and) canada\))?":
        LOS_ANGELES,
    r"central european(?: (?:standard|summer))?(?: time)?": _BERLIN,
    r"(?:mitteleuropäische(?:r|n)? |deutsche(?:r)? )(?:sommer)?zeit": _BERLIN,
    r"eastern european(?: (?:standard|summer))? time": "Europe/Helsinki",
    r"la time": LOS_ANGELES, r"hora de (?:la )?ciudad de méxico": "America/Mexico_City",
    r"british summer time": _LONDON,
    r"(?:uk|u\.k\.|british) time": _LONDON,
    r"irish time": "Europe/Dublin",
    r"heure (?:française|de paris)": "Europe/Paris",
    r"hora (?:peninsular|española)": "Europe/Madrid",
    r"greenwich mean time": "UTC",
    r"india(?:n)? standard time": "Asia/Kolkata",
    r"indian time": "Asia/Kolkata",
    r"japan(?:ese)?(?: standard)? time": "Asia/Tokyo",
    r"singapore(?: standard)? time": "Asia/Singapore",
    r"australian eastern(?: (?:standard|daylight))? time": "Australia/Sydney",
    r"german time": _BERLIN, r"swiss time": "Europe/Zurich",
    r"french time": "Europe/Paris", r"spanish time": "Europe/Madrid",
    r"dutch time": "Europe/Amsterdam", r"israel(?:i)? time": "Asia/Jerusalem",
    r"east coast(?: time)?": NEW_YORK, r"west coast(?: time)?": LOS_ANGELES,
}  # fmt: skip
# Cities that people name for a zone that is called by another.
_CITIES = {
    "san francisco": LOS_ANGELES, "seattle": LOS_ANGELES,
    "san diego": LOS_ANGELES, "portland": LOS_ANGELES, "las vegas": LOS_ANGELES,
    "boston": NEW_YORK, "washington": NEW_YORK, "atlanta": NEW_YORK,
    "miami": NEW_YORK, "philadelphia": NEW_YORK, "nyc": NEW_YORK, "ny": NEW_YORK,
    "houston": CHICAGO, "dallas": CHICAGO, "austin": CHICAGO, "texas": CHICAGO,
    "salt lake city": DENVER, "munich": _BERLIN, "münchen": _BERLIN,
    "hamburg": _BERLIN, "frankfurt": _BERLIN, "cologne": _BERLIN, "köln": _BERLIN,
    "stuttgart": _BERLIN, "düsseldorf": _BERLIN, "manchester": _LONDON,
    "edinburgh": _LONDON, "glasgow": _LONDON, "bristol": _LONDON, "leeds": _LONDON,
    "cambridge": _LONDON, "oxford": _LONDON, "birmingham": _LONDON,
    "barcelona": "Europe/Madrid", "sevilla": "Europe/Madrid",
    "lyon": "Europe/Paris", "marseille": "Europe/Paris", "toulouse": "Europe/Paris",
    "milan": "Europe/Rome", "milano": "Europe/Rome", "geneva": "Europe/Zurich",
    "genève": "Europe/Zurich", "zürich": "Europe/Zurich", "wien": "Europe/Vienna",
    "bangalore": "Asia/Kolkata", "bengaluru": "Asia/Kolkata",
    "mumbai": "Asia/Kolkata", "delhi": "Asia/Kolkata", "hyderabad": "Asia/Kolkata",
    "beijing": "Asia/Shanghai", "tel aviv": "Asia/Jerusalem",
    "rotterdam": "Europe/Amsterdam", "montreal": "America/Toronto",
    "montréal": "America/Toronto", "ottawa": "America/Toronto",
    "bogotá": "America/Bogota", "medellín": "America/Bogota",
    "são paulo": "America/Sao_Paulo", "rio de janeiro": "America/Sao_Paulo",
    "ciudad de méxico": "America/Mexico_City", "cdmx": "America/Mexico_City",
    "guadalajara": "America/Mexico_City", "monterrey": "America/Monterrey",
    "panamá": "America/Panama", "asunción": "America/Asuncion",
    "bruxelles": "Europe/Brussels", "brüssel": "Europe/Brussels",
    "genf": "Europe/Zurich", "lausanne": "Europe/Zurich", "lisboa": "Europe/Lisbon",
    "roma": "Europe/Rome", "praha": "Europe/Prague", "warszawa": "Europe/Warsaw",
    "kraków": "Europe/Warsaw", "krakow": "Europe/Warsaw", "københavn": "Europe/Copenhagen",
    "athen": "Europe/Athens", "bucurești": "Europe/Bucharest", "kyiv": "Europe/Kyiv",
    "california": LOS_ANGELES, "arizona": "America/Phoenix", "florida": NEW_YORK,
    "hawaii": "Pacific/Honolulu", "alaska": "America/Anchorage", "colorado": DENVER,
    "illinois": CHICAGO, "minneapolis": CHICAGO, "nashville": CHICAGO,
    "charlotte": NEW_YORK, "pittsburgh": NEW_YORK, "baltimore": NEW_YORK,
    "cleveland": NEW_YORK, "palo alto": LOS_ANGELES, "san jose": LOS_ANGELES,
    "mountain view": LOS_ANGELES, "sacramento": LOS_ANGELES, "pune": "Asia/Kolkata",
    "chennai": "Asia/Kolkata", "noida": "Asia/Kolkata", "gurgaon": "Asia/Kolkata",
    "liverpool": _LONDON, "cardiff": _LONDON, "sheffield": _LONDON,
    "nottingham": _LONDON, "newcastle": _LONDON, "brighton": _LONDON,
    "leipzig": _BERLIN, "dresden": _BERLIN, "bonn": _BERLIN, "nürnberg": _BERLIN,
    "hannover": _BERLIN, "bremen": _BERLIN, "dortmund": _BERLIN,
    "karlsruhe": _BERLIN, "mannheim": _BERLIN, "graz": "Europe/Vienna",
    "salzburg": "Europe/Vienna", "linz": "Europe/Vienna", "basel": "Europe/Zurich",
    "bern": "Europe/Zurich", "bordeaux": "Europe/Paris", "nantes": "Europe/Paris",
    "lille": "Europe/Paris", "strasbourg": "Europe/Paris",
    "grenoble": "Europe/Paris", "valencia": "Europe/Madrid", "seville": "Europe/Madrid",
    "bilbao": "Europe/Madrid", "málaga": "Europe/Madrid", "zaragoza": "Europe/Madrid",
    "utrecht": "Europe/Amsterdam", "eindhoven": "Europe/Amsterdam",
    "the hague": "Europe/Amsterdam", "antwerp": "Europe/Brussels",
    "gothenburg": "Europe/Stockholm", "calgary": "America/Edmonton", "canberra": "Australia/Sydney",
}  # fmt: skip

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
    r"(?:(?<=[ap]m )|(?<=[ap]\.m\. )|(?<=\d )|(?<=all )|(?<=\())(?P<bare>central|mountain)"
    r"\b(?! ?(?:time|european|europe|park|station|office|bank|library|hotel|street|avenue|road|view|london|american?|asia|africa|africa))",
    re.IGNORECASE,
)
# The owner's own clocks, right behind a time.
_YOURS = re.compile(
    r"(?<=[\dmMrh.,(] )(?:\(?your (?:local )?time\b(?! ?zone)|deiner zeit\b|ihrer (?:orts)?zeit\b)",
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
        rf"(?P<n{index}>(?<!\w){words}(?!\w))" for index, words in enumerate(_NAMED)
    ),
    re.IGNORECASE,
)
_ZONE_OF_NAME = list(_NAMED.values())


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
def _cities() -> dict[str, str]:
    """Cities by their names in small letters."""
    named = {
        name.rsplit("/", 1)[-1].replace("_", " ").casefold(): name
        for name in offered()
        if "/" in name
    }
    return {**named, **_CITIES}


@cache
def _city_pattern() -> re.Pattern[str]:
    words = "|".join(sorted((re.escape(w) for w in _cities()), key=len, reverse=True))
    return re.compile(
        rf"(?<!\w)(?:(?P<city>{words})(?:er)? (?:local )?(?:time|zeit|ortszeit)"
        rf"|(?:time in|zeit in) (?P<where>{words})"
        rf"|(?:hora|heure) (?:local )?(?:de|d['’])\s?(?P<place>{words})"
        rf"|\((?P<only>{words})(?:, (?:uk|usa|germany))?\))(?!\w)",
        re.IGNORECASE,
    )


def zone_hits(text: str) -> list[ZoneHit]:
    """All zones named, in order; of two that overlap the longer one."""
    return longest_apart(_all(text), len(text))


def _all(text: str) -> Iterator[ZoneHit]:
    for match in _ABBREVIATION.finditer(text):
        word = match["abbr"]
        if word != "Z" and not (
            word in {"CAT", "EAT", "ART", "HE"} and not _near_figure(match)
        ):
            yield ZoneHit(*match.span(), ABBREVIATIONS[word], word)
    for match in _SMALL.finditer(text):
        word = "Z" if match["zulu"] else match["abbr"].upper()
        yield ZoneHit(*match.span(), ABBREVIATIONS[word], word)
    for match in _BARE.finditer(text):
        zone = CHICAGO if match["bare"].casefold() == "central" else DENVER
        yield ZoneHit(*match.span(), (zone,))
    for match in _YOURS.finditer(text):
        yield ZoneHit(*match.span(), (), YOURS)
    for match in _OFFSET.finditer(text):
        yield _of_offset(match)
    for match in _SHOWN.finditer(text):
        if shown := _by_its_words(match["names"]):
            yield ZoneHit(*match.span(), (shown,))
    for match in _IANA.finditer(text):
        if match[0] in known_names():
            yield ZoneHit(*match.span(), (match[0],))
    for match in _NAMES.finditer(text):
        index = int((match.lastgroup or "n0")[1:])
        yield ZoneHit(*match.span(), (_ZONE_OF_NAME[index],))
    for match in _city_pattern().finditer(text):
        city = next(word for word in match.groups() if word)
        yield ZoneHit(*match.span(), (_cities()[city.casefold()],))


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


def zone_of_place(text: str) -> str | None:
    """The zone of the one town an address names."""
    towns = [m[0] for m in _town_pattern().finditer(text) if m[0][0].isupper()]
    found = {_cities()[town.casefold()] for town in towns}
    return found.pop() if len(found) == 1 else None


@cache
def _town_pattern() -> re.Pattern[str]:
    words = sorted(
        (re.escape(w) for w in _cities() if len(w) > 2), key=len, reverse=True
    )
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)", re.IGNORECASE)


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
        if zone := _cities().get(word.strip().casefold()):
            return zone
    return "UTC" if re.fullmatch(r"(?:UTC|GMT|Z|Etc/UTC)", name.strip()) else None


def zone_of_offset(minutes: int, at: datetime, prefer: str | None = None) -> str:
    """A zone whose clocks are that far from UTC at a wall time; the owner's first."""
    likely = (prefer, "UTC", _LONDON, _BERLIN, NEW_YORK, CHICAGO, DENVER, LOS_ANGELES)
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
    meant = _MEANT_OFFSET.get(hit.word)
    return meant is not None and offset_of(zone, wall) != meant


def meant_offset(word: str) -> int | None:
    """What an abbreviation says literally, in minutes from UTC."""
    return _MEANT_OFFSET.get(word)


def utc(wall: datetime, zone: str) -> datetime:
    """The moment of a wall time; a gap moves on, the first of a time that comes twice."""
    return wall.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
