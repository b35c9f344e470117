"""Times and durations as calendar files write them (RFC 5545, 3.3.4 to 3.3.6)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

_STAMP = re.compile(
    r"(\d{4})(\d\d)(\d\d)(?:[T ](\d\d):?(\d\d):?(\d\d)?)?(Z|[+-]\d\d:?\d\d)?",
    re.IGNORECASE,
)
_DURATION = re.compile(
    r"(?P<sign>[+-]?)P(?:(?P<w>\d{1,3})W)?(?:(?P<d>\d{1,3})D)?"
    r"(?:T(?:(?P<h>\d{1,3})H)?(?:(?P<m>\d{1,4})M)?(?:\d{1,5}S)?)?$"
)
# Zones are said to begin in 1601; from any of these years there is a way to UTC.
_YEARS = range(1601, 9000)


@dataclass(frozen=True)
class Stamp:
    """A date or a wall time; `is_utc` where it ends with Z."""

    wall: datetime
    is_day: bool
    is_utc: bool


def read_stamp(written: str) -> Stamp | None:
    """The time at the beginning of a value; None where there is none."""
    match = _STAMP.match(written.strip())
    if match is None or int(match[1]) not in _YEARS:
        return None
    year, month, day, hour, minute, second = (
        int(part or 0) for part in match.groups()[:6]
    )
    try:
        wall = datetime(year, month, day, hour % 24, minute, second % 60)  # noqa: DTZ001 - a wall time
    except ValueError:
        return None
    wall -= _away(match[7] or "")
    return Stamp(wall, is_day=match[4] is None, is_utc=bool(match[7]))


def _away(written: str) -> timedelta:
    """The offset that some write behind a time, though the standard forbids it."""
    if written[:1] not in {"+", "-"}:
        return timedelta(0)
    away = timedelta(hours=int(written[1:3]), minutes=int(written[-2:]))
    return away if written[0] == "+" else -away


def read_duration(written: str) -> timedelta | None:
    """How long a DURATION says; None for nothing, and for less than nothing."""
    match = _DURATION.match(written.strip())
    if match is None or match["sign"] == "-":
        return None
    weeks, days, hours, minutes = (int(match[name] or 0) for name in "wdhm")
    length = timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes)
    return length or None
