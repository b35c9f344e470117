"""From rows to the facts a plan is made of, in a fixed number of queries."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from datetime import datetime

from django.db.models import Prefetch

from applications.models import Application
from interviews.models import FollowUp, Interviewer, Round
from reminders.models import Reminder
from reminders.planning import ApplicationFacts, RoundFacts, Told, base_key


def facts_of(
    applications: Collection[int], settled: Iterable[Reminder]
) -> list[ApplicationFacts]:
    """The facts of applications, by primary key, as they stand in the database.

    `settled`: their reminders that have left or are leaving. Five queries, for one
    application or many.
    """
    told: dict[int, list[Told]] = {}
    for reminder in settled:
        told.setdefault(reminder.round_id, []).append(
            Told(base_key(reminder.key), reminder.moves, reminder.settled_at)
        )
    return [_of_application(row, told) for row in _complete(applications)]


def _complete(applications: Collection[int]) -> Iterable[Application]:
    people = Interviewer.objects.select_related("contact")
    owed = FollowUp.objects.filter(state=FollowUp.State.OPEN).select_related("contact")
    return (
        Application.objects.filter(pk__in=applications)
        .select_related("owner", "company")
        .prefetch_related(
            "rounds__sessions",
            Prefetch("rounds__sessions__interviewers", people),
            Prefetch("rounds__follow_ups", owed, to_attr="owed_follow_ups"),
        )
    )


def _of_application(
    application: Application, told: dict[int, list[Told]]
) -> ApplicationFacts:
    return ApplicationFacts(
        id=application.pk,
        owner_id=application.owner_id,
        is_live=application.is_live,
        zone=application.owner.zone,
        rounds=tuple(
            _of_round(round_, application, tuple(told.get(round_.pk, ())))
            for round_ in application.rounds.all()
        ),
    )


def _of_round(
    round_: Round, application: Application, told: tuple[Told, ...]
) -> RoundFacts:
    owed: list[FollowUp] = round_.owed_follow_ups  # type: ignore[attr-defined]
    thanks = [row for row in owed if row.is_thank_you]
    about = _about(round_, application)
    return RoundFacts(
        id=round_.pk,
        moves=round_.moves,
        timed_at=round_.timed_at,
        stands=round_.cancelled_at is None,
        has_outcome=bool(round_.outcome),
        starts_at=round_.starts_at,
        over_at=round_.over_at,
        owes_thanks=bool(thanks),
        status_check_due_at=_status_check_due(owed),
        prepare_content=_text(about, round_.to_prepare, _sessions(round_)),
        thank_you_content=_text(about, [_person(row) for row in thanks]),
        status_check_content=_text(about, round_.promised_on),
        told=told,
    )


def _status_check_due(owed: Iterable[FollowUp]) -> datetime | None:
    checks = (row for row in owed if row.kind == FollowUp.Kind.STATUS_CHECK)
    return next((row.due_at for row in checks), None)


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
    return [row.pk, row.contact and row.contact.name]


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
