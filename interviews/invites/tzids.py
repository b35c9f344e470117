"""The zones that a calendar file names (TZID): what programs call them."""

from __future__ import annotations

import re
from datetime import datetime
from functools import cache, lru_cache
from importlib.resources import files

from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from accounts.timezones import known_names, offered
from interviews.invites.zone_names import ABBREVIATIONS
from interviews.invites.zones import (
    meant_offset,
    offset_of,
    system_zone,
    zone_hits,
    zone_of_offset,
)

WINDOWS = dict(WINDOWS_TO_OLSON)
_BY_WINDOWS = {name.casefold(): zone for name, zone in WINDOWS.items()}
_UTC = re.compile(r"(?:tzone://Microsoft/)?(?:Etc/)?(?:UTC|GMT|Z|UCT|Zulu)", re.I)
_PLAIN_OFFSET = re.compile(r"(?:UTC|GMT)?\s?([+-])(\d\d?)[:.]?([0-5]\d)?", re.I)
_SHOWN_OFFSET = re.compile(r"\((?:UTC|GMT)\s?(?:([+-])(\d\d?)[:.]?(\d\d)?)?\)", re.I)
_PATH_END = re.compile(r"([A-Z][A-Za-z]+/[A-Za-z_+\-0-9]+(?:/[A-Za-z_+\-0-9]+)?)$")
# Said by people for clocks that change; for the tz database they never do.
_NEVER_CHANGE = {"EST", "MST", "HST"}


def canonical(name: str) -> str:
    """A zone by its present name: Asia/Kolkata for Asia/Calcutta."""
    return _present_names().get(name, name)


@cache
def _present_names() -> dict[str, str]:
    """Old names of places that are offered by another; by tzdata's list of links."""
    table = files("tzdata").joinpath("zoneinfo", "tzdata.zi").read_text("utf-8")
    links = [line.split()[1:3] for line in table.splitlines() if line[:2] == "L "]
    new = set(offered())
    return {old: zone for zone, old in links if old not in new and zone in new}


def is_exact(tzid: str) -> bool:
    """Whether it is a name that programs agree on, of the tz database or Windows."""
    return _exact(tzid.strip().strip('"')) is not None


def _exact(name: str) -> str | None:
    if _UTC.fullmatch(name):
        return "UTC"
    if name in known_names() and name not in _NEVER_CHANGE:
        return canonical(name)
    if zone := _BY_WINDOWS.get(name.casefold()):
        return canonical(zone)
    tail = _PATH_END.search(name)
    return canonical(tail[1]) if tail and tail[1] in known_names() else None


def zones_named(tzid: str, wall: datetime) -> tuple[str, ...]:
    """What a name may mean at a wall time, the likeliest first; empty when unknown.

    IANA and Windows names, paths that end in one, display names ("(UTC+01:00)
    Amsterdam, Berlin"), offsets, abbreviations.
    """
    name = tzid.strip().strip('"')
    if exact := _exact(name):
        return (exact,)
    if offset := _PLAIN_OFFSET.fullmatch(name):
        return (zone_of_offset(_minutes(offset), wall),)
    if name.upper() in ABBREVIATIONS:
        return _abbreviated(name.upper(), wall)
    return _displayed(name)


def _abbreviated(word: str, wall: datetime) -> tuple[str, ...]:
    """EST in summer is said for New York, and says five hours behind UTC."""
    zones = ABBREVIATIONS[word]
    minutes = meant_offset(word)
    if minutes is None or offset_of(zones[0], wall) == minutes:
        return zones
    return (*zones, fixed_zone(minutes, wall))


def fixed_zone(minutes: int, wall: datetime) -> str:
    """A zone so far from UTC at that time, named by the offset where it is whole."""
    hours, rest = divmod(abs(minutes), 60)
    if rest or hours > 12:
        return zone_of_offset(minutes, wall)
    return f"Etc/GMT{'-' if minutes > 0 else '+'}{hours}" if hours else "UTC"


def _displayed(name: str) -> tuple[str, ...]:
    """A display name by its words; its offset, of standard time, must agree."""
    shown = _SHOWN_OFFSET.search(name)
    words = _SHOWN_OFFSET.sub("", name).strip()
    zones = [zone for hit in zone_hits(words) for zone in hit.zones]
    zone = system_zone(words) or next(iter(zones), None)
    if zone is None or shown is None:
        return (canonical(zone),) if zone else ()
    agrees = _minutes(shown) in _offsets_of(zone)
    return (canonical(zone),) if agrees else ()


def _offsets_of(zone: str) -> set[int]:
    return {offset_of(zone, datetime(2026, month, 15)) for month in (1, 7)}  # noqa: DTZ001


def _minutes(match: re.Match[str]) -> int:
    minutes = int(match[2] or 0) * 60 + int(match[3] or 0)
    return -minutes if match[1] == "-" else minutes


@lru_cache(maxsize=64)
def zone_like(
    offsets: tuple[tuple[datetime, int], ...], prefer: str | None = None
) -> str | None:
    """A zone with these offsets, in minutes, at these wall times; the owner's before
    others."""
    likely = (*filter(None, [prefer]), *_LIKELY)
    for name in (*likely, *offered()):
        if all(offset_of(name, wall) == minutes for wall, minutes in offsets):
            return name
    return None


_LIKELY = (
    "UTC", "Europe/London", "Europe/Berlin", "Europe/Helsinki", "America/New_York",
    "America/Chicago", "America/Denver", "America/Los_Angeles", "America/Phoenix",
    "America/Sao_Paulo", "America/Halifax", "Asia/Kolkata", "Asia/Dubai",
    "Asia/Singapore", "Asia/Tokyo", "Australia/Sydney", "Australia/Brisbane",
    "Europe/Istanbul", "Pacific/Auckland", "Pacific/Honolulu", "America/Anchorage",
)  # fmt: skip
