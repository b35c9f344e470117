from __future__ import annotations

from datetime import date, datetime

from interviews import followups
from interviews.actions.changing import changing_round
from interviews.models import FollowUp, Round
from interviews.phases import is_last


class NothingToAskError(Exception):
    """They were heard from, or the one question of ours has not been asked yet."""


def add_check_in(round_: Round, *, on: date, now: datetime) -> FollowUp:
    """Plan to ask once more, on a day of the owner's own choosing.

    Callback never suggests it. While one is planned, this moves it to the day.
    Raises NothingToAskError unless the status check was sent and nothing was heard.
    """
    with changing_round(round_, now=now) as fresh:
        if not followups.may_check_in(fresh, is_last=is_last(fresh)):
            raise NothingToAskError
        planned = fresh.follow_ups.filter(
            kind=FollowUp.Kind.CHECK_IN, state=FollowUp.State.OPEN
        ).first()
        row = planned or FollowUp(
            round=fresh, kind=FollowUp.Kind.CHECK_IN, created_at=now
        )
        row.due_at = followups.morning_of(on, fresh.application.owner.zone)
        row.save()
    return row
