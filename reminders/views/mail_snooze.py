"""Where "Later" in a mail leads: a page with the choices, and buttons that act."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from accounts.http import status_of
from accounts.models import User
from interviews import actions
from interviews.forms import SnoozeForm
from interviews.models import FollowUp
from reminders import snoozing
from reminders.links import BadLink, Link, Purpose
from reminders.models import Reminder
from reminders.views.private import opened_by_link


@dataclass(frozen=True)
class Thing:
    """What a link may put off: a message to write, or what a reminder is about."""

    title: str
    is_open: bool
    until: datetime | None
    put_off: Callable[[datetime, datetime], object]
    undo: Callable[[datetime], object]


@opened_by_link
@require_http_methods(["GET", "HEAD", "POST"])
def mail_snooze(request: HttpRequest, link: Link, owner: User) -> HttpResponse:
    """Ask on GET, put off or undo on POST, for the one thing the link names."""
    now = timezone.now()
    thing = _thing(link, owner, now)
    if request.POST.get("action") == "undo":
        thing.undo(now)
        return redirect(link.path)
    posted = request.POST if request.method == "POST" else None
    form = SnoozeForm(posted, zone=owner.zone, now=now)
    if form.is_valid() and thing.is_open:
        thing.put_off(form.cleaned_data["until"], now)
        return redirect(link.path)
    context = {
        "link": link,
        "owner": owner,
        "thing": thing,
        "form": form,
        "action": link.path,
    }
    return render(
        request, "reminders/mail_snooze.html", context, status=status_of(form)
    )


def _thing(link: Link, owner: User, now: datetime) -> Thing:
    """Raises BadLink when it is gone, and for a link that leads to another page."""
    try:
        if link.purpose is Purpose.SNOOZE:
            rows = FollowUp.objects.for_user(owner).complete()
            return _message(rows.get(pk=link.subject), now)
        if link.purpose is Purpose.LATER:
            told = Reminder.objects.for_user(owner).complete()
            return _told(told.get(pk=UUID(link.subject)), now)
    except (FollowUp.DoesNotExist, Reminder.DoesNotExist) as error:
        raise BadLink from error
    raise BadLink


def _message(row: FollowUp, now: datetime) -> Thing:
    return Thing(
        title=row.title,
        is_open=row.is_open,
        until=row.snoozed_until if row.is_snoozed(now) else None,
        put_off=lambda until, now: actions.snooze(row, until=until, now=now),
        undo=lambda now: actions.unsnooze(row, now=now),
    )


def _told(reminder: Reminder, now: datetime) -> Thing:
    return Thing(
        title=reminder.title,
        is_open=True,
        until=snoozing.snoozed_until(reminder, now),
        put_off=lambda until, now: snoozing.snooze(reminder, until=until, now=now),
        undo=lambda now: snoozing.unsnooze(reminder, now=now),
    )
