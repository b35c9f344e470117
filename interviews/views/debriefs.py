from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from accounts.autosave import one_writer, saved, unsaved
from accounts.http import AuthenticatedRequest
from interviews.actions import save_debrief
from interviews.forms import DebriefForm
from interviews.views.rounds import own_round


@require_http_methods(["GET", "HEAD", "POST"])
@one_writer
def debrief(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """Write down how a round went; half of it may be kept and gone on with."""
    round_ = own_round(request, pk)
    posted = request.POST if request.method == "POST" else None
    form = DebriefForm(posted, round_=round_)
    if posted is None or not form.is_valid():
        context = {"form": form, "round": round_}
        status = 200 if posted is None else 422
        return unsaved(request, form) or render(
            request, "interviews/debrief.html", context, status=status
        )
    if form.changes:
        day = form.promised_on_day
        save_debrief(round_, form.noted, promised_on=day, now=timezone.now())
    if "more" in request.POST:
        messages.success(request, "Kept so far. There is room for more.")
        return redirect(f"{request.path}#questions-end")
    return saved(request, form, words="Your notes are saved.", to=round_)
