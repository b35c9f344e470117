"""From dossiers to the facts a plan is made of."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime

from applications.models import Application, Stage
from interviews.dossiers import Dossier
from interviews.models import FollowUp, Round
from reminders.models import Kind, Reminder
from reminders.planning import (
    ApplicationFacts,
    OfferFacts,
    Owed,
    RoundFacts,
    Told,
    base_key,
    thing_of,
)

# Which reminder speaks of a message that is owed.
_TELLS = {
    FollowUp.Kind.THANK_YOU: Kind.THANK_YOU,
    FollowUp.Kind.STATUS_CHECK: Kind.STATUS_CHECK,
    FollowUp.Kind.CHECK_IN: Kind.STATUS_CHECK,
    FollowUp.Kind.FEEDBACK_REQUEST: Kind.FEEDBACK_REQUEST,
}


def kinds_told_by(kind: Kind) -> set[str]:
    """The kinds of message that a reminder of this kind speaks of."""
    return {message.value for message, told in _TELLS.items() if told is kind}


def facts_of(
    dossiers: Iterable[Dossier],
    rows: Collection[Reminder],
    settled: Iterable[Reminder],
) -> list[ApplicationFacts]:
    """The facts of some applications.

    `rows` are their reminders, `settled` those of them that have left or are
    leaving.
    """
    told: dict[int | None, list[Told]] = {}
    for reminder in settled:
        told.setdefault(reminder.round_id, []).append(
            Told(base_key(reminder.key), reminder.moves, reminder.settled_at)
        )
    snoozed = snoozes(rows)
    return [_of_application(dossier, told, snoozed) for dossier in dossiers]


def snoozes(rows: Iterable[Reminder]) -> dict[str, datetime]:
    """Until when each thing was put off."""
    return {thing_of(row.key): row.snoozed_until for row in rows if row.snoozed_until}


def _of_application(
    dossier: Dossier,
    told: Mapping[int | None, list[Told]],
    snoozed: Mapping[str, datetime],
) -> ApplicationFacts:
    application = dossier.application
    return ApplicationFacts(
        id=application.pk,
        owner_id=application.owner_id,
        is_live=application.is_live,
        zone=application.owner.zone,
        is_sample=application.is_sample,
        rounds=tuple(
            _of_round(round_, dossier, tuple(told.get(round_.pk, ())), snoozed)
            for round_ in dossier.rounds
        ),
        offer=_offer(application),
        snoozed=snoozed,
    )


def _offer(application: Application) -> OfferFacts | None:
    """The offer, while its owner has still to answer it by some day."""
    offer = getattr(application, "offer", None)
    zone = application.owner.zone
    deadline_at = offer.deadline_at(zone) if offer and offer.is_open else None
    if application.stage != Stage.OFFER or offer is None or deadline_at is None:
        return None
    named = [application.company.name, application.role, application.owner.time_zone]
    return OfferFacts(
        entered_at=offer.created_at,
        deadline_at=deadline_at,
        content=_text(named, deadline_at),
    )


def _of_round(
    round_: Round,
    dossier: Dossier,
    told: tuple[Told, ...],
    snoozed: Mapping[str, datetime],
) -> RoundFacts:
    owed = dossier.owed(round_)
    return RoundFacts(
        id=round_.pk,
        moves=round_.moves,
        timed_at=round_.timed_at,
        stands=round_.cancelled_at is None,
        has_outcome=bool(round_.outcome),
        is_debriefed=round_.log is not None,
        starts_at=round_.starts_at,
        over_at=round_.over_at,
        owed=tuple(map(_owed, owed)),
        contents=_contents(round_, dossier.application, owed),
        told=told,
        snoozed=snoozed,
    )


def _owed(row: FollowUp) -> Owed:
    return Owed(
        id=row.pk,
        kind=_TELLS[FollowUp.Kind(row.kind)],
        due_at=row.due_at,
        entered_at=row.created_at,
        is_one_of_several=row.is_check_in,
        snoozed_until=row.snoozed_until,
    )


def _contents(
    round_: Round, application: Application, owed: Iterable[FollowUp]
) -> dict[Kind, str]:
    about = _about(round_, application)
    thanks = [_person(row) for row in owed if row.is_thank_you]
    ready = _to_have_ready(round_)
    return {
        Kind.PREPARE: _text(about, round_.to_prepare, ready, _sessions(round_)),
        Kind.DEBRIEF: _text(about),
        Kind.THANK_YOU: _text(about, thanks),
        Kind.STATUS_CHECK: _text(about, round_.promised_on),
        Kind.FEEDBACK_REQUEST: _text(about),
    }


def _about(round_: Round, application: Application) -> list[object]:
    """What every mail about a round names: which one, with whom, when."""
    return [
        application.company.name,
        application.role,
        application.owner.time_zone,
        round_.number,
        round_.starts_at,
        round_.over_at,
    ]


def _person(row: FollowUp) -> list[object]:
    return [row.pk, row.contact and row.contact.name, row.snoozed_until]


def _to_have_ready(round_: Round) -> list[object]:
    """What is not ready yet: of what they asked for, and of what to bring."""
    tasks = [task for task in round_.open_tasks if task.done_at is None]
    things = [item.text for item in round_.to_bring if item.done_at is None]
    return [[[t.kind, t.text, t.due_at] for t in tasks], things]


def _sessions(round_: Round) -> list[object]:
    return [
        [
            session.starts_at,
            session.ends_at,
            session.time_zone,
            session.setting,
            session.formats,
            session.place,
            session.link,
            [
                [seat.contact.name, seat.contact.title]
                for seat in session.interviewers.all()
            ],
        ]
        for session in round_.all_sessions
    ]


def _text(*parts: object) -> str:
    return json.dumps(parts, default=str)
