from __future__ import annotations

from datetime import datetime

from applications.actions import move_to_stage
from applications.models import Stage
from interviews.actions.changing import changing_round
from interviews.models import Round

# What an outcome makes of the application; a next round leaves it interviewing.
_STAGES = {
    Round.Outcome.OFFER: Stage.OFFER,
    Round.Outcome.NO: Stage.REJECTED,
    Round.Outcome.WITHDRAWN: Stage.WITHDRAWN,
}


def record_outcome(round_: Round, *, outcome: str, now: datetime) -> Round:
    """Write down their answer; the application's stage follows it.

    Another answer takes the place of the first, whose stage is undone before: then
    taking back the second leads to where everything began.
    """
    with changing_round(round_, now=now) as fresh:
        if fresh.outcome == outcome:
            return fresh
        _undo_stage(fresh, now=now)
        fresh.outcome = outcome
        fresh.outcome_at = now
        fresh.save(update_fields=["outcome", "outcome_at"])
        stage = _STAGES.get(Round.Outcome(outcome))
        if stage:
            move_to_stage(fresh.application, to=stage, now=now)
    return fresh


def clear_outcome(round_: Round, *, now: datetime) -> Round:
    """Undo an outcome, and the stage it led to if that is still the last move."""
    with changing_round(round_, now=now) as fresh:
        _undo_stage(fresh, now=now)
        fresh.outcome = ""
        fresh.outcome_at = None
        fresh.save(update_fields=["outcome", "outcome_at"])
    return fresh


def _undo_stage(round_: Round, *, now: datetime) -> None:
    last = round_.application.stage_changes.standing().last()
    led_to = _STAGES.get(Round.Outcome(round_.outcome)) if round_.outcome else None
    if last and led_to and (last.to_stage, last.at) == (led_to, round_.outcome_at):
        move_to_stage(round_.application, to=last.from_stage, now=now)


def mark_replied(round_: Round, *, now: datetime) -> Round:
    """They were heard from, without an outcome yet: asking is off.

    Marking twice keeps the first time.
    """
    with changing_round(round_, now=now) as fresh:
        fresh.replied_at = fresh.replied_at or now
        fresh.save(update_fields=["replied_at"])
    return fresh


def unmark_replied(round_: Round, *, now: datetime) -> Round:
    """Undo `mark_replied`."""
    with changing_round(round_, now=now) as fresh:
        fresh.replied_at = None
        fresh.save(update_fields=["replied_at"])
    return fresh
