"""The bin: deleting an application, and bringing it back."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from accounts.http import AuthenticatedRequest, next_url
from applications import pipeline, the_bin
from applications.models import Application
from applications.views import toasts

_PER_PAGE = 50


@require_safe
def index(request: AuthenticatedRequest) -> HttpResponse:
    """What lies in it, and until when."""
    binned = Application.objects.binned(request.user).select_related("company")
    page = Paginator(binned, _PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "nav": "applications",
        "page": page,
        "rows": [(row, the_bin.gone_at(row)) for row in page],
        "days": the_bin.KEPT.days,
    }
    return render(request, "applications/bin.html", context)


@require_POST
def delete(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """Into the bin; its own page is gone with it."""
    get_object_or_404(Application.objects.for_user(request.user), pk=pk)
    undo = pipeline.delete(request.user, [pk], now=timezone.now())
    toasts.tell(request, undo)
    return redirect(next_url(request, reverse("applications:board")))


@require_POST
def restore(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """Out of the bin, with everything that was pending."""
    get_object_or_404(Application.objects.binned(request.user), pk=pk)
    undo = pipeline.restore(request.user, [pk], now=timezone.now())
    toasts.tell(request, undo)
    return redirect("applications:detail", pk)
