"""Definitions made by the calendar library, or as programs write them, against tzdata."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from icalendar import Timezone

from interviews.invites.reading import read
from interviews.invites.tzids import WINDOWS

_ZONES = [
    "America/New_York", "America/St_Johns", "America/Santiago", "America/Sao_Paulo",
    "Africa/Cairo", "Asia/Kathmandu", "Asia/Tokyo", "Australia/Lord_Howe",
    "Australia/Sydney", "Europe/Berlin", "Europe/London", "Pacific/Chatham",
]  # fmt: skip
# As Outlook writes them: rules since 1601, for whatever year.
_RULES = {
    "Europe/Berlin": ("+0200 +0100 -1SU 10 03", "+0100 +0200 -1SU 3 02"),
    "America/New_York": ("-0400 -0500 1SU 11 02", "-0500 -0400 2SU 3 02"),
    "Australia/Sydney": ("+1100 +1000 1SU 4 03", "+1000 +1100 1SU 10 02"),
    "Europe/London": ("+0100 +0000 -1SU 10 02", "+0000 +0100 -1SU 3 01"),
}


@pytest.mark.parametrize("zone", _ZONES)
def test_changes_listed_one_by_one(zone: str) -> None:
    made = Timezone.from_tzid(zone, first_date=date(2025, 1, 1))
    made["TZID"] = "Their own"
    definition = made.to_ical().decode().strip()

    # The library writes a change by the clocks after it; within the hour that matters.
    for wall in (wall for wall in _walls(zone) if wall.hour == 12):
        assert _start(definition, "Their own", wall) == _in(zone, wall), wall


@pytest.mark.parametrize("zone", _RULES)
def test_changes_by_yearly_rules(zone: str) -> None:
    definition = _outlook(*_RULES[zone])

    for wall in _walls(zone):
        assert _start(definition, "Their own", wall) == _in(zone, wall), wall


@pytest.mark.parametrize("name", sorted(WINDOWS))
def test_a_windows_name_without_definition(name: str) -> None:
    for wall in (datetime(2026, 12, 3, 14), datetime(2027, 7, 1, 9, 30)):  # noqa: DTZ001
        assert _start("", name, wall) == _in(WINDOWS[name], wall)


def _walls(zone: str) -> Iterator[datetime]:
    """Every half hour of the days about each change, and a noon of each month."""
    for day in range(2 * 365):
        midnight = datetime(2026, 1, 1) + timedelta(days=day)  # noqa: DTZ001
        before, after = (
            (midnight + timedelta(days=away)).replace(tzinfo=ZoneInfo(zone))
            for away in (0, 1)
        )
        if before.utcoffset() != after.utcoffset():
            for half_hours in range(54):
                yield midnight + timedelta(minutes=30 * half_hours)
        elif midnight.day == 1:
            yield midnight + timedelta(hours=12)


def _in(zone: str, wall: datetime) -> datetime:
    """By tzdata; a skipped time by the offset before, the first of one that is twice."""
    return wall.replace(tzinfo=ZoneInfo(zone), fold=0).astimezone(UTC)


def _start(definition: str, tzid: str, wall: datetime) -> datetime | None:
    file = f"""BEGIN:VCALENDAR
METHOD:REQUEST
{definition}
BEGIN:VEVENT
UID:1
DTSTART;TZID={tzid}:{wall:%Y%m%dT%H%M%S}
SUMMARY:Interview
END:VEVENT
END:VCALENDAR
"""
    found = read(file.encode(), received_at=datetime(2026, 1, 1, tzinfo=UTC))
    return found.sessions[0].starts_at


def _outlook(standard: str, daylight: str) -> str:
    parts = []
    for name, written in (("STANDARD", standard), ("DAYLIGHT", daylight)):
        before, after, day, month, hour = written.split()
        parts.append(
            f"BEGIN:{name}\nDTSTART:16010101T{hour}0000\nTZOFFSETFROM:{before}\n"
            f"TZOFFSETTO:{after}\n"
            f"RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY={day};BYMONTH={month}\nEND:{name}\n"
        )
    return f"BEGIN:VTIMEZONE\nTZID:Their own\n{''.join(parts)}END:VTIMEZONE"
