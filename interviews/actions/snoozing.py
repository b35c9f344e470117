from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from interviews.actions.changing import changing_round
from interviews.models import FollowUp, Round


def snooze(follow_up: FollowUp, *, until: datetime, now: datetime) -> FollowUp:
    """Put it off: until then nothing asks for it, not Today and not a mail."""
    return _set(follow_up, until, now)


def unsnooze(follow_up: FollowUp, *, now: datetime) -> FollowUp:
    """Undo it: owed again, with the plan it had before."""
    return _set(follow_up, None, now)


def snooze_all(
    round_: Round, follow_ups: Collection[int], *, until: datetime | None, now: datetime
) -> None:
    """The same for several messages about a round at once; None undoes it."""
    with changing_round(round_, now=now) as fresh:
        chosen = fresh.follow_ups.filter(pk__in=follow_ups, state=FollowUp.State.OPEN)
        chosen.update(snoozed_until=until)


def _set(follow_up: FollowUp, until: datetime | None, now: datetime) -> FollowUp:
    snooze_all(follow_up.round, [follow_up.pk], until=until, now=now)
    follow_up.refresh_from_db()
    return follow_up
