from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.http import AuthenticatedRequest, wants_fragment
from dashboard.search.find import search


@require_safe
def find(request: AuthenticatedRequest) -> HttpResponse:
    """Everything that holds the words of `?q=`: a page, or the lines of the palette."""
    typed = request.GET.get("q", "").strip()
    groups = search(request.user, typed)
    context = {"groups": groups, "typed": typed, "nav": "search"}
    template = "_hits.html" if wants_fragment(request) else "search.html"
    return render(request, f"dashboard/{template}", context)
