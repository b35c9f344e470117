"""What follows their answer in the story: the terms of an offer, a no taken well."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Any

from applications.directory import update_contact
from applications.models import Application
from applications.offers import write_offer
from interviews import actions as interviews
from interviews.models import FollowUp, Round
from interviews.sample.calendar import Calendar
from interviews.sample.story import Offered, Parted


def write_down(
    application: Application, step: Offered, calendar: Calendar, *, now: datetime
) -> None:
    """The terms, their days counted from today."""
    days = {name: calendar.day(day) for name, day in step.days.items()}
    terms: dict[str, Any] = {**step.terms, **days}
    write_offer(
        application,
        pay_amount=Decimal(step.pay),
        pay_currency=step.currency,
        pay_period="year",
        received_on=calendar.day(step.day),
        now=now,
        **terms,
    )


def part(round_: Round, step: Parted, *, now: datetime) -> None:
    """The one message, what was learnt, and whom to stay in touch with."""
    settle = interviews.mark_sent if step.asked else interviews.skip
    settle(
        FollowUp.objects.get(round=round_, kind=FollowUp.Kind.FEEDBACK_REQUEST), now=now
    )
    if step.review:
        interviews.save_review(round_, now=now, **step.review)
    for contact in Round.objects.complete().get(pk=round_.pk).people:
        if contact.name in step.kept:
            note = step.kept[contact.name]
            update_contact(contact, kept=True, kept_note=note, now=now)
