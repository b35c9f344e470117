"""What the owner adds once they said no, or stay silent."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from accounts.autosave import one_writer, saved, unsaved
from accounts.http import AuthenticatedRequest, next_url, status_of
from interviews.actions import NothingToAskError, add_check_in, save_review
from interviews.forms import CheckInForm, ReviewForm
from interviews.views.rounds import own_round, show, shown_round


@require_http_methods(["GET", "HEAD", "POST"])
@one_writer
def review(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """Write down what to take from a no."""
    round_ = own_round(request, pk)
    data = request.POST if request.method == "POST" else None
    form = ReviewForm(data, instance=getattr(round_, "review", None))
    if form.is_valid():
        if form.changes:
            save_review(round_, now=timezone.now(), **form.cleaned_data)
        return saved(request, form, words="Your notes are saved.", to=round_)
    context = {"round": round_, "form": form}
    return unsaved(request, form) or render(
        request, "interviews/review.html", context, status=status_of(form)
    )


@require_POST
def check_in_add(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """Plan to ask once more, because the owner wants to."""
    round_, now = shown_round(request, pk), timezone.now()
    form = CheckInForm(request.POST, owner=request.user, now=now)
    if not form.is_valid():
        return show(request, round_, check_in_form=form, status=422)
    try:
        add_check_in(round_, on=form.cleaned_data["on"], now=now)
    except NothingToAskError:
        messages.info(request, "There is nothing to ask about here any more.")
    else:
        messages.success(request, "Planned. It waits on Today from that day on.")
    return redirect(next_url(request, round_.get_absolute_url()))
