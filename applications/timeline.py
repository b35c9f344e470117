"""What happened with an application, and what is set, newest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from accounts.gathering import gather, rows_of
from accounts.prepared import Prepared
from applications import offer_words
from applications.models import Application, Note, Stage


@dataclass(frozen=True)
class Entry:
    """One line of the timeline. `at` is UTC; `text` is what the owner wrote."""

    at: datetime
    icon: str
    title: str
    url: str = ""
    kind: str = ""
    detail: str = ""
    text: str = ""
    note: Note | None = None


def timeline(application: Application) -> list[Entry]:
    """What is gathered of it (`gather_story`), or one query for each kind of row."""
    entries = [
        *_stage_changes(application),
        *_notes(application),
        *_letters(application),
        *(entry for round_ in rounds(application) for entry in _round(round_)),
    ]
    return sorted(entries, key=lambda entry: entry.at, reverse=True)


def rounds(application: Application) -> list[Any]:
    """Its rounds, as rows of the floor above."""
    return rows_of(application, "rounds")


def gather_story(application: Application) -> None:
    """Read all that `timeline` and `rounds` tell, in one query."""
    gather(
        [application],
        "stage_changes",
        "notes",
        "rounds__sessions__interviewers__contact",
        "rounds__follow_ups__contact",
    )


def _stage_changes(application: Application) -> Iterator[Entry]:
    declined_at = offer_words.declined_at(application)
    for change in application.stage_changes.all():
        if change.undone_at:
            continue
        stage = Stage(change.to_stage).label
        title = f"Moved to {stage}" if change.from_stage else f"Added as {stage}"
        if (change.to_stage, change.at) == (Stage.WITHDRAWN, declined_at):
            title = "You declined their offer"
        yield Entry(at=change.at, icon="arrow-right", title=title)


def _notes(application: Application) -> Iterator[Entry]:
    for note in application.notes.all():
        yield Entry(
            at=note.created_at, icon="notes", title="Note", text=note.text, note=note
        )


# Without what arrived, which may be large.
_LETTERS: Prepared[Any] = Prepared(
    lambda application: Application(pk=application).letters.light(), application=int
)


def _letters(application: Application) -> Iterator[Entry]:
    """What came before any round, such as a no: rows of the floor above."""
    for letter in _LETTERS(application=application.pk):
        letter.application = application
        yield Entry(
            at=letter.received_at,
            icon="mail",
            title="Their letter, as it came",
            url=letter.get_absolute_url(),
        )


def _round(round_: Any) -> Iterator[Entry]:
    url = round_.get_absolute_url()
    yield Entry(
        at=round_.starts_at or round_.created_at,
        icon="users-group",
        kind="" if round_.cancelled_at else "round",
        title=round_.name if round_.starts_at else f"{round_.name}, no date yet",
        url=url,
        detail=", ".join(person.name for person in round_.people),
    )
    if round_.cancelled_at:
        yield Entry(round_.cancelled_at, "x", f"{round_.name} cancelled", url)
    if round_.outcome_at:
        answer = f"{round_.name}: {round_.get_outcome_display()}"
        yield Entry(round_.outcome_at, "message", answer, url)
    yield from (_sent(f) for f in rows_of(round_, "follow_ups") if f.is_sent)


def _sent(follow_up: Any) -> Entry:
    return Entry(
        at=follow_up.settled_at,
        icon="mail-check",
        kind="sent",
        title=f"Sent: {follow_up.title[:1].lower()}{follow_up.title[1:]}",
        url=follow_up.get_absolute_url(),
    )
