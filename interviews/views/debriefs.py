from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from accounts.http import AuthenticatedRequest
from interviews.actions import save_debrief
from interviews.forms import DebriefForm
from interviews.views.rounds import own_round


@require_http_methods(["GET", "HEAD", "POST"])
def debrief(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """Write down how a round went; half of it may be kept and gone on with."""
    round_ = own_round(request, pk)
    if request.method != "POST":
        form = DebriefForm(round_=round_)
        return render(request, "interviews/debrief.html", _context(form))
    form = DebriefForm(request.POST, round_=round_)
    if not form.is_valid():
        context = _context(form)
        return render(request, "interviews/debrief.html", context, status=422)
    save_debrief(
        round_, form.noted, promised_on=form.promised_on_day, now=timezone.now()
    )
    if "more" in request.POST:
        messages.success(request, "Kept so far. There is room for more.")
        return redirect(f"{request.path}#questions-end")
    messages.success(request, "Your notes are saved.")
    return redirect(round_)


def _context(form: DebriefForm) -> dict[str, object]:
    return {"form": form, "round": form.round}
