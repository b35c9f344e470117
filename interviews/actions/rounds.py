from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.db.models import QuerySet

from applications.actions import add_contact, changing_company, move_to_stage
from applications.models import Application, Contact, Stage
from interviews.actions.changing import changing_people, changing_round
from interviews.actions.details import Person, SessionDetails
from interviews.models import Interviewer, Round, Session

_BEFORE_INTERVIEWING = {Stage.SAVED, Stage.APPLIED, Stage.SCREENING}


class NumberTaken(Exception):  # noqa: N818 - the number is, not this
    """Another round of the application has the number: `taken`."""

    def __init__(self, taken: Round) -> None:
        super().__init__(taken)
        self.taken = taken


def next_number(application: Application) -> int:
    """One more than the highest round that stands."""
    numbers = application.rounds.standing().values_list("number", flat=True)
    return max(numbers, default=0) + 1


def add_round(
    application: Application,
    *,
    number: int | None,
    session: SessionDetails,
    people: Sequence[Person],
    now: datetime,
    to_prepare: str = "",
    promised_on: date | None = None,
) -> Round:
    """Log an invite: the round, its session, its people; the stage moves with it.

    `number` None means the next. Raises NumberTaken when that number stands already.
    """
    company = application.company
    with changing_company(company, besides=application, now=now) as applications:
        locked = applications[application.pk]
        _refuse_taken(number, locked.rounds.standing())
        round_ = Round.objects.create(
            application=locked,
            number=number or next_number(locked),
            to_prepare=to_prepare,
            promised_on=promised_on,
            timed_at=now,
            created_at=now,
        )
        row = Session.objects.create(round=round_, **session.as_fields())
        _seat(people, row, application=locked, now=now)
        if locked.stage in _BEFORE_INTERVIEWING or _called_back(round_, now):
            move_to_stage(locked, to=Stage.INTERVIEWING, now=now)
    return round_


def _called_back(round_: Round, now: datetime) -> bool:
    """A closed application with a round still to come is open again."""
    return round_.application.is_closed and not round_.is_over(now)


def edit_round(
    round_: Round,
    *,
    number: int,
    session: SessionDetails,
    people: Sequence[Person],
    now: datetime,
    to_prepare: str = "",
    promised_on: date | None = None,
) -> Round:
    """Change a round; a new start counts as a move. Its first session is the one meant.

    Raises NumberTaken when another round has the number.
    """
    with changing_people(round_, now=now) as fresh:
        if fresh.cancelled_at is None:
            others = fresh.application.rounds.standing().exclude(pk=fresh.pk)
            _refuse_taken(number, others)
        row = fresh.sessions.all()[0]
        _set_times(fresh, row, session, now=now)
        fresh.number = number
        fresh.to_prepare = to_prepare
        fresh.promised_on = promised_on
        fresh.save()
        _seat(people, row, application=fresh.application, now=now)
    return fresh


def _refuse_taken(number: int | None, others: QuerySet[Round]) -> None:
    if number and (taken := others.filter(number=number).first()):
        raise NumberTaken(taken)


def _set_times(
    round_: Round, row: Session, session: SessionDetails, *, now: datetime
) -> None:
    """Write the session, and on the round what its times being new means.

    Another end, or another name for the zone, moves nothing: what was told stands.
    Nor does putting right a round that is over make it one logged just now.
    """
    was_over = round_.is_over(now)
    moved = row.starts_at != session.starts_at
    for name, value in session.as_fields().items():
        setattr(row, name, value)
    row.save()
    round_.moves += moved
    if moved and not (was_over and round_.is_over(now)):
        round_.timed_at = now


def _seat(
    people: Sequence[Person],
    session: Session,
    *,
    application: Application,
    now: datetime,
) -> None:
    """Make exactly these people the session's interviewers."""
    contacts = [_contact(person, application) for person in people]
    session.interviewers.exclude(contact__in=contacts).delete()
    seated = set(session.interviewers.values_list("contact_id", flat=True))
    Interviewer.objects.bulk_create(
        Interviewer(session=session, contact=contact, created_at=now)
        for contact in dict.fromkeys(contacts)
        if contact.pk not in seated
    )


def _contact(person: Person, application: Application) -> Contact:
    """Who is meant: the one pointed at, else the one of that name at the company."""
    return person.contact or add_contact(
        owner=application.owner,
        company=application.company,
        name=person.name,
        title=person.title,
        email=person.email,
        kind=person.kind,
    )


def add_interviewer(round_: Round, *, person: Person, now: datetime) -> Contact:
    """Name somebody the owner met; a note is owed to them from then on."""
    with changing_people(round_, now=now) as fresh:
        contact = _contact(person, fresh.application)
        Interviewer.objects.get_or_create(
            session=fresh.sessions.all()[0],
            contact=contact,
            defaults={"created_at": now},
        )
    return contact


def cancel_round(round_: Round, *, now: datetime) -> Round:
    """Call it off: nothing about it is pending any more."""
    with changing_round(round_, now=now) as fresh:
        fresh.cancelled_at = now
        fresh.save(update_fields=["cancelled_at"])
    return fresh


def restore_round(round_: Round, *, now: datetime) -> Round:
    """Undo a cancellation, with everything that was pending.

    Its number may have been given away meanwhile; then it takes the next.
    """
    with changing_round(round_, now=now) as fresh:
        others = fresh.application.rounds.standing().exclude(pk=fresh.pk)
        if others.filter(number=fresh.number).exists():
            fresh.number = next_number(fresh.application)
        fresh.cancelled_at = None
        fresh.save(update_fields=["cancelled_at", "number"])
    return fresh
