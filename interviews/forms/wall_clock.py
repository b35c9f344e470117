"""Times as an invitation gives them: what a clock on the wall shows, and a zone."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.core.exceptions import ValidationError

from accounts import timezones

# Further away it is a slip of the finger.
_YEARS = range(2000, 2101)

Choices = list[tuple[str, list[tuple[str, str]]]]


class WallClockField(forms.Field):
    """A date and time without a zone; gives a naive datetime."""

    widget = forms.DateTimeInput(
        attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"
    )
    default_error_messages = {
        "invalid": "Give a date and a time, for example 2026-12-03 14:00.",
        "year": "Look at the year again.",
    }

    def to_python(self, value: Any) -> datetime | None:
        if value in self.empty_values:
            return None
        if isinstance(value, datetime):
            return value
        try:
            wall = datetime.fromisoformat(str(value).strip())
        except ValueError:
            raise ValidationError(
                self.error_messages["invalid"], code="invalid"
            ) from None
        if wall.tzinfo is not None or len(str(value).strip()) <= len("2026-12-03"):
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        if wall.year not in _YEARS:
            raise ValidationError(self.error_messages["year"], code="year")
        return wall


def moment(wall: datetime, zone: ZoneInfo) -> datetime:
    """The moment (UTC) at which a clock in `zone` shows `wall`.

    Of a time that the clock shows twice it is the first. Raises ValidationError
    for a time that the clock skips: nobody can be expected then, and moving it
    would be a guess.
    """
    at = wall.replace(tzinfo=zone, fold=0).astimezone(UTC)
    shown = at.astimezone(zone)
    if shown.replace(tzinfo=None) != wall:
        raise ValidationError(
            f"There is no {wall:%H:%M} in {timezones.city(zone.key)} on that day: "
            f"the clocks go forward. Is it {shown:%H:%M}?",
            code="skipped",
        )
    return at


def happens_twice(wall: datetime, zone: ZoneInfo) -> bool:
    """Whether the clocks go back over `wall`, so that it comes twice."""
    first = wall.replace(tzinfo=zone, fold=0).utcoffset()
    second = wall.replace(tzinfo=zone, fold=1).utcoffset()
    return first is not None and second is not None and first > second


def zone_choices(*, own: str, kept: str, on: date) -> Choices:
    """Every zone in words, by region, with the owner's and the kept one on top.

    The distance from UTC is that of the day `on`.
    """
    noon = datetime.combine(on, time(12), tzinfo=UTC)
    known = timezones.known_names()
    top = dict.fromkeys(name for name in (own, kept) if name in known)
    yours = [(name, timezones.in_words(name, noon)) for name in top]
    return [("Yours", yours), *_zones_by_region(on)]


@lru_cache(maxsize=16)
def _zones_by_region(on: date) -> Choices:
    """Reading some four hundred zone files takes a while: once a day is enough."""
    noon = datetime.combine(on, time(12), tzinfo=UTC)
    regions: dict[str, list[tuple[str, str]]] = {}
    for name, _ in timezones.choices():
        region = name.split("/")[0] if "/" in name else "World"
        regions.setdefault(region, []).append((name, timezones.in_words(name, noon)))
    return [(region, sorted(zones, key=_words)) for region, zones in regions.items()]


def _words(choice: tuple[str, str]) -> str:
    return choice[1]
