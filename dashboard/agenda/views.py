from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.http import AuthenticatedRequest
from dashboard.agenda.entries import Days, Entry, entries
from dashboard.agenda.span import Span, asked

# Ours: what a day of the month shows; the week has the rest.
MOST = 4


@dataclass(frozen=True)
class Day:
    """A day of the page with what stands on it."""

    day: date
    entries: list[Entry]
    is_of_it: bool
    is_today: bool

    @property
    def shown(self) -> list[Entry]:
        """All of them, or one less than there is room for, and a line for the rest."""
        return self.entries if len(self.entries) <= MOST else self.entries[: MOST - 1]

    @property
    def left_out(self) -> int:
        return len(self.entries) - len(self.shown)


@require_safe
def calendar(request: AuthenticatedRequest) -> HttpResponse:
    """Rounds, what is owed and days to keep: `?view=week&on=2026-11-23`."""
    today = timezone.now().astimezone(request.user.zone).date()
    view, on = request.GET.get("view", ""), request.GET.get("on", "")
    span = asked(view, on, today=today)
    context = {
        "span": span,
        "weeks": _weeks(span, entries(request.user, span), today),
        "today": today,
        "nav": "calendar",
    }
    return render(request, f"dashboard/calendar_{span.view}.html", context)


def _weeks(span: Span, days: Days, today: date) -> list[list[Day]]:
    return [
        [Day(day, days.get(day, []), span.holds(day), day == today) for day in week]
        for week in span.weeks
    ]
