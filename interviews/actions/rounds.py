from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from django.db.models import QuerySet

from applications.actions import changing_company, move_to_stage
from applications.models import Application, Contact, Stage
from interviews.actions.changing import changing_people, changing_round
from interviews.actions.details import Person, SessionDetails
from interviews.actions.sessions import contact_of, write_sessions
from interviews.models import Interviewer, Round

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
    further: Sequence[SessionDetails] = (),
    to_prepare: str = "",
    promised_on: date | None = None,
) -> Round:
    """Log an invite: the round, its sessions, its people; the stage moves with it.

    `people` are those of `session`; the `further` sessions of a day bring their own.
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
        write_sessions(round_, [replace(session, people=people), *further], now=now)
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
    further: Sequence[SessionDetails] | None = None,
    to_prepare: str = "",
    promised_on: date | None = None,
) -> Round:
    """Change a round; a new start counts as a move.

    `session`, with `people`, is the one it names by `id`, else the first. It and the
    `further` ones are then all there are; None leaves the others as they stand.
    Raises NumberTaken when another round has the number.
    """
    with changing_people(round_, now=now) as fresh:
        if fresh.cancelled_at is None:
            others = fresh.application.rounds.standing().exclude(pk=fresh.pk)
            _refuse_taken(number, others)
        first = replace(session, people=people)
        _set_times(fresh, _day(fresh, first, further), now=now)
        fresh.number = number
        fresh.to_prepare = to_prepare
        fresh.promised_on = promised_on
        fresh.save()
    return fresh


def _day(
    round_: Round, first: SessionDetails, further: Sequence[SessionDetails] | None
) -> list[SessionDetails]:
    """All sessions the round is to have; `first` is a row of it, where one is free."""
    rows = round_.all_sessions
    taken = {other.id for other in further or ()}
    free = next((row.pk for row in rows if row.pk not in taken), None)
    first = replace(first, id=first.id or free)
    if further is None:
        further = [SessionDetails.of(row) for row in rows if row.pk != first.id]
    return [first, *further]


def _refuse_taken(number: int | None, others: QuerySet[Round]) -> None:
    if number and (taken := others.filter(number=number).first()):
        raise NumberTaken(taken)


def _set_times(
    round_: Round, sessions: Sequence[SessionDetails], *, now: datetime
) -> None:
    """Write the sessions, and on the round what its times being new means.

    Another end, a later part of the day, or another name for the zone moves nothing:
    what was told stands. Nor does putting right a round that is over make it one
    logged just now.
    """
    began_at, was_over = round_.starts_at, round_.is_over(now)
    write_sessions(round_, sessions, now=now)
    moved = round_.starts_at != began_at
    round_.moves += moved
    if moved and not (was_over and round_.is_over(now)):
        round_.timed_at = now


def add_interviewer(
    round_: Round, *, person: Person, now: datetime, session_id: int | None = None
) -> Contact:
    """Name somebody the owner met; a note is owed to them from then on.

    They sit in the session of that id, else in the first.
    """
    with changing_people(round_, now=now) as fresh:
        contact = contact_of(person, fresh.application)
        sessions = fresh.all_sessions
        named = (session for session in sessions if session.pk == session_id)
        Interviewer.objects.get_or_create(
            session=next(named, sessions[0]),
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
