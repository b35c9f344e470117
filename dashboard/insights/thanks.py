from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from accounts.models import User
from dashboard.insights.figure import Cell, Figure, percent
from dashboard.insights.met import Met
from dashboard.insights.period import Period
from interviews.models import FollowUp
from interviews.promptness import in_time

DEFINITION = (
    "Thank-you notes for rounds that ended in this period. In time is a note you marked "
    "as sent within 24 hours after the round. Notes whose 24 hours still run are left "
    "out."
)


def thanks(
    owner: User, period: Period, *, now: datetime, rounds: Iterable[Met]
) -> Figure:
    """How many notes left in time, late, or not at all."""
    ends = _ends(owner, period, rounds, now)
    notes = (
        FollowUp.objects.for_user(owner)
        .thank_yous()
        .exclude(state=FollowUp.State.WITHDRAWN)
        .order_by()
        .values_list("round_id", "state", "settled_at")
    )
    found = [_how(ends[pk], state, at, now) for pk, state, at in notes if pk in ends]
    told = [how for how in found if how]
    rows: list[tuple[Cell, ...]] = [
        (how, told.count(how), percent(told.count(how), len(told))) for how in _HOW
    ]
    columns = ("Note", "Count", "%")
    return Figure(
        "thanks", "Thank-you notes in time", DEFINITION, columns, rows if told else ()
    )


_IN_TIME, _LATE, _OPEN, _NOT = "In time", "Later", "Still open", "Not sent"
_HOW = (_IN_TIME, _LATE, _OPEN, _NOT)


def _how(end: datetime, state: str, at: datetime | None, now: datetime) -> str | None:
    if state == FollowUp.State.SENT and at:
        return _IN_TIME if in_time(at, end=end) else _LATE
    if state == FollowUp.State.SKIPPED:
        return _NOT
    return None if in_time(now, end=end) else _OPEN


def _ends(
    owner: User, period: Period, rounds: Iterable[Met], now: datetime
) -> dict[int, datetime]:
    """When each round that ended within the period was over."""
    return {
        met.pk: met.end
        for met in rounds
        if met.end
        and met.end <= now
        and period.covers(met.end.astimezone(owner.zone).date())
    }
