"""A row of the table, edited where it stands."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods
from django_htmx.http import reswap, trigger_client_event

from accounts.http import AuthenticatedRequest, next_url, status_of, wants_fragment
from applications import pipeline
from applications.forms import RowForm
from applications.models import Application
from applications.views import toasts


@require_http_methods(["GET", "HEAD", "POST"])
def row(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """Stage and next step of one application; without a script on a page of its own."""
    mine = Application.objects.for_user(request.user).select_related("company")
    application = get_object_or_404(mine, pk=pk)
    data = request.POST if request.method == "POST" else None
    form = RowForm(data, instance=application, auto_id=f"row-{pk}-%s")
    if form.is_valid():
        return _saved(request, pk, form)
    back = request.POST if data else request.GET
    context = {
        "nav": "applications",
        "application": application,
        "form": form,
        "next": back.get("next", ""),
    }
    template = "applications/row.html" + ("#row" if wants_fragment(request) else "")
    return render(request, template, context, status=status_of(form))


def _saved(request: AuthenticatedRequest, pk: int, form: RowForm) -> HttpResponse:
    undo = pipeline.set_step(
        request.user,
        [pk],
        step=form.cleaned_data["own_step"],
        on=form.cleaned_data["own_step_on"],
        to=form.cleaned_data["stage"],
        now=timezone.now(),
    )
    toasts.tell(request, undo)
    if not wants_fragment(request):
        return redirect(next_url(request, reverse("applications:list")))
    # The table shows itself again: order and counts may be others now.
    answer = reswap(HttpResponse(content_type="text/html"), "none")
    return trigger_client_event(answer, "pipeline-changed")
