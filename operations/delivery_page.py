"""The operator's page of delivery: is everything well, and if not, what is wrong."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.contrib import admin
from django.core.cache import cache
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods

from accounts import clock
from accounts.models import User
from reminders import vitals
from reminders.delivery import breaker
from reminders.delivery.clock import database_now
from reminders.delivery.trial import Trial, try_mail
from reminders.models import Message, RefusedAddress

# Ours: what is older is history, and in the lists.
_RECENTLY = timedelta(days=7)
# Ours: enough to mend a setting by trial.
TRIES, TRIES_SECONDS = 6, 600


@dataclass(frozen=True)
class Row:
    """One line of the page: a name, what is so, and whether that is well.

    None: it is there to be known.
    """

    name: str
    said: str
    is_well: bool | None = None


@require_http_methods(["GET", "POST"])
def delivery(request: HttpRequest) -> HttpResponse:
    """How delivery does; a POST sends the operator a test mail first."""
    now = database_now()
    trial, limit = _tried(request) if request.method == "POST" else (None, "")
    context = {
        **admin.site.each_context(request),
        "title": "Delivery",
        "rows": rows(now),
        "states": _states(now),
        "is_configured": settings.EMAIL_CONFIGURED,
        "trial": trial,
        "limit": limit,
        "address": _address(request),
    }
    return TemplateResponse(request, "operations/delivery.html", context)


def rows(now: datetime) -> list[Row]:
    """What a monitor would ask, and what else an operator wants to know."""
    late, tick = vitals.overdue(now), vitals.since_last_tick(now)
    stuck, turn = vitals.stuck(now), vitals.turn_of_plans(now)
    refused = RefusedAddress.objects.count()
    doubts = Message.objects.filter(state=Message.State.IN_DOUBT).count()
    return [
        Row(
            "Last looked for due reminders",
            _ago(tick),
            tick is not None and tick <= _MINUTE,
        ),
        Row(
            "Longest overdue reminder",
            _length(late) if late else "none",
            late <= 2 * _MINUTE,
        ),
        Row("Stuck in the middle of being handed over", str(stuck), not stuck),
        _mail_server(now),
        Row("In doubt now", str(doubts)),
        Row("Addresses that were refused", str(refused)),
        Row("All plans checked within", _length(turn) if turn else "not all so far"),
    ]


_MINUTE = timedelta(minutes=1)


def _mail_server(now: datetime) -> Row:
    name = "Mail server"
    if not settings.EMAIL_CONFIGURED:
        return Row(
            name, "none is set up: reminders show in the app and are kept as files"
        )
    server = breaker.trouble()
    if server is None:
        return Row(name, f"{breaker.address()}, nothing bad is known", is_well=True)
    since = _length(breaker.failing_for(server, now))
    return Row(
        name, f"{server.address} fails for {since}: {server.said}", is_well=False
    )


def _states(now: datetime) -> list[tuple[str, str, int]]:
    """State, its words, and how many messages of the last days are in it."""
    recent = Message.objects.filter(created_at__gte=now - _RECENTLY)
    counted = dict(recent.order_by().values_list("state").annotate(Count("pk")))
    return [
        (state.value, state.label, counted[state.value])
        for state in Message.State
        if state.value in counted
    ]


def _tried(request: HttpRequest) -> tuple[Trial | None, str]:
    if not settings.EMAIL_CONFIGURED:
        return None, "No mail server is set up."
    key = f"try-mail:{request.user.pk}"
    tries = cache.get(key, 0)
    if tries >= TRIES:
        return None, "That is enough for now. Try again in ten minutes."
    cache.set(key, tries + 1, TRIES_SECONDS)
    return try_mail(_address(request)), ""


def _address(request: HttpRequest) -> str:
    """The operator's own: nobody else is mailed from here."""
    return request.user.email if isinstance(request.user, User) else ""


def _ago(age: timedelta | None) -> str:
    return (
        f"{_length(age)} ago"
        if age is not None
        else "never: worker and beat do not run"
    )


def _length(age: timedelta) -> str:
    if age < _MINUTE:
        return f"{round(age.total_seconds())} seconds"
    return clock.length(age) or "now"
