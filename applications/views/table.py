"""The table: its page, the page of its filters, and its file."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.http import AuthenticatedRequest, wants_fragment
from applications.forms import BulkForm, SaveViewForm
from applications.models import SavedView, Stage
from applications.table import facets, files
from applications.table.columns import COLUMNS
from applications.table.rows import Table, table
from applications.table.wishes import Wishes

_NO_COLUMN_SORT = {"tags", "mode"}


@require_safe
def index(request: AuthenticatedRequest) -> HttpResponse:
    """The rows that the address asks for."""
    if "" in request.GET.values() and not wants_fragment(request):
        return redirect(_address(Wishes(request.GET).query()))
    now, wishes = timezone.now(), Wishes(request.GET)
    shown = table(wishes, request.user, page=request.GET.get("page", ""), now=now)
    views = list(SavedView.objects.for_user(request.user))
    query = wishes.query()
    context = {
        "nav": "applications",
        "wishes": wishes,
        "query": query,
        "address": _address(query),
        "table": shown,
        "page": shown.page,
        "rows": shown.page.object_list,
        "heads": _heads(wishes, shown),
        "chips": _chips(wishes, shown),
        "active": facets.active(wishes),
        "views": [(view, view.query == query) for view in views],
        "this_view": next((view for view in views if view.query == query), None),
        "column_choices": [(c, c.name in wishes.columns) for c in COLUMNS],
        "bulk": BulkForm(auto_id="bulk-%s"),
        "save_form": SaveViewForm(initial={"query": query}),
    }
    template = "applications/table.html"
    part = "#results" if wants_fragment(request) else ""
    return render(request, template + part, context)


@require_safe
def filters(request: AuthenticatedRequest) -> HttpResponse:
    """All there is to filter by; with htmx it opens above the table, or the board."""
    wishes = Wishes(request.GET)
    on_board = request.GET.get("on") == "board"
    page = reverse("applications:board" if on_board else "applications:list")
    context = {
        "nav": "applications",
        "wishes": facets.offered(wishes, request.user),
        "kept": wishes.pairs(**dict.fromkeys(wishes.narrowing)),
        "on_board": on_board,
        "page": page,
        "address": f"{page}?{wishes.query()}",
    }
    template = "applications/filters.html"
    part = "#form" if wants_fragment(request) else ""
    return render(request, template + part, context)


@require_safe
def csv(request: AuthenticatedRequest) -> StreamingHttpResponse:
    """What is shown, all pages of it."""
    lines = files.lines(Wishes(request.GET), request.user, timezone.now())
    return StreamingHttpResponse(
        lines,
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="applications.csv"'},
    )


@dataclass(frozen=True)
class Head:
    """The head of a column: where a press leads, and how it is ordered now."""

    label: str
    url: str = ""
    sorted: str = ""


def _heads(wishes: Wishes, shown: Table) -> list[Head]:
    named = [("company", "Company"), *((c.name, c.label) for c in shown.columns)]
    by, direction = wishes.direction
    return [
        Head(label)
        if name in _NO_COLUMN_SORT
        else Head(
            label,
            url=_address(wishes.query(sort=_turned(name, by, direction))),
            sorted=direction if name == by else "",
        )
        for name, label in named
    ]


def _turned(name: str, by: str, direction: str) -> str:
    """Pressed once upwards, twice downwards, three times as it was."""
    if name != by:
        return name
    return f"-{name}" if direction == "ascending" else ""


def _chips(wishes: Wishes, shown: Table) -> list[tuple[str, int, str, bool]]:
    """Each stage that has any: its word, how many, where it leads, whether it is on."""
    wanted = wishes.wanted["stage"] or []
    return [
        (
            str(Stage(stage).label),
            count,
            _address(wishes.query(stage=[stage], archived=wishes.wanted["archived"])),
            stage in wanted,
        )
        for stage, count in shown.counts.items()
    ]


def _address(query: str) -> str:
    address = reverse("applications:list")
    return f"{address}?{query}" if query else address
