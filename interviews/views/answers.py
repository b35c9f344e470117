from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBadRequest
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from accounts.http import AuthenticatedRequest, next_url
from interviews.actions import (
    clear_outcome,
    mark_replied,
    record_outcome,
    unmark_replied,
)
from interviews.forms import OutcomeForm
from interviews.models import Round
from interviews.views.rounds import own_round

_WORDS = {
    Round.Outcome.NEXT_ROUND: "They want you back. Log the next round when you can.",
    Round.Outcome.OFFER: "An offer. Well done! Write down what they say, when you like.",
    Round.Outcome.NO: "Noted. What was pending for this application has ended.",
    Round.Outcome.WITHDRAWN: "Noted. What was pending for this application has ended.",
}


@require_POST
def outcome(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """Write down their answer, or with an empty one take it back."""
    round_ = own_round(request, pk)
    page = next_url(request, round_.get_absolute_url())
    if not request.POST.get("outcome"):
        clear_outcome(round_, now=timezone.now())
        messages.success(request, "Taken back. It is as it was before.")
        return redirect(page)
    form = OutcomeForm(request.POST)
    if not form.is_valid():
        return HttpResponseBadRequest("There is no such answer.")
    answer = form.cleaned_data["outcome"]
    record_outcome(round_, outcome=answer, now=timezone.now())
    messages.success(request, _WORDS[answer])
    if answer == Round.Outcome.NEXT_ROUND:
        invite = reverse("interviews:invite")
        return redirect(f"{invite}?application={round_.application_id}")
    if answer == Round.Outcome.OFFER:
        return redirect("interviews:offer", round_.application_id)
    return redirect(page)


@require_POST
def replied(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """They were heard from, without an answer yet."""
    round_ = mark_replied(own_round(request, pk), now=timezone.now())
    messages.success(request, "Noted: they replied. Asking them is off.")
    return redirect(next_url(request, round_.get_absolute_url()))


@require_POST
def unreplied(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """Take that back."""
    round_ = unmark_replied(own_round(request, pk), now=timezone.now())
    messages.success(request, "Taken back: they have not replied yet.")
    return redirect(next_url(request, round_.get_absolute_url()))
