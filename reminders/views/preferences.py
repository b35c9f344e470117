from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from accounts.actions import change_answer_wait
from accounts.http import AuthenticatedRequest, status_of
from reminders import emails, examples
from reminders import preferences as wishes
from reminders.forms import PreferencesForm
from reminders.models import Kind


@require_http_methods(["GET", "HEAD", "POST"])
def preferences(request: AuthenticatedRequest) -> HttpResponse:
    """What to tell and when; saving plans again."""
    posted = request.POST if request.method == "POST" else None
    own = wishes.of(request.user)
    form = PreferencesForm(posted, instance=own, owner=request.user)
    if form.is_valid():
        change_answer_wait(request.user, days=form.cleaned_data["answer_wait_days"])
        wishes.write(request.user, form.wishes(), now=timezone.now())
        messages.success(request, "Saved. The plan follows from now on.")
        return redirect("reminders:preferences")
    context = {"form": form, "nav": "you"}
    return render(
        request, "reminders/preferences.html", context, status=status_of(form)
    )


@require_safe
def preview(request: AuthenticatedRequest, kind: str) -> HttpResponse:
    """A mail of a kind, about the owner's own search or else about an invented one."""
    if kind not in Kind.values:
        raise Http404
    example = examples.of(request.user, Kind(kind), now=timezone.now())
    context = {
        "kind": Kind(kind),
        "is_sample": example.is_sample,
        "subject": example.letter.subject,
        "text": emails.text_of(example.letter),
        "nav": "you",
    }
    return render(request, "reminders/preview.html", context)
