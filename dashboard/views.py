from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.http import AuthenticatedRequest
from dashboard.today import Today


@require_safe
def today(request: AuthenticatedRequest) -> HttpResponse:
    """Say what to do now, what comes, and how the search stands."""
    now = timezone.now()
    template = "dashboard/today.html"
    if request.htmx:
        template += "#today"
    return render(
        request,
        template,
        {"today": Today(request.user, now), "now": now, "nav": "today"},
    )
