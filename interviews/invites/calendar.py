"""Reads an invitation that came as a calendar file (RFC 5545, RFC 5546)."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime

from interviews.invites import kinds
from interviews.invites.about import fill_from_letter
from interviews.invites.attendees import company_address, names_in, tell_organiser
from interviews.invites.content_lines import Component, calendars_in
from interviews.invites.context import Context
from interviews.invites.event import add_session, as_written, letter_of, words_of
from interviews.invites.event_times import ask_which, when_of
from interviews.invites.found import Found, Kind, NotRead
from interviews.invites.letter import Letter, Sender
from interviews.invites.occasions import Occasion, occasions_in, sequence_of
from interviews.invites.schedule import tell_parts
from interviews.invites.stamps import read_stamp

_KINDS = {
    "CANCEL": Kind.CANCEL, "REPLY": Kind.OTHER, "REFRESH": Kind.OTHER,
    "DECLINECOUNTER": Kind.OTHER, "COUNTER": Kind.RESCHEDULE,
}  # fmt: skip
_DONE_TO_IT = re.compile(
    r"^\W*(?:cancel?led(?: event)?|abgesagt|annulé|cancelad[oa]|updated(?: invitation)?|accepted"
    r"|invitation|einladung|aktualisiert|verschoben|new time proposed|invitación"
    r"|re|fwd?|aw|wg|tr|rv)\s?:\s*",
    re.IGNORECASE,
)
_CANCELLED = re.compile(r"\W*(?:cancel?led\b|abgesagt|annulé|cancelad)", re.IGNORECASE)

_NO_EVENT = "This calendar file holds no event. Save the invitation itself as .ics."
_NO_CALENDAR = "This is no calendar file. Paste the text of the invitation instead."


def read_calendar(raw: bytes, context: Context) -> Found:
    """What a calendar file says. Raises `NotRead` where it holds no event."""
    return read_calendars(calendars_in(raw), context)


def read_calendars(calendars: list[Component], context: Context) -> Found:
    """What calendars that came together say. Raises `NotRead` for no event."""
    occasions = occasions_in(calendars, context)
    if not occasions:
        raise NotRead(_NO_EVENT if calendars else _NO_CALENDAR)
    first = occasions[0]
    found = Found(method=first.calendar.text("METHOD").upper())
    _tell_head(found, first.event)
    letter = letter_of(first.event)
    found.text = "\n\n".join(as_written(occasion.event) for occasion in occasions)
    found.kind = _kind(found, first.event, letter)
    fill_from_letter(found, _about(first, words_of(first.event)), names_in(first.event))
    tell_organiser(found, first.event)
    if found.is_invite:
        for occasion in occasions:
            add_session(found, occasion, context)
        _ask_about(found, first, context)
        tell_parts(found, letter, context)
    return found


def _tell_head(found: Found, event: Component) -> None:
    found.uid = event.text("UID")
    found.sequence = sequence_of(event)
    found.summary = event.text("SUMMARY")
    stamp = read_stamp(event.text("DTSTAMP"))
    found.stamped_at = stamp.wall.replace(tzinfo=UTC) if stamp else None


def _about(first: Occasion, letter: Letter) -> Letter:
    """The event as the message that company and role are read from.

    Without what was done to it ("Cancelled: …"), and from the company: where a
    scheduling program organises, from one of those who are met.
    """
    subject = letter.subject
    for _ in range(3):
        subject = _DONE_TO_IT.sub("", subject)
    address = company_address(first.event) or letter.sender.address
    return replace(letter, subject=subject, sender=Sender(letter.sender.name, address))


def _kind(found: Found, event: Component, letter: Letter) -> Kind:
    if found.method != "REPLY" and event.text("STATUS").upper() == "CANCELLED":
        return Kind.CANCEL
    if found.method in _KINDS:
        return _KINDS[found.method]
    if _CANCELLED.match(letter.subject):
        return Kind.CANCEL
    if kinds.is_no_interview(letter.whole):
        return Kind.OTHER
    if kinds.is_task(letter.subject):
        return Kind.TASK
    moved = bool(found.sequence) or kinds.is_moved(letter.subject)
    return Kind.RESCHEDULE if moved else Kind.INVITE


def _ask_about(found: Found, first: Occasion, context: Context) -> None:
    """What the file itself leaves open: one of a series, or a time only proposed."""
    zone = found.sessions[0].time_zone
    if first.when is None or first.when.moment is None or zone is None:
        return
    moment = first.when.moment
    if found.method == "COUNTER":
        why = "This time is proposed, not agreed."
        before = _before(first, context)
        moments = (moment, *filter(None, [before]))
        ask_which(found, "sessions.0", why, moments, zone)
    elif first.repeats:
        ask_which(found, "sessions.0", "This repeats.", first.repeats, zone)


def _before(proposed: Occasion, context: Context) -> datetime | None:
    """The time that Outlook says the proposal would take the place of."""
    original = proposed.event.first("X-MS-OLK-ORIGINALSTART")
    when = when_of(original, proposed.calendar, context)
    return when.moment if when else None
