"""Writes the sessions of a round, and who takes part in each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from applications.actions import add_contact
from applications.models import Application, Contact
from interviews.actions.details import Person, SessionDetails
from interviews.models import Interviewer, Round, Session


def write_sessions(
    round_: Round, sessions: Sequence[SessionDetails], *, now: datetime
) -> None:
    """Make exactly these the sessions of a locked round, in the order of their starts.

    One that names its row stays that row; rows that nobody names go, and the parts
    people had in them. Whoever stays in the round has been part of it since before.
    """
    rows = {row.pk: row for row in round_.sessions.all()}
    since = _since(rows.values())
    placed = []
    for details in sorted(sessions, key=lambda details: details.order):
        new = Session(round=round_)
        placed.append((rows.pop(details.id, new) if details.id else new, details))
    round_.sessions.filter(pk__in=rows).delete()
    for position, (row, details) in enumerate(placed):
        _write(row, details, position)
        _seat(details.people, row, since=since, now=now)


def _since(rows: Iterable[Session]) -> dict[int, datetime]:
    """When each contact's part in the round became known."""
    parts = Interviewer.objects.filter(session__in=rows).order_by("-created_at")
    return dict(parts.values_list("contact_id", "created_at"))


def _write(row: Session, details: SessionDetails, position: int) -> None:
    for name, value in details.as_fields().items():
        setattr(row, name, value)
    row.position = position
    row.save()


def _seat(
    people: Sequence[Person],
    session: Session,
    *,
    since: dict[int, datetime],
    now: datetime,
) -> None:
    """Make exactly these people the session's interviewers."""
    application = session.round.application
    contacts = [contact_of(person, application) for person in people]
    session.interviewers.exclude(contact__in=contacts).delete()
    seated = set(session.interviewers.values_list("contact_id", flat=True))
    Interviewer.objects.bulk_create(
        Interviewer(
            session=session, contact=contact, created_at=since.get(contact.pk, now)
        )
        for contact in dict.fromkeys(contacts)
        if contact.pk not in seated
    )


def contact_of(person: Person, application: Application) -> Contact:
    """Who is meant: the one pointed at, else the one of that name at the company."""
    return person.contact or add_contact(
        owner=application.owner,
        company=application.company,
        name=person.name,
        title=person.title,
        email=person.email,
        kind=person.kind,
    )
