"""Template words for applications: the stage as icon, word and colour."""

from __future__ import annotations

from datetime import datetime

from django import template
from django.contrib.messages.storage.base import Message
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from accounts.models import User
from accounts.templatetags.callback import icon
from applications import offer_words
from applications.models import Application, Offer, Stage

register = template.Library()

_LOOK = {
    Stage.SAVED: ("bookmark", "plain"),
    Stage.APPLIED: ("send", ""),
    Stage.SCREENING: ("phone", "talk"),
    Stage.INTERVIEWING: ("messages", "talk"),
    Stage.OFFER: ("confetti", "done"),
    Stage.ACCEPTED: ("circle-check", "done"),
    Stage.REJECTED: ("circle-x", "plain"),
    Stage.WITHDRAWN: ("arrow-back-up", "plain"),
    Stage.NO_RESPONSE: ("clock-off", "plain"),
}


@register.simple_tag
def stage_tag(stage: str, words: str = "") -> SafeString:
    """A stage: never by colour alone; in other words than its label, if given."""
    name, look = _LOOK[Stage(stage)]
    return format_html(
        '<span class="tag {}">{}{}</span>',
        look,
        icon(name),
        words or Stage(stage).label,
    )


@register.simple_tag
def has_sample(user: User) -> bool:
    """Whether there is sample data to take away, in the archive and in the bin, too."""
    return Application.objects.filter(owner=user, is_sample=True).exists()


@register.filter
def undo_key(message: Message) -> str:
    """The key of the undo that a toast offers (`applications.views.toasts`), or nothing."""
    _, found, key = (message.extra_tags or "").partition("undo-")
    return key if found and key.isdecimal() else ""


@register.filter
def stage_words(application: Application) -> str:
    """Its stage, but "You declined" where the owner turned their offer down."""
    return offer_words.stage(application)


@register.filter
def is_coming(at: datetime) -> bool:
    """Whether it is still ahead."""
    return at > timezone.now()


@register.filter
def offered_pay(offer: Offer) -> str:
    """ "56,500 GBP a year", or nothing."""
    return offer_words.pay(offer)


@register.filter
def answer_by(offer: Offer, reader: User) -> str:
    """ "Fri 4 Dec" or "Fri 4 Dec, 17:00", or nothing."""
    today = timezone.now().astimezone(reader.zone).date()
    return offer_words.answer_by(offer, today=today)


@register.filter
def pay(application: Application) -> str:
    """ "60,000 to 70,000 EUR", "from 60,000 EUR", "up to 70,000 EUR", or nothing."""
    return pay_in_words(
        application.pay_from, application.pay_to, application.pay_currency
    )


def pay_in_words(low: int | None, high: int | None, currency: str) -> str:
    """The same from its parts."""
    if low is None and high is None:
        return ""
    if low is None:
        amount = f"up to {high:,}"
    elif high is None:
        amount = f"from {low:,}"
    else:
        amount = f"{low:,}" if low == high else f"{low:,} to {high:,}"
    return f"{amount} {currency}".strip()
