"""Everything that writes an offer. `now` is an aware datetime throughout."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from applications.actions import changing, move_to_stage
from applications.models import Application, Offer, Stage

# What the owner's answer makes of the application.
_STAGES = {
    Offer.Decision.ACCEPTED: Stage.ACCEPTED,
    Offer.Decision.DECLINED: Stage.WITHDRAWN,
}


def write_offer(application: Application, *, now: datetime, **terms: Any) -> Offer:
    """Keep what they offer, in the place of what was there.

    `terms` are columns of `Offer`; a time to answer by is kept with its day only. A
    live application is then at the stage offer.
    """
    with changing(application, now=now) as locked:
        offer = _offer_of(locked, now=now)
        for name, value in terms.items():
            setattr(offer, name, value)
        if offer.deadline_on is None:
            offer.deadline_time = None
        offer.save()
        if locked.is_live:
            move_to_stage(locked, to=Stage.OFFER, now=now)
    return offer


def answer_offer(application: Application, *, decision: str, now: datetime) -> Offer:
    """The owner has accepted or declined; the stage follows.

    Another answer takes the place of the first, whose stage is undone before. The
    same answer twice keeps the time of the first. With nothing written down of the
    offer yet, the answer is all there is of it.
    """
    with changing(application, now=now) as locked:
        offer = _offer_of(locked, now=now)
        if offer.decision == decision:
            return offer
        _undo_stage(offer, locked, now=now)
        move_to_stage(locked, to=_STAGES[Offer.Decision(decision)], now=now)
        offer.decision, offer.decided_at = decision, now
        offer.save(update_fields=["decision", "decided_at"])
    return offer


def take_back_answer(application: Application, *, now: datetime) -> Offer:
    """Undo either, and the stage it led to if that is still the last move."""
    with changing(application, now=now) as locked:
        offer = _offer_of(locked, now=now)
        _undo_stage(offer, locked, now=now)
        offer.decision, offer.decided_at = "", None
        offer.save(update_fields=["decision", "decided_at"])
    return offer


def _offer_of(application: Application, *, now: datetime) -> Offer:
    made = {"created_at": now}
    offer, _ = Offer.objects.get_or_create(application=application, defaults=made)
    return offer


def _undo_stage(offer: Offer, application: Application, *, now: datetime) -> None:
    last = application.stage_changes.standing().last()
    led_to = _STAGES.get(Offer.Decision(offer.decision)) if offer.decision else None
    if last and led_to and (last.to_stage, last.at) == (led_to, offer.decided_at):
        move_to_stage(application, to=last.from_stage, now=now)
