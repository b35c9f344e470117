"""Where "Write the notes" in a mail leads: who is owed one, each with signed links."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.models import User
from interviews.models import FollowUp, Round
from reminders.links import BadLink, Link, Purpose
from reminders.views.private import opened_by_link


@dataclass(frozen=True)
class Owed:
    """A note of the round and the links that act on it."""

    follow_up: FollowUp
    write: Link
    sent: Link
    skip: Link


@opened_by_link
@require_safe
def mail_notes(request: HttpRequest, link: Link, owner: User) -> HttpResponse:
    """The notes of the round that the link names. Nothing changes here."""
    round_ = _round(link, owner)
    notes = round_.follow_ups.thank_yous().complete()
    context = {
        "link": link,
        "owner": owner,
        "round": round_,
        "notes": [
            Owed(
                note,
                write=link.to(Purpose.WRITE, note.pk),
                sent=link.to(Purpose.SENT, note.pk),
                skip=link.to(Purpose.SKIP, note.pk),
            )
            for note in notes
            if note.is_open or note.is_settled
        ],
    }
    return render(request, "reminders/mail_notes.html", context)


def _round(link: Link, owner: User) -> Round:
    """Raises BadLink when it is gone, and for a link that leads to another page."""
    if link.purpose is not Purpose.NOTES:
        raise BadLink
    try:
        return Round.objects.for_user(owner).complete().get(pk=link.subject)
    except Round.DoesNotExist as error:
        raise BadLink from error
