"""What other pages say about mail."""

from __future__ import annotations

import re
from datetime import datetime

from django import template
from django.conf import settings
from django.template import Context
from django.utils import timezone

from accounts.models import User
from applications.models import Application
from reminders import preferences
from reminders.delivery import refusals
from reminders.delivery.recipient import recipient_of
from reminders.emails.facts import people
from reminders.models import Kind, Reminder
from reminders.snoozing import snoozed_until

register = template.Library()


@register.inclusion_tag("reminders/_mail_note.html", takes_context=True)
def mail_note(context: Context) -> dict[str, object]:
    """Say it wherever a mail is promised but none would leave; else nothing."""
    user = context.get("user")
    why_not = _why_no_mail(user)
    refused = (
        refusals.of(user) if isinstance(user, User) and why_not == "refused" else None
    )
    token = context.get("csrf_token")
    return {"why_not": why_not, "refused": refused, "user": user, "csrf_token": token}


@register.inclusion_tag("reminders/_what_saving_plans.html", takes_context=True)
def what_saving_plans(context: Context) -> dict[str, bool]:
    """What the form of a round may promise to this reader, by what they switched on.

    Nothing about sample data.
    """
    wishes = preferences.of(context["user"])
    kinds = (Kind.PREPARE, Kind.THANK_YOU)
    job = _job_of(context.get("form"))
    is_sample = bool(job and job.is_sample)
    return {
        "is_sample": is_sample,
        **{kind.value: wishes.wants(kind) for kind in kinds},
    }


def _job_of(form: object) -> Application | None:
    """The application that the round of a form belongs to, where it is known."""
    round_ = getattr(form, "round", None)
    return round_.application if round_ else getattr(form, "picked", None)


@register.simple_tag(takes_context=True)
def mail_leaves(context: Context) -> bool:
    """Whether reminders go to this reader by mail."""
    return not _why_no_mail(context.get("user"))


def _why_no_mail(user: object) -> str:
    if not settings.EMAIL_CONFIGURED:
        return "no server"
    if not isinstance(user, User):
        return ""
    if recipient_of(user):
        return ""
    return "refused" if refusals.of(user) else "unverified"


@register.filter
def about(reminder: Reminder) -> str:
    """The people a reminder is about: "Dana Wu (VP Product) and Rafael Ortiz".

    One that is still to ask for notes is about those who are still owed one.
    """
    if reminder.round is None:
        return ""
    is_planned = reminder.state == Reminder.State.SCHEDULED
    if reminder.kind == Kind.THANK_YOU and is_planned:
        notes = reminder.round.follow_ups.all()
        owed = [n.contact for n in notes if n.is_thank_you and n.is_open and n.contact]
        return people(owed)
    return people(reminder.round.people)


@register.filter
def put_off(reminder: Reminder) -> datetime | None:
    """Until when the owner put off what it is about, if they did."""
    return snoozed_until(reminder, timezone.now())


@register.filter
def addresses_cut(text: str) -> str:
    """A mail to look at only: its addresses lead nowhere, and take little room."""
    return re.sub(r"(https?://\S{32})\S+", r"\1…", text)
