"""IANA time zones as people choose them: the list, its names in words, old names."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from django.core.exceptions import ValidationError

# Folders and files that some systems ship beside the zones.
_NOT_ZONES = ("SystemV/", "posix/", "right/", "localtime", "Factory")
_REGIONS = (
    "Africa/",
    "America/",
    "Antarctica/",
    "Arctic/",
    "Asia/",
    "Atlantic/",
    "Australia/",
    "Europe/",
    "Indian/",
    "Pacific/",
)


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
def choices() -> tuple[tuple[str, str], ...]:
    """Zones named after a place, in alphabetical order, UTC first."""
    places = sorted(name for name in known_names() if name.startswith(_REGIONS))
    return (("UTC", "UTC"), *((name, name.replace("_", " ")) for name in places))


def choices_with(name: str) -> tuple[tuple[str, str], ...]:
    """The choices, with `name` among them even when it is an old name."""
    if any(name == value for value, _ in choices()):
        return choices()
    if name not in known_names():
        return choices()
    return ((name, name.replace("_", " ")), *choices())


def city(name: str) -> str:
    """A zone in one word or two: "New York" for America/New_York."""
    return name.rsplit("/", 1)[-1].replace("_", " ")


def in_words(name: str, at: datetime) -> str:
    """A zone with its distance from UTC at a moment: New York, UTC minus 5."""
    offset = at.astimezone(ZoneInfo(name)).utcoffset()
    minutes = int(offset.total_seconds() // 60) if offset else 0
    if not minutes:
        return city(name) if city(name) == "UTC" else f"{city(name)}, UTC"
    sign = "+" if minutes > 0 else "\N{MINUS SIGN}"
    hours, rest = divmod(abs(minutes), 60)
    return f"{city(name)}, UTC{sign}{hours}" + (f":{rest:02}" if rest else "")
