"""Where a round is. Derived from its times and outcome, never stored."""

from __future__ import annotations

from datetime import datetime, timedelta

from accounts.gathering import rows_of
from applications.models import Stage
from guidance.situation import Phase
from interviews.models import Round

# Ours: the day's advice takes over this long before the start.
DAY_BEGINS = timedelta(hours=3)
# Ours: thanking and noting come first for this long, unless it is all done sooner.
JUST_AFTER_LASTS = timedelta(days=2)

_BY_OUTCOME = {
    Round.Outcome.NEXT_ROUND: Phase.CLOSED,
    Round.Outcome.OFFER: Phase.OFFER,
    Round.Outcome.NO: Phase.NOT_SELECTED,
    Round.Outcome.WITHDRAWN: Phase.CLOSED,
}
_BY_STAGE = {
    Stage.OFFER: Phase.OFFER,
    Stage.ACCEPTED: Phase.CLOSED,
    Stage.REJECTED: Phase.NOT_SELECTED,
    Stage.WITHDRAWN: Phase.CLOSED,
    Stage.NO_RESPONSE: Phase.CLOSED,
}


def phase(round_: Round, now: datetime) -> Phase:
    """The phase of a round at `now`.

    Asks the database nothing when its sessions, its follow-ups and its
    application's rounds are prefetched.
    """
    if round_.cancelled_at:
        return Phase.CLOSED
    return _answered(round_, now) or _by_time(round_, now)


def _answered(round_: Round, now: datetime) -> Phase | None:
    """The phase their answer puts the round in, if there is one.

    A later round is an answer too, for a round that is over. Where the last round
    is concerned, the stage of the application says what came after its outcome: an
    offer that was accepted, a no after "next round".
    """
    if is_last(round_) and (by_stage := _BY_STAGE.get(Stage(round_.application.stage))):
        return by_stage
    if round_.outcome:
        return _BY_OUTCOME[Round.Outcome(round_.outcome)]
    return Phase.CLOSED if not is_last(round_) and round_.is_over(now) else None


def is_last(round_: Round) -> bool:
    """No later round of the application stands."""
    return not any(
        other.number > round_.number and not other.cancelled_at
        for other in rows_of(round_.application, "rounds")
    )


def _by_time(round_: Round, now: datetime) -> Phase:
    starts_at, over_at = round_.starts_at, round_.over_at
    if starts_at is None or over_at is None:
        return Phase.INVITED
    if now < starts_at - DAY_BEGINS:
        return Phase.BEFORE
    if now < over_at:
        return Phase.ON_THE_DAY
    if now < over_at + JUST_AFTER_LASTS and not _all_thanked(round_):
        return Phase.JUST_AFTER
    return Phase.WAITING


def _all_thanked(round_: Round) -> bool:
    """Every thank-you note is sent or set aside."""
    notes = [f for f in rows_of(round_, "follow_ups") if f.is_thank_you]
    return not any(note.is_open for note in notes)
