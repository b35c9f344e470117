"""The definition of a zone in a file says what the zone's database says.

Read by dateutil, which takes the definition at its word.
"""

from __future__ import annotations

import io
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from dateutil.tz import tzical

from calendars import zones

YEAR = 2026
# The clocks change at 1:00 UTC, on the southern half six months apart, by half an
# hour, at midnight, for Ramadan, never.
TELLING = {
    "Europe/Berlin": "FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
    "America/New_York": "FREQ=YEARLY;BYDAY=2SU;BYMONTH=3",
    "Australia/Lord_Howe": "FREQ=YEARLY;BYDAY=1SU;BYMONTH=4",
    "America/Santiago": "FREQ=YEARLY",
    "Africa/Casablanca": "RDATE:",
    "Asia/Kolkata": "TZOFFSETTO:+0530",
}


def text_of(zone: str) -> str:
    return zones.definition(zone, YEAR, YEAR + 1).to_ical().decode()


def as_read(zone: str):
    return tzical(io.StringIO(text_of(zone).replace("\r\n", "\n"))).get(zone)


def moments(zone: str):
    """Every week of two years, and around each change of the clocks."""
    info, at = ZoneInfo(zone), datetime(YEAR, 1, 1, tzinfo=UTC)
    hour, last = timedelta(hours=1), datetime(YEAR + 2, 1, 1, tzinfo=UTC)
    while at < last:
        yield at
        later = at + 24 * hour * 7
        if at.astimezone(info).utcoffset() != later.astimezone(info).utcoffset():
            yield from (at + step * hour / 2 for step in range(7 * 48))
        at = later


@pytest.mark.parametrize("first", "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
def test_at_every_hour_around_every_change(first):
    for zone in filter(lambda name: name.startswith(first), available_timezones()):
        info, read = ZoneInfo(zone), as_read(zone)
        for at in moments(zone):
            local = at.astimezone(info)
            # The second of two equal hours has no name in a calendar file.
            if not local.fold:
                told = local.replace(tzinfo=read).utcoffset()
                assert told == local.utcoffset(), (zone, local)


@pytest.mark.parametrize(("zone", "words"), TELLING.items())
def test_by_a_rule_where_there_is_one(zone, words):
    assert words in text_of(zone)


def test_a_wrong_definition_would_be_seen():
    wrong = text_of("Europe/Berlin").replace("TZOFFSETTO:+0200", "TZOFFSETTO:+0300")
    read = tzical(io.StringIO(wrong.replace("\r\n", "\n"))).get("Europe/Berlin")

    assert datetime(YEAR, 7, 1, tzinfo=read).utcoffset() == timedelta(hours=3)
