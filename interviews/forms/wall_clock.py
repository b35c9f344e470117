"""Times as an invitation gives them: what a clock on the wall shows, and a zone."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.core.exceptions import ValidationError

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
