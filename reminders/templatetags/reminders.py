"""What other pages say about mail."""

from __future__ import annotations

from django import template
from django.conf import settings
from django.template import Context

from accounts.models import User
from reminders.delivery.recipient import recipient_of
from reminders.emails.facts import people
from reminders.models import Reminder

register = template.Library()


@register.inclusion_tag("reminders/_mail_note.html", takes_context=True)
def mail_note(context: Context) -> dict[str, object]:
    """Say it wherever a mail is promised but none would leave; else nothing."""
    return {"why_not": _why_no_mail(context.get("user"))}


@register.simple_tag(takes_context=True)
def mail_leaves(context: Context) -> bool:
    """Whether reminders go to this reader by mail."""
    return not _why_no_mail(context.get("user"))


def _why_no_mail(user: object) -> str:
    if not settings.EMAIL_CONFIGURED:
        return "no server"
    if not isinstance(user, User):
        return ""
    return "" if recipient_of(user) else "unverified"


@register.filter
def about(reminder: Reminder) -> str:
    """The people a reminder is about: "Dana Wu (VP Product) and Rafael Ortiz"."""
    return people(reminder.round.people)
