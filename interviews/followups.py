"""Which messages the owner owes about their rounds. Derived, not managed.

`plan` is a pure function from a round to the follow-ups that should exist;
`reconcile` writes the difference. The clock times here are ours: no document
gives any.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from accounts.rows import rewrite
from accounts.timezones import moment
from applications.models import Application, Contact, Stage, StageChange
from interviews.dossiers import Dossier, dossiers_of
from interviews.models import FollowUp, Round
from interviews.signals import brought_in_line

# Ours: a thank-you for a round that ended longer ago than this when it was logged
# would only puzzle the person who gets it.
TOO_OLD_TO_OWE = timedelta(days=14)
# Ours: with the first look at the mail of a working day.
MORNING = time(9, 0)

_NO_MORE_THANKS = {Round.Outcome.NO, Round.Outcome.WITHDRAWN}
_SATURDAY = 5


@dataclass(frozen=True)
class Wanted:
    """A follow-up that should exist: to whom, of what kind, from when (UTC)."""

    kind: FollowUp.Kind
    contact_id: int | None
    due_at: datetime


def working_day_from(day: date) -> date:
    """The day itself, or the Monday after when it falls on a weekend."""
    while day.weekday() >= _SATURDAY:
        day += timedelta(days=1)
    return day


def plan(
    round_: Round, *, is_last: bool, rejected_at: datetime | None = None
) -> list[Wanted]:
    """What is owed about a round, now or later.

    Reads the round with its application, owner, sessions and interviewers, and
    asks the database nothing when those are prefetched. `is_last`: no later round
    stands. `rejected_at`: when the application was moved to rejected, if it was.
    Check-ins are not planned: the owner adds them.
    """
    if round_.cancelled_at:
        return []
    if not round_.application.is_live:
        return list(_feedback_request(round_, is_last=is_last, rejected_at=rejected_at))
    return [*_thank_yous(round_), *_status_check(round_, is_last=is_last)]


def _thank_yous(round_: Round) -> Iterator[Wanted]:
    """One per interviewer; one to nobody yet when no name is known."""
    over_at = round_.over_at
    if over_at is None or round_.outcome in _NO_MORE_THANKS:
        return
    logged = _logged_times(round_) or {None: round_.timed_at}
    for contact_id, logged_at in logged.items():
        if over_at >= logged_at - TOO_OLD_TO_OWE:
            yield Wanted(FollowUp.Kind.THANK_YOU, contact_id, over_at)


def _logged_times(round_: Round) -> dict[int | None, datetime]:
    """When each person's part in the round became known, the times with it."""
    logged: dict[int | None, datetime] = {}
    for session in round_.all_sessions:
        for seat in session.interviewers.all():
            at = max(round_.timed_at, seat.created_at)
            logged[seat.contact_id] = min(at, logged.get(seat.contact_id, at))
    return logged


def _status_check(round_: Round, *, is_last: bool) -> Iterator[Wanted]:
    """Once, when their answer is overdue and nothing has been heard since."""
    if not awaits_answer(round_, is_last=is_last):
        return
    due_at = status_check_due(round_)
    if due_at and due_at >= round_.timed_at - TOO_OLD_TO_OWE:
        yield Wanted(FollowUp.Kind.STATUS_CHECK, None, due_at)


def awaits_answer(round_: Round, *, is_last: bool) -> bool:
    """Whether the owner may still be waiting to hear about this very round."""
    application = round_.application
    settled = application.stage == Stage.OFFER or not application.is_live
    heard = round_.outcome or round_.replied_at or round_.cancelled_at
    return is_last and not settled and not heard


def may_check_in(round_: Round, *, is_last: bool) -> bool:
    """Whether the owner may plan to ask again: they have asked and heard nothing."""
    asked = any(
        row.kind == FollowUp.Kind.STATUS_CHECK and row.is_sent
        for row in round_.follow_ups.all()
    )
    return asked and awaits_answer(round_, is_last=is_last)


def _feedback_request(
    round_: Round, *, is_last: bool, rejected_at: datetime | None
) -> Iterator[Wanted]:
    """One message after a no: thanks, and what could have been better (DE).

    From 9:00 (owner's zone) on the first working day after it (ours: a night's
    sleep lies in between).
    """
    application = round_.application
    refused = application.stage == Stage.REJECTED and not application.archived_at
    refused_at = round_.outcome_at if round_.outcome == Round.Outcome.NO else None
    if not refused or not is_last:
        return
    if at := refused_at or rejected_at:
        zone = application.owner.zone
        day = at.astimezone(zone).date() + timedelta(days=1)
        due_at = morning_of(working_day_from(day), zone)
        yield Wanted(FollowUp.Kind.FEEDBACK_REQUEST, None, due_at)


