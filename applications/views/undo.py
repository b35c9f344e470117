"""The button of a toast: what was done is taken back."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST
from django_htmx.http import trigger_client_event

from accounts.http import AuthenticatedRequest, next_url, wants_fragment
from applications.models import Undo
from applications.undoing import take_back


@require_POST
def undo(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """Everything as it was before."""
    row = get_object_or_404(Undo.objects.for_user(request.user), pk=pk)
    back, left = take_back(row, now=timezone.now())
    messages.success(request, _words(back, left))
    if not wants_fragment(request):
        return redirect(next_url(request, reverse("applications:board")))
    answer = HttpResponse(content_type="text/html")
    return trigger_client_event(answer, "pipeline-changed", after="settle")


def _words(back: int, left: int) -> str:
    """ "Undone." and how many were left alone, with the reason."""
    if not left:
        return "Undone." if back else "That was undone already."
    those = "One application has" if left == 1 else f"{left} applications have"
    stay = "stays" if left == 1 else "stay"
    words = f"{those} changed since and {stay} as now."
    return (
        f"Undone for {back}. {words}"
        if back
        else f"Not undone: {words[:1].lower()}{words[1:]}"
    )
