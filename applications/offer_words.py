"""An offer in the words people use. Pure."""

from __future__ import annotations

from datetime import date, datetime

from accounts import clock
from applications.models import Application, Offer, Stage


def pay(offer: Offer) -> str:
    """ "56,500 GBP a year", as they gave it; nothing is converted. Empty if unknown."""
    if offer.pay_amount is None:
        return ""
    whole = offer.pay_amount == offer.pay_amount.to_integral_value()
    amount = f"{offer.pay_amount:,.0f}" if whole else f"{offer.pay_amount:,.2f}"
    period = offer.get_pay_period_display()
    return " ".join(filter(None, [amount, offer.pay_currency, period]))


def answer_by(offer: Offer, *, today: date) -> str:
    """ "Fri 4 Dec", with the time where they named one; empty without a date."""
    if offer.deadline_on is None:
        return ""
    day = clock.day(offer.deadline_on, now_day=today)
    return f"{day}, {offer.deadline_time:%H:%M}" if offer.deadline_time else day


DECLINED = "You declined"


def declined_at(application: Application) -> datetime | None:
    """When the owner turned their offer down, where that still stands."""
    offer: Offer | None = getattr(application, "offer", None)
    if offer is None or offer.decision != Offer.Decision.DECLINED:
        return None
    return offer.decided_at


def stage(application: Application) -> str:
    """The stage's word, but "You declined" where that is how it was withdrawn."""
    if application.stage == Stage.WITHDRAWN and declined_at(application):
        return DECLINED
    return str(application.get_stage_display())
