"""Reads an invitation that came as a calendar file (RFC 5545, RFC 5546)."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import UTC

from interviews.invites import kinds
from interviews.invites.about import fill_from_letter
from interviews.invites.attendees import tell_organiser
from interviews.invites.content_lines import Component, calendars_in
from interviews.invites.context import Context
from interviews.invites.event import add_session, letter_of
from interviews.invites.event_times import (
    of_one_day,
    sorted_by_start,
)
from interviews.invites.found import (
    Found,
    Kind,
    NotRead,
)
from interviews.invites.letter import Letter
from interviews.invites.stamps import read_stamp

_MOST_EVENTS = 2_000


_KINDS = {
    "CANCEL": Kind.CANCEL, "REPLY": Kind.OTHER, "REFRESH": Kind.OTHER,
    "DECLINECOUNTER": Kind.OTHER, "COUNTER": Kind.OTHER,
}  # fmt: skip


_NO_EVENT = "This calendar file holds no event. Save the invitation itself as .ics."


_NO_CALENDAR = "This is no calendar file. Paste the text of the invitation instead."


def read_calendar(raw: bytes, context: Context) -> Found:
    """What a calendar file says. Raises `NotRead` where it holds no event."""
    calendars = calendars_in(raw)
    events = [
        (c, event) for c in calendars for event in c.inside("VEVENT")[:_MOST_EVENTS]
    ]
    if not events:
        raise NotRead(_NO_EVENT if calendars else _NO_CALENDAR)
    calendar, newest = _newest(events)
    found = Found(method=calendar.text("METHOD").upper())
    _tell_head(found, newest[0])
    letter = letter_of(newest[0])
    found.text = letter.whole
    found.kind = _kind(found, newest[0], letter)
    fill_from_letter(found, letter)
    tell_organiser(found, newest[0])
    for event in of_one_day(sorted_by_start(newest, calendar)):
        add_session(found, event, calendar, context)
    return found


def _newest(
    events: list[tuple[Component, Component]],
) -> tuple[Component, list[Component]]:
    """The events of the newest invitation: highest SEQUENCE, then latest DTSTAMP."""
    by_uid: dict[tuple[str, str], list[tuple[Component, Component]]] = defaultdict(list)
    for calendar, event in events:
        key = (event.text("UID") or str(id(event)), event.text("RECURRENCE-ID"))
        by_uid[key].append((calendar, event))
    latest = [
        max(versions, key=lambda pair: _version(pair[1]))
        for versions in by_uid.values()
    ]
    return latest[0][0], [event for _, event in latest]


def _version(event: Component) -> tuple[int, str]:
    return (_sequence(event) or 0, event.text("DTSTAMP") or event.text("LAST-MODIFIED"))


def _sequence(event: Component) -> int | None:
    value = event.text("SEQUENCE")
    return int(value) if value.isdecimal() and len(value) < 8 else None


def _tell_head(found: Found, event: Component) -> None:
    found.uid = event.text("UID")
    found.sequence = _sequence(event)
    found.summary = event.text("SUMMARY")
    stamp = read_stamp(event.text("DTSTAMP"))
    found.stamped_at = stamp.wall.replace(tzinfo=UTC) if stamp else None


def _kind(found: Found, event: Component, letter: Letter) -> Kind:
    if event.text("STATUS").upper() == "CANCELLED" and found.method != "REPLY":
        return Kind.CANCEL
    if found.method in _KINDS:
        return _KINDS[found.method]
    if re.match(
        r"cancel?led\b|abgesagt|annulé|cancelad", letter.subject, re.IGNORECASE
    ):
        return Kind.CANCEL
    if kinds.is_no_interview(letter.whole):
        return Kind.OTHER
    if kinds.is_task(letter.subject):
        return Kind.TASK
    moved = bool(found.sequence) or kinds.is_moved(letter.subject)
    return Kind.RESCHEDULE if moved else Kind.INVITE
