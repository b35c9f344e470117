"""IANA time zones as people choose them: the list, its names in words, old names.

A clock time that a change of the clocks skips moves forward by the gap; one that
comes twice means the first (PEP 495, fold=0).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from functools import cache, lru_cache
from importlib.resources import files
from operator import itemgetter
from zoneinfo import ZoneInfo, available_timezones

from django.core.exceptions import ValidationError

# Folders and files that some systems ship beside the zones.
_NOT_ZONES = ("SystemV/", "posix/", "right/", "localtime", "Factory")


@cache
def known_names() -> frozenset[str]:
    """Every name the tz database knows, old ones such as US/Eastern included."""
    return frozenset(
        name for name in available_timezones() if not name.startswith(_NOT_ZONES)
    )


def validate_time_zone(name: str) -> None:
    """Raise ValidationError unless `name` is a zone of the tz database."""
    if name not in known_names():
        raise ValidationError(
            "Choose a time zone from the list, for example Europe/Berlin.",
            code="unknown_time_zone",
        )


@cache
def offered() -> tuple[str, ...]:
    """UTC, then one name for every place of the tz database, old names left out.

    `zone.tab` is its own list of places by country.
    """
    table = files("tzdata").joinpath("zoneinfo", "zone.tab").read_text("utf-8")
    lines = (line for line in table.splitlines() if not line.startswith("#"))
    places = {line.split("\t")[2] for line in lines}
    return ("UTC", *sorted(places & known_names()))


@lru_cache(maxsize=32)
def by_region(on: date) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """Each region with its zones in words, as their clocks stand on that day."""
    regions: dict[str, list[str]] = {}
    for name in offered():
        region = name.split("/")[0] if "/" in name else "World"
        regions.setdefault(region, []).append(name)
    return tuple((region, labelled(names, on)) for region, names in regions.items())


def labelled(names: Iterable[str], on: date) -> tuple[tuple[str, str], ...]:
    """Names with their words on that day, in the order of the words."""
    noon = datetime.combine(on, time(12), tzinfo=UTC)
    zones = [(name, in_words(name, noon)) for name in names]
    return tuple(sorted(zones, key=itemgetter(1)))


def moment(day: date, clock: time, zone: ZoneInfo) -> datetime:
    """The UTC moment of a wall-clock time; a gap moves on, an overlap takes the first."""
    return datetime.combine(day, clock, tzinfo=zone).astimezone(UTC)


def city(name: str) -> str:
    """A zone in one word or two: "New York" for America/New_York."""
    return name.rsplit("/", 1)[-1].replace("_", " ")


def in_words(name: str, at: datetime) -> str:
    """A zone with its distance from UTC at a moment: New York, UTC minus 5."""
    place = _place(name)
    offset = at.astimezone(ZoneInfo(name)).utcoffset()
    minutes = int(offset.total_seconds() // 60) if offset else 0
    if not minutes:
        return place if place == "UTC" else f"{place}, UTC"
    sign = "+" if minutes > 0 else "\N{MINUS SIGN}"
    hours, rest = divmod(abs(minutes), 60)
    return f"{place}, UTC{sign}{hours}" + (f":{rest:02}" if rest else "")


def _place(name: str) -> str:
    """The city, with its state or country where the name tells it: Knox, Indiana."""
    inner = name.split("/")[1:-1]
    return ", ".join([city(name), *(part.replace("_", " ") for part in inner)])
