"""What the board and the table show of an application at a glance. Derived.

Kept in columns of the application, so that ten thousand of them are listed by one
query without their rounds: brought in line with the messages owed after every change,
and by the background when time alone makes another step the next one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from itertools import groupby
from zoneinfo import ZoneInfo

from django.db import transaction

from accounts.rows import rewrite
from applications import steps
from applications.models import Application, Stage
from applications.steps import Kind, Step
from interviews.dossiers import Dossier, dossiers_of
from interviews.followups import awaits_answer
from interviews.models import FollowUp, Round

FIELDS = (
    "steps",
    "next_kind",
    "next_at",
    "next_until",
    "round_number",
    "heard_at",
    "applied_at",
    "quiet_since",
    "awaited_since",
)
# Before them nobody has anything to answer; after them the owner has.
_NOT_WAITING = {Stage.SAVED, Stage.OFFER}


def keep(dossiers: Sequence[Dossier], *, now: datetime) -> None:
    """Bring the columns of locked applications in line, in one query or none."""
    rewrite([each.application for each in dossiers if _renewed(each, now)], FIELDS)


def refresh(*, limit: int, now: datetime) -> int:
    """Do so where the next step has passed; returns for how many.

    Those somebody is working on are left for the next time.
    """
    passed = Application.objects.filter(next_until__lte=now).order_by("pk")
    with transaction.atomic():
        rows = passed.select_for_update(no_key=True, skip_locked=True)
        keys = list(rows.values_list("pk", flat=True)[:limit])
        keep(dossiers_of(keys), now=now)
    return len(keys)


def _applied_at(dossier: Dossier) -> datetime | None:
    """When the owner last applied: as they noted it, else when they entered it."""
    application = dossier.application
    entered = None if application.stage == Stage.SAVED else application.created_at
    at = _noon(application.applied_on) if application.applied_on else entered
    return max(filter(None, [at, dossier.moved_at]), default=None)


def _noon(day: date) -> datetime:
    """Noon UTC is that day in nearly every zone."""
    return datetime.combine(day, time(12), tzinfo=UTC)


def _heard_at(dossier: Dossier) -> datetime:
    """What `interviews.quiet.last_event` asks the database for."""
    application, rounds = dossier.application, _standing(dossier)
    day = application.applied_on
    noon = _noon(day) if day else None
    sessions = [session for round_ in rounds for session in round_.all_sessions]
    moments = (
        dossier.noted_at,
        *(round_.replied_at for round_ in rounds),
        *(session.starts_at for session in sessions),
        *(session.ends_at for session in sessions),
    )
    return max([noon or application.created_at, *filter(None, moments)])


def _renewed(dossier: Dossier, now: datetime) -> bool:
    """Set the columns as they should be; say whether that changed one."""
    application = dossier.application
    before = [getattr(application, name) for name in FIELDS]
    found = steps.in_order(_steps(dossier, now))
    first = steps.current(found, now)
    application.steps = steps.write(found)
    application.next_kind = first.kind.value if first else ""
    application.next_at = first.at if first else None
    application.next_until = first.until if first else None
    application.round_number = max((r.number for r in _standing(dossier)), default=0)
    application.heard_at = _heard_at(dossier)
    application.applied_at = _applied_at(dossier)
    application.awaited_since = _awaited_since(dossier)
    application.quiet_since = application.heard_at if _may_be_quiet(dossier) else None
    return before != [getattr(application, name) for name in FIELDS]


def _standing(dossier: Dossier) -> list[Round]:
    return [round_ for round_ in dossier.rounds if not round_.cancelled_at]


def _awaited_since(dossier: Dossier) -> datetime | None:
    """When the round was, or will be, over of which their answer is awaited."""
    standing = sorted(_standing(dossier), key=lambda round_: round_.number)
    if not standing or not awaits_answer(standing[-1], is_last=True):
        return None
    return standing[-1].over_at


def _may_be_quiet(dossier: Dossier) -> bool:
    """As `interviews.quiet` has it; how long it has been is asked of the clock."""
    application = dossier.application
    if not application.is_live or application.stage in _NOT_WAITING:
        return False
    return not any(
        not round_.outcome and any(s.starts_at is None for s in round_.all_sessions)
        for round_ in _standing(dossier)
    )


# --- the steps -------------------------------------------------------------------------


def _steps(dossier: Dossier, now: datetime) -> Iterator[Step]:
    """Everything that is still to be done or to come; what is over is left out."""
    rounds = _standing(dossier)
    for round_ in rounds:
        yield from _messages(dossier, round_)
    if not dossier.application.is_live:
        return
    yield from _own(dossier.application)
    yield from _offer(dossier.application)
    last = max((round_.number for round_ in rounds), default=0)
    for round_ in rounds:
        yield from _meeting(round_, now)
        if round_.number == last:
            yield from _promise(round_, now)


def _messages(dossier: Dossier, round_: Round) -> Iterator[Step]:
    """What is owed, those of one kind in one line."""
    owed = sorted(dossier.owed(round_), key=lambda row: row.kind)
    for _, group in groupby(owed, key=lambda row: row.kind):
        rows = sorted(group, key=lambda row: (_awake(row), row.pk))
        # A note put off is no reason to put off the others.
        for at, same in groupby(rows, key=_awake):
            yield _message(round_, list(same), at)


def _awake(row: FollowUp) -> datetime:
    return max(row.due_at, row.snoozed_until or row.due_at)


_WORDS: dict[str, tuple[Kind, str]] = {
    FollowUp.Kind.THANK_YOU: (Kind.NOTE, "Thank-you note"),
    FollowUp.Kind.STATUS_CHECK: (Kind.CHECK, "Ask where they stand"),
    FollowUp.Kind.CHECK_IN: (Kind.CHECK, "Check in once more"),
    FollowUp.Kind.FEEDBACK_REQUEST: (Kind.FEEDBACK, "Thank them, ask for feedback"),
}


def _message(round_: Round, rows: Sequence[FollowUp], at: datetime) -> Step:
    first = rows[0]
    kind, text = _WORDS[first.kind]
    if kind is Kind.NOTE and len(rows) > 1:
        text = f"{len(rows)} thank-you notes"
    elif kind is Kind.NOTE and first.contact:
        text = f"{text} to {first.contact.name}"
    alone = first.pk if len(rows) == 1 else None
    return Step(kind=kind, text=text, at=at, about=round_.pk, follow_up=alone)


def _own(application: Application) -> Iterator[Step]:
    if application.own_step:
        zone, day = application.owner.zone, application.own_step_on
        yield Step(
            kind=Kind.OWN,
            text=application.own_step,
            at=_begins(day, zone) if day else None,
            is_day=True,
            about=application.pk,
        )


def _offer(application: Application) -> Iterator[Step]:
    """The owner's answer to their offer, by its date where there is one."""
    if application.stage != Stage.OFFER:
        return
    offer, zone = getattr(application, "offer", None), application.owner.zone
    at = offer.deadline_at(zone) if offer and offer.deadline_time else None
    if offer and offer.deadline_on and not at:
        at = _begins(offer.deadline_on, zone)
    yield Step(
        kind=Kind.OFFER,
        text="Answer their offer",
        at=at,
        is_day=True,
        about=application.pk,
    )


