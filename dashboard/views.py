from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.http import AuthenticatedRequest, wants_fragment
from dashboard.done import Done
from dashboard.lines.agenda import Agenda
from dashboard.today import Today


@require_safe
def today(request: AuthenticatedRequest) -> HttpResponse:
    """Say what to do now, what comes, and how the search stands."""
    now = timezone.now()
    fragment = wants_fragment(request)
    shown = Today(request.user, now)
    context = {
        "today": shown,
        "agenda": Agenda(shown),
        "known_due": shown.due_count,
        "now": now,
        "nav": "today",
        "fragment": fragment,
    }
    template = "dashboard/today.html" + ("#today" if fragment else "")
    return render(request, template, context)


@require_safe
def done(request: AuthenticatedRequest) -> HttpResponse:
    """What was done today, each with its undo."""
    context = {"done": Done(request.user, timezone.now()), "nav": "today"}
    return render(request, "dashboard/done.html", context)
