"""The mails: what is told, in text and HTML, and the bytes that leave."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from interviews.models import Round
from reminders.emails.compose import Writer
from reminders.emails.letter import Letter
from reminders.emails.measure import FULL, LARGEST, SHORT, TERSE
from reminders.emails.mime import Rendered, envelope, text_of
from reminders.models import Kind, Message, Reminder

__all__ = ["Rendered", "preview", "render"]


def render(message: Message, *, now: datetime) -> Rendered:
    """The mail of a message with its reminders bound, as it reads at `now`.

    Delivery gives the time the message was made, so that it may be rendered twice.
    Links, Date, Message-ID and boundary come from the message alone, so a second
    try with the same facts gives the same bytes. Raises ValueError when the
    message has no reminders.
    """
    rounds = _rounds(message.reminders.all())
    for measure in (FULL, SHORT, TERSE):
        writer = Writer(
            kind=Kind(message.kind),
            owner=message.owner,
            issued_at=message.created_at,
            now=now,
            measure=measure,
        )
        threads = [round_.pk for round_ in rounds[: measure.rounds]]
        rendered = envelope(writer.letter(rounds), message, threads)
        if len(rendered.mime) <= LARGEST:
            break
    return rendered


def preview(reminder: Reminder, *, now: datetime) -> str:
    """The text a planned reminder would send if nothing changed until its time."""
    return text_of(_letter_of(reminder, now=now))


def _letter_of(reminder: Reminder, *, now: datetime) -> Letter:
    writer = Writer(
        kind=Kind(reminder.kind),
        owner=reminder.owner,
        issued_at=now,
        now=max(now, reminder.due_at),
    )
    return writer.letter(_rounds([reminder]))


def _rounds(reminders: Iterable[Reminder]) -> list[Round]:
    """The rounds told about, each once, in the order they fell due."""
    ids = list(dict.fromkeys(reminder.round_id for reminder in reminders))
    complete = (
        Round.objects.complete()
        .prefetch_related("follow_ups__contact", "advice_ticks")
        .in_bulk(ids)
    )
    return [complete[pk] for pk in ids]
