"""What a page says of a mail that did not simply arrive."""

from __future__ import annotations

from dataclasses import dataclass

from django import template
from django.conf import settings

from reminders.delivery.outcome import Verdict
from reminders.models import Message, Reminder

register = template.Library()

_FAILED = {
    Verdict.REFUSED: "The mail server said that it does not know your address.",
    Verdict.REJECTED: "The mail server would not take this mail, whenever we tried.",
    Verdict.BROKEN: "We could not write this mail, by a mistake of ours.",
}
_WAITING = {
    Verdict.OUR_FAULT: "The mail server does not take mail from us at the moment. It "
    "waits, and whoever runs Callback sees it.",
    Verdict.BROKEN: "We could not write the mail, by a mistake of ours. We go on trying.",
}

_UNKNOWN = "It could not be sent by mail."
_USUAL = "The mail server was not ready. We go on trying."


@dataclass(frozen=True)
class Said:
    """Plain words, and how loud they are: a class of the style sheet."""

    text: str
    ink: str


@register.filter
def why(reminder: Reminder) -> Said | None:
    """Why a reminder is where it is, where that needs a word; else None."""
    state = Reminder.State
    if reminder.state == state.IN_DOUBT:
        return Said(_doubt(), "due-ink")
    if reminder.state == state.UNRESOLVED:
        return Said(
            "A mail about it may have reached you. Nobody could tell, so it is not sent "
            "again.",
            "due-ink",
        )
    if reminder.state == state.FAILED:
        last = _last(reminder)
        known = _FAILED.get(last, _UNKNOWN) if last else _UNKNOWN
        return Said(f"{known} It shows here all the same.", "late-ink")
    return _waiting(reminder)


def _doubt() -> str:
    begun = (
        "The mail server never said whether it took the mail, so it may have arrived."
    )
    if settings.REMINDER_IN_DOUBT == "hold":
        return f"{begun} It is not sent again."
    return f"{begun} If nothing shows that it did, the same mail is sent once more."


def _waiting(reminder: Reminder) -> Said | None:
    message = reminder.message
    if reminder.state != Reminder.State.SCHEDULED or message is None:
        return None
    if message.state != Message.State.RETRY or not message.attempts:
        return None
    last = _last(reminder)
    return Said(_WAITING.get(last, _USUAL) if last else _USUAL, "due-ink")


def _last(reminder: Reminder) -> Verdict | None:
    """How the last try of its mail ended."""
    if reminder.message is None:
        return None
    attempts = list(reminder.message.delivery_attempts.all())
    return Verdict(attempts[-1].outcome) if attempts else None
