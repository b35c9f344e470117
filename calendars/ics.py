"""Entries as a calendar file (RFC 5545, RFC 7986). Same entries, same bytes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from django.conf import settings
from icalendar import Alarm, Calendar, Event, Timezone, vUri

from accounts.http import absolute
from calendars import zones
from calendars.entries import Entry

CONTENT_TYPE = "text/calendar; charset=utf-8"
# Ours: how often a calendar is asked to look again.
_REFRESH = timedelta(hours=1)


@dataclass(frozen=True)
class Edited:
    """An entry in its latest edition."""

    entry: Entry
    sequence: int
    changed_at: datetime


def write(
    entries: Sequence[Edited], *, name: str = "", with_alarms: bool = True
) -> bytes:
    """The file. `name` is what a calendar calls a feed; single rounds have none."""
    calendar = Calendar()
    calendar.add("PRODID", "-//Callback//Callback//EN")
    calendar.add("VERSION", "2.0")
    calendar.add("METHOD", "PUBLISH")
    if name:
        _introduce(calendar, name)
    for zone in _zones([each.entry for each in entries]):
        calendar.add_component(zone)
    for each in entries:
        calendar.add_component(_event(each, with_alarms=with_alarms))
    return bytes(calendar.to_ical(sorted=False))


def _introduce(calendar: Calendar, name: str) -> None:
    """Each twice: as RFC 7986 has it, and as calendars had it before."""
    calendar.add("NAME", name)
    calendar.add("X-WR-CALNAME", name)
    calendar.add("REFRESH-INTERVAL", _REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add("X-PUBLISHED-TTL", "PT1H")


def _zones(entries: Iterable[Entry]) -> list[Timezone]:
    """A definition for every zone that a clock time is told in."""
    years: dict[str, set[int]] = {}
    for entry in entries:
        if isinstance(entry.begins, datetime) and _is_local(entry):
            ends = entry.ends or entry.begins
            years.setdefault(entry.zone, set()).update({entry.begins.year, ends.year})
    return [
        zones.definition(zone, min(found), max(found))
        for zone, found in sorted(years.items())
    ]


def _event(edited: Edited, *, with_alarms: bool) -> Event:
    entry = edited.entry
    event = Event()
    event.add("UID", f"{entry.key}@{_domain()}")
    event.add("SEQUENCE", edited.sequence)
    # Without an invitation to answer, the stamp is when it last changed (3.8.7.2).
    event.add("DTSTAMP", edited.changed_at)
    event.add("LAST-MODIFIED", edited.changed_at)
    _add_times(event, entry)
    _add_words(event, entry)
    event.add("STATUS", "CANCELLED" if entry.is_cancelled else "CONFIRMED")
    event.add("TRANSP", "OPAQUE" if entry.is_busy else "TRANSPARENT")
    if with_alarms and not entry.is_cancelled:
        event.add_component(_alarm(entry))
    return event


# --- times ----------------------------------------------------------------------


def _add_times(event: Event, entry: Entry) -> None:
    if not isinstance(entry.begins, datetime):
        event.add("DTSTART", entry.begins)
        event.add("DTEND", entry.begins + timedelta(days=1))
        return
    zone = ZoneInfo(entry.zone) if _is_local(entry) else UTC
    event.add("DTSTART", entry.begins.astimezone(zone))
    if entry.ends:
        event.add("DTEND", entry.ends.astimezone(zone))


def _is_local(entry: Entry) -> bool:
    """Whether it is told by the clock of its zone; else in UTC.

    An hour that comes twice in the night when clocks go back means the first one
    (3.3.5), so what happens in the second one can only be told in UTC.
    """
    if entry.zone in {"", "UTC"} or not isinstance(entry.begins, datetime):
        return False
    zone = ZoneInfo(entry.zone)
    moments = [entry.begins, entry.ends or entry.begins]
    return not any(moment.astimezone(zone).fold for moment in moments)


# --- words ----------------------------------------------------------------------


def _add_words(event: Event, entry: Entry) -> None:
    page = absolute(entry.page)
    event.add("SUMMARY", _one_line(entry.title))
    if entry.place:
        event.add("LOCATION", _one_line(entry.place))
    event.add("URL", vUri(page))
    lines = [*entry.words, f"In Callback: {page}"]
    event.add("DESCRIPTION", _clean("\n".join(lines)))
    if entry.link:
        _add_conference(event, entry.link)


def _add_conference(event: Event, link: str) -> None:
    """RFC 7986, 5.11: lets a calendar show a button to join."""
    uri = vUri("".join(_one_line(link).split()))
    uri.params["VALUE"] = "URI"
    event.add("CONFERENCE", uri)


def _alarm(entry: Entry) -> Alarm:
    alarm = Alarm()
    alarm.add("ACTION", "DISPLAY")
    alarm.add("TRIGGER", entry.alarm)
    alarm.add("DESCRIPTION", _one_line(entry.title))
    return alarm


def _one_line(text: str) -> str:
    return " ".join(_clean(text).split())


def _clean(text: str) -> str:
    """Lines end in one way; nothing is in them that a file must not hold (3.1)."""
    return _UNWANTED.sub("", _LINE_END.sub("\n", text))


_LINE_END = re.compile("\r\n|[\r\x85\u2028\u2029]")
# Controls, what turns a line around, halves of characters.
_UNWANTED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]+"
)


def _domain() -> str:
    """The site's host: with it, keys are unique in the world (3.8.4.7)."""
    return urlsplit(str(settings.SITE_URL)).hostname or "localhost"