def status_check_due(round_: Round) -> datetime | None:
    """9:00 (owner's zone) on the first working day after their answer was due.

    That is after the promised date, else from as many days after the round as the
    owner waits (DE, FAQs: companies take about a week); never before the round
    itself is over. None while neither is known.
    """
    zone = round_.application.owner.zone
    ended = round_.over_at.astimezone(zone).date() if round_.over_at else None
    if round_.promised_on:
        answer_by = max(round_.promised_on, ended or round_.promised_on)
        return morning_of(working_day_from(answer_by + timedelta(days=1)), zone)
    if ended is None:
        return None
    wait = timedelta(days=round_.application.owner.answer_wait_days)
    return morning_of(working_day_from(ended + wait), zone)


def morning_of(day: date, zone: ZoneInfo) -> datetime:
    """When a message to them comes due on a day, UTC."""
    return moment(day, MORNING, zone)


def reconcile(application: Application, *, now: datetime) -> None:
    """Make the rows match the plan: add, move, withdraw and reopen.

    Call with the application locked. What the owner settled is left alone. All that is
    planned from these rows follows (`interviews.signals.brought_in_line`).
    """
    reconcile_all([application], now=now)


def reconcile_all(applications: Collection[Application], *, now: datetime) -> None:
    """The same for many locked applications, in as few queries as for one."""
    dossiers = dossiers_of([application.pk for application in applications])
    new, changed = _differences(dossiers, now=now)
    FollowUp.objects.bulk_create(new)
    rewrite(changed, ["state", "due_at"])
    brought_in_line.send(FollowUp, dossiers=dossiers, now=now)


def _differences(
    dossiers: Iterable[Dossier], *, now: datetime
) -> tuple[list[FollowUp], list[FollowUp]]:
    """The rows to add, which stand in the dossiers from now on, and those changed."""
    new: list[FollowUp] = []
    changed: list[FollowUp] = []
    rejections = _rejections(dossier.application for dossier in dossiers)
    for dossier in dossiers:
        rejected_at = rejections.get(dossier.application.pk)
        last = _last_number(dossier.rounds)
        for round_ in dossier.rounds:
            is_last = round_.number == last
            planned = plan(round_, is_last=is_last, rejected_at=rejected_at)
            wanted = {(w.kind.value, w.contact_id): w for w in planned}
            rows = dossier.messages[round_.pk]
            changed += [
                row
                for row in rows
                if _brought_in_line(
                    row,
                    _own(row, round_, is_last=is_last)
                    if row.is_check_in
                    else wanted.pop((row.kind, row.contact_id), None),
                )
            ]
            missing = [_row(round_, each, now=now) for each in wanted.values()]
            rows += missing
            new += missing
    return new, changed


def _rejections(applications: Iterable[Application]) -> dict[int, datetime]:
    """When each of those that are rejected was moved there."""
    refused = [a.pk for a in applications if a.stage == Stage.REJECTED]
    if not refused:
        return {}
    moves = (
        StageChange.objects.standing()
        .filter(application__in=refused, to_stage=Stage.REJECTED)
        .order_by("at", "pk")
    )
    return dict(moves.values_list("application_id", "at"))


def _last_number(rounds: Iterable[Round]) -> int | None:
    """The number of the last round that stands."""
    return max((r.number for r in rounds if not r.cancelled_at), default=None)


def _row(round_: Round, wanted: Wanted, *, now: datetime) -> FollowUp:
    return FollowUp(
        round=round_,
        kind=wanted.kind,
        contact=_people(round_).get(wanted.contact_id),
        due_at=wanted.due_at,
        created_at=now,
    )


def _people(round_: Round) -> Mapping[int | None, Contact]:
    seats = (seat for s in round_.all_sessions for seat in s.interviewers.all())
    return {seat.contact_id: seat.contact for seat in seats}


def _own(row: FollowUp, round_: Round, *, is_last: bool) -> Wanted | None:
    """A check-in as the owner wants it, while there is still something to ask."""
    if not awaits_answer(round_, is_last=is_last):
        return None
    return Wanted(FollowUp.Kind.CHECK_IN, row.contact_id, row.due_at)


def _brought_in_line(row: FollowUp, wanted: Wanted | None) -> bool:
    """Set the row as it is wanted; say whether that changed it."""
    if row.is_settled:
        return False
    before = (row.state, row.due_at)
    row.state = FollowUp.State.OPEN if wanted else FollowUp.State.WITHDRAWN
    row.due_at = wanted.due_at if wanted else row.due_at
    return (row.state, row.due_at) != before