def _meeting(round_: Round, now: datetime) -> Iterator[Step]:
    """The round itself and what is to be ready before it."""
    if round_.outcome:
        return
    starts_at, over_at = round_.starts_at, round_.over_at
    if starts_at is None:
        words = f"{round_.name}: agree on a date"
        yield Step(kind=Kind.DATE, text=words, at=None, about=round_.pk)
        return
    if over_at is None or over_at <= now:
        return
    yield Step(
        kind=Kind.ROUND,
        text=round_.name,
        at=starts_at,
        until=over_at,
        about=round_.pk,
    )
    for task in round_.open_tasks:
        if task.due_at and not task.done_at and now < starts_at:
            yield Step(
                kind=Kind.TASK,
                text=f"{task.title} ready",
                at=task.due_at,
                until=starts_at,
                about=round_.pk,
            )


def _promise(round_: Round, now: datetime) -> Iterator[Step]:
    """Their answer, until the day they promised it by is over."""
    if not round_.promised_on or not round_.is_unanswered:
        return
    zone = round_.application.owner.zone
    until = _begins(round_.promised_on + timedelta(days=1), zone)
    if until > now:
        yield Step(
            kind=Kind.ANSWER,
            text="They answer",
            at=_begins(round_.promised_on, zone),
            is_day=True,
            until=until,
            about=round_.pk,
        )


def _begins(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(), tzinfo=zone)
