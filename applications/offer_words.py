"""An offer in the words people use. Pure."""

from __future__ import annotations

from datetime import date

from accounts import clock
from applications.models import Offer


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
