from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.http import AuthenticatedRequest, status_of
from accounts.spreadsheet import csv_download
from dashboard.insights.overview import FIGURES, Overview
from dashboard.insights.period import PeriodForm, last_month, shortcuts
from dashboard.insights.report import COLUMNS, report


@require_safe
def insights(request: AuthenticatedRequest) -> HttpResponse:
    """How the search has gone within a period."""
    form = PeriodForm(request.GET)
    now = timezone.now()
    context = {
        "form": form,
        "overview": Overview(request.user, form.period, now),
        "shortcuts": shortcuts(now.astimezone(request.user.zone).date()),
        "nav": "insights",
    }
    return render(request, "dashboard/insights.html", context, status=status_of(form))


@require_safe
def figure_csv(request: AuthenticatedRequest, key: str) -> HttpResponse:
    """One figure as a table for spreadsheets."""
    if key not in FIGURES:
        raise Http404
    period = PeriodForm(request.GET).period
    figure = FIGURES[key](Overview(request.user, period, timezone.now()))
    return csv_download(f"callback-{key}", figure.columns, figure.rows)


@require_safe
def flow_svg(request: AuthenticatedRequest) -> HttpResponse:
    """The ways of the applications as a picture. It names no company."""
    period = PeriodForm(request.GET).period
    overview = Overview(request.user, period, timezone.now())
    svg = render_to_string(
        "dashboard/flow.svg", {"drawing": overview.drawing, "is_file": True}
    )
    return HttpResponse(
        svg,
        content_type="image/svg+xml",
        headers={"Content-Disposition": 'attachment; filename="callback-search.svg"'},
    )


@require_safe
def proof(request: AuthenticatedRequest) -> HttpResponse:
    """What was done on which day; of the last month unless asked otherwise."""
    now = timezone.now()
    today = now.astimezone(request.user.zone).date()
    month = last_month(today)
    asked = request.GET if "from" in request.GET or "to" in request.GET else None
    form = PeriodForm(asked or {"from": month.first, "to": month.last})
    context = {
        "form": form,
        "period": form.period,
        "report": report(request.user, form.period, now=now),
        "last_month": month,
        "shortcuts": shortcuts(today),
        "today": today,
        "nav": "insights",
    }
    return render(request, "dashboard/proof.html", context, status=status_of(form))


@require_safe
def proof_csv(request: AuthenticatedRequest) -> HttpResponse:
    """The same as a table for spreadsheets."""
    period = PeriodForm(request.GET).period
    found = report(request.user, period, now=timezone.now())
    rows = (deed.cells for deed in found.deeds)
    return csv_download("callback-proof-of-search", COLUMNS, rows)
