"""The mails: what is told, in text and HTML, and the bytes that leave."""

from __future__ import annotations

from datetime import datetime

from reminders.emails.calendar_file import calendar_file
from reminders.emails.compose import letter
from reminders.emails.letter import Letter
from reminders.emails.matters import Matters, Telling
from reminders.emails.measure import FULL, LARGEST, MIDDLE, SHORT, TERSE
from reminders.emails.mime import Rendered, envelope, text_of
from reminders.models import Message, Reminder

__all__ = ["Rendered", "letter_of", "preview", "render", "text_of"]


def render(
    message: Message, *, now: datetime, matters: Matters | None = None
) -> Rendered:
    """The mail of a message with its reminders bound, as it reads at `now`.

    `matters`: what it tells, where that was read along with other messages'.

    Delivery gives the time the message was made, so that it may be rendered twice.
    Links, Date, Message-ID and boundary come from the message alone, so a second
    try with the same facts gives the same bytes. Raises ValueError when the
    message has no reminders.
    """
    matters = matters or Matters(message.reminders.all())
    telling = Telling(message.owner, issued_at=message.created_at, now=now)
    calendar = calendar_file(matters)
    for measure in (FULL, MIDDLE, SHORT, TERSE):
        threads = matters.round_ids[: measure.rounds]
        told = letter(matters, telling, measure)
        rendered = envelope(told, message, threads, calendar)
        if len(rendered.mime) <= LARGEST:
            break
    return rendered


def preview(reminder: Reminder, *, now: datetime) -> str:
    """The text a planned reminder would send if nothing changed until its time."""
    return text_of(letter_of(reminder, now=now))


def letter_of(reminder: Reminder, *, now: datetime) -> Letter:
    """The letter of one reminder alone, at its time if that is still to come."""
    at = max(now, reminder.due_at)
    return letter(Matters([reminder]), Telling(reminder.owner, issued_at=now, now=at))
