from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.http import AuthenticatedRequest, wants_fragment
from dashboard.today import Today


@require_safe
def today(request: AuthenticatedRequest) -> HttpResponse:
    """Say what to do now, what comes, and how the search stands."""
    now = timezone.now()
    fragment = wants_fragment(request)
    context = {
        "today": Today(request.user, now),
        "now": now,
        "nav": "today",
        "fragment": fragment,
    }
    template = "dashboard/today.html" + ("#today" if fragment else "")
    return render(request, template, context)
