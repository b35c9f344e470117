"""Times as an invitation gives them: what a clock on the wall shows, and a zone."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from functools import lru_cache
from operator import itemgetter
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.core.exceptions import ValidationError
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from accounts import timezones

# Further away it is a slip of the finger.
_YEARS = range(2000, 2101)


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


def shown(
    starts_at: datetime | None, ends_at: datetime | None, zone: ZoneInfo
) -> dict[str, Any]:
    """Start with end or length, as a form shows them: on the clock of `zone`.

    An end on another day is shown as a length in minutes.
    """
    if starts_at is None:
        return {}
    starts = starts_at.astimezone(zone).replace(tzinfo=None)
    if ends_at is None:
        return {"starts": starts}
    ends = ends_at.astimezone(zone).replace(tzinfo=None)
    if ends.date() == starts.date() and ends > starts:
        return {"starts": starts, "ends": ends.time()}
    minutes = int((ends_at - starts_at).total_seconds() // 60)
    return {"starts": starts, "length": minutes}


class ZoneSelect(forms.Select):
    """Every zone in words, by region, the owner's and the kept one on top.

    Written by hand: rendering some four hundred options by template would take
    longer than the rest of the page. The long part is the same for everybody, as
    what is selected always stands on top.
    """

    def __init__(self, *, top: Iterable[str], on: date) -> None:
        known = timezones.known_names()
        self.top = [name for name in dict.fromkeys(top) if name in known]
        self.on = on
        super().__init__(choices=[(name, name) for name in self.top])

    def render(
        self,
        name: str,
        value: Any,
        attrs: dict[str, Any] | None = None,
        renderer: Any = None,
    ) -> SafeString:
        options = format_html_join(
            "",
            '<option value="{}"{}>{}</option>',
            (
                (zone, mark_safe(" selected" if zone == value else ""), words)  # noqa: S308
                for zone, words in _in_words(self.top, self.on)
            ),
        )
        return format_html(
            '<select{}><optgroup label="Yours">{}</optgroup>{}</select>',
            flatatt({"name": name, **self.attrs, **(attrs or {})}),
            options,
            _all_zones(self.on),
        )


def _in_words(names: Iterable[str], on: date) -> list[tuple[str, str]]:
    """Zones with their distance from UTC on that day, in the order of the words."""
    noon = datetime.combine(on, time(12), tzinfo=UTC)
    zones = [(name, timezones.in_words(name, noon)) for name in names]
    return sorted(zones, key=itemgetter(1))


@lru_cache(maxsize=32)
def _all_zones(on: date) -> SafeString:
    """The options of every region. Reading all zone files takes a while: once a day."""
    regions: dict[str, list[str]] = {}
    for name, _ in timezones.choices():
        region = name.split("/")[0] if "/" in name else "World"
        regions.setdefault(region, []).append(name)
    return format_html_join(
        "",
        '<optgroup label="{}">{}</optgroup>',
        ((region, _options(names, on)) for region, names in regions.items()),
    )


def _options(names: Iterable[str], on: date) -> SafeString:
    return format_html_join("", '<option value="{}">{}</option>', _in_words(names, on))
