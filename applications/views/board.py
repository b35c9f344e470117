"""The board: columns by stage, and the move of a card."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from accounts.http import AuthenticatedRequest, next_url, wants_fragment
from accounts.models import User
from accounts.prepared import one_or_404
from applications import board, board_order, pipeline
from applications.cards import card_html
from applications.forms import MoveForm
from applications.models import Stage, Undo
from applications.table import facets
from applications.table.wishes import Wishes
from applications.views import toasts


@require_safe
def index(request: AuthenticatedRequest) -> HttpResponse:
    """All columns with their first cards, or with those that the address asks for."""
    if "" in request.GET.values() and not wants_fragment(request):
        return redirect(_address(Wishes(request.GET).query()))
    wishes = _wishes(request)
    columns = board.columns(request.user, now=timezone.now(), wishes=wishes)
    query = wishes.query() if wishes else ""
    context = {
        "nav": "applications",
        "wishes": wishes,
        "query": query,
        "address": _address(query),
        "active": facets.active(wishes, but=("stage",)) if wishes else (),
        "count": sum(each.count for each in columns),
        "live": [each for each in columns if not each.is_closed],
        "closed": [each for each in columns if each.is_closed],
        "closed_count": sum(each.count for each in columns if each.is_closed),
        "is_empty": not any(each.count for each in columns),
        "stages": Stage,
        "places": board_order.Step,
    }
    template = "applications/board.html" + ("#board" if wants_fragment(request) else "")
    return render(request, template, context)


@require_safe
def column(request: AuthenticatedRequest, stage: str) -> HttpResponse:
    """The next cards of a column; as a page of its own, the table of that stage."""
    stages = {each.value for each in Stage}
    if stage not in stages or not wants_fragment(request):
        return redirect(reverse("applications:list", query={"stage": stage}))
    after = request.GET.get("after", "")
    wishes = _wishes(request)
    found = board.next_cards(
        request.user,
        stage,
        int(after) if after.isdecimal() and len(after) < 19 else None,
        now=timezone.now(),
        wishes=wishes,
    )
    context = {"column": found, "query": wishes.query() if wishes else ""}
    return render(request, "applications/_cards.html", context)


def _wishes(request: AuthenticatedRequest) -> Wishes | None:
    """What the address asks for; None where it asks for nothing, as it mostly does."""
    wishes = Wishes(request.GET) if request.GET else None
    return wishes if wishes and wishes.is_narrowed_within_stages else None


def _address(query: str) -> str:
    address = reverse("applications:board")
    return f"{address}?{query}" if query else address


@require_http_methods(["GET", "HEAD", "POST"])
def move(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """Move a card to another column, or within its own."""
    form = MoveForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        return _moved(request, pk, form)
    context = {
        "nav": "applications",
        "application": one_or_404(board.OWN, owner=request.user.pk, pk=pk),
        "form": form,
        "stages": Stage,
        "places": board_order.Step,
    }
    status = 422 if form.errors else 200
    return render(request, "applications/move.html", context, status=status)


def _moved(request: AuthenticatedRequest, pk: int, form: MoveForm) -> HttpResponse:
    now = timezone.now()
    if undo := _to_another_column(request.user, pk, form, now=now):
        toasts.tell(request, undo)
    else:
        card = one_or_404(board.OWN, owner=request.user.pk, pk=pk)
        card.owner = request.user
        pipeline.put(card, after=form.neighbour(card), now=now)
    if not wants_fragment(request):
        return redirect(next_url(request, reverse("applications:detail", args=[pk])))
    return HttpResponse(card_html(board.card(request.user, pk, now=now)))


def _to_another_column(
    owner: User, pk: int, form: MoveForm, *, now: datetime
) -> Undo | None:
    """None: it lies there already, or none was named."""
    to, after = form.cleaned_data["stage"], form.cleaned_data["after"]
    if not to:
        return None
    after = after if after != pk else None
    return pipeline.move(owner, [pk], to=to, after=after, now=now)
