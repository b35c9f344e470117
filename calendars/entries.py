"""What stands in a calendar, entry by entry: from rows to plain facts.

Pure: what it reads of a row must be loaded with it (`calendars.gathering`).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from applications.models import Application, Contact, Offer
from interviews.models import FollowUp, Format, Round, Session, Setting, Task
from interviews.models.session import ASSUMED_LENGTH

# Ours: a thing to do takes this much of the calendar, so that it can be seen.
_A_MOMENT = timedelta(minutes=15)
# Ours, from the start of each: on the way, at the desk, and the morning before a day
# that only says "by".
_ON_SITE, _AT_HOME = timedelta(minutes=-60), timedelta(minutes=-15)
_AT_ONCE, _THE_MORNING_BEFORE = timedelta(0), timedelta(hours=-15)


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One entry. `key` stays the same whatever becomes of it.

    `begins` is a UTC moment, or a whole day; `zone` the IANA zone whose clock it is
    told by, empty for the reader's own. `page` is a path of this site, `link` where
    to join. `alarm` is counted from the beginning. `since`: when it was first known.
    """

    key: str
    begins: datetime | date
    ends: datetime | None
    zone: str = ""
    title: str
    place: str = ""
    link: str = ""
    words: tuple[str, ...] = ()
    page: str
    is_cancelled: bool = False
    is_busy: bool = False
    alarm: timedelta
    since: datetime

    @property
    def fingerprint(self) -> str:
        """Another one whenever the entry says something else."""
        facts = json.dumps(vars(self), default=_plain, sort_keys=True)
        return hashlib.sha256(facts.encode()).hexdigest()


def _plain(value: object) -> str:
    """A moment is the same in every zone."""
    return str(value.astimezone(UTC) if isinstance(value, datetime) else value)


# --- rounds -------------------------------------------------------------------


def of_round(round_: Round) -> list[Entry]:
    """An entry for each session that has a time."""
    sessions = round_.all_sessions
    return [
        _of_session(session, session.starts_at, round_, _place(place, len(sessions)))
        for place, session in enumerate(sessions, start=1)
        if session.starts_at
    ]


def _place(place: int, of: int) -> str:
    return f" ({place} of {of})" if of > 1 else ""


def _of_session(
    session: Session, starts_at: datetime, round_: Round, place: str
) -> Entry:
    number = f"Round {round_.number}: {_job(round_.application)}{place}"
    at_home = session.link or session.setting in {Setting.VIDEO, Setting.PHONE}
    return Entry(
        key=f"session-{session.pk}",
        begins=starts_at,
        ends=session.ends_at or starts_at + ASSUMED_LENGTH,
        zone=session.time_zone,
        title=f"Cancelled: {number}" if round_.cancelled_at else number,
        place=session.place or session.link or _where(session),
        link=session.link,
        words=tuple(_about(session, round_)),
        page=round_.get_absolute_url(),
        is_cancelled=round_.cancelled_at is not None,
        is_busy=round_.cancelled_at is None,
        alarm=_AT_HOME if at_home else _ON_SITE,
        since=round_.created_at,
    )


def _job(application: Application) -> str:
    return f"{application.company.name}, {application.role}"


def _where(session: Session) -> str:
    return Setting(session.setting).label if session.setting else ""


def _about(session: Session, round_: Round) -> list[str]:
    """Who, how, what to bring, how to join; a line each."""
    people = [seat.contact for seat in session.interviewers.all()]
    formats = [Format(each).label for each in session.formats]
    lines = [
        "You meet " + _listed([_person(contact) for contact in people])
        if people
        else "",
        ", ".join(formats),
        "" if session.ends_at else "End unknown: an hour is kept free.",
        f"They ask you to prepare: {round_.to_prepare}" if round_.to_prepare else "",
        f"Join: {session.link}" if session.link else "",
    ]
    return [line for line in lines if line]


def _person(contact: Contact) -> str:
    return f"{contact.name} ({contact.title})" if contact.title else contact.name


def _listed(names: Sequence[str]) -> str:
    """ "A, B and C"."""
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))


# --- what is owed ---------------------------------------------------------------


def of_notes(owed: Sequence[FollowUp]) -> Entry:
    """One entry for the messages of one kind that are owed about one round."""
    first = min(owed, key=lambda note: (note.due_at, note.pk))
    round_ = first.round
    alone = len(owed) == 1
    title = first.title if alone else f"{len(owed)} {first.get_kind_display()}s".lower()
    return Entry(
        key=f"owed-{round_.pk}-{first.kind}",
        begins=first.due_at,
        ends=first.due_at + _A_MOMENT,
        title=f"{title}: {_job(round_.application)}",
        words=() if alone else tuple(note.title for note in owed),
        page=first.get_absolute_url() if alone else round_.get_absolute_url(),
        alarm=_AT_ONCE,
        since=first.created_at,
    )


# --- deadlines ------------------------------------------------------------------


def of_offer(offer: Offer, deadline_on: date) -> Entry:
    """By when they want an answer: a day, or a moment where they named one."""
    application = offer.application
    timed = offer.deadline_time is not None
    at = offer.deadline_at(application.owner.zone) if timed else None
    at = at.astimezone(UTC) if at else None
    return Entry(
        key=f"offer-{offer.pk}",
        begins=at - _A_MOMENT if at else deadline_on,
        ends=at,
        title=f"Answer the offer: {_job(application)}",
        page=offer.get_absolute_url(),
        alarm=timedelta(days=-1) if timed else _THE_MORNING_BEFORE,
        since=offer.created_at,
    )


def of_task(task: Task, due_at: datetime) -> Entry:
    """By when something they asked for is to be ready."""
    round_ = task.round
    return Entry(
        key=f"task-{task.pk}",
        begins=due_at - _A_MOMENT,
        ends=due_at,
        title=f"Due: {task.title}, {_job(round_.application)}",
        words=tuple(filter(None, [task.words])),
        page=round_.get_absolute_url(),
        alarm=timedelta(days=-1),
        since=task.created_at,
    )
