from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from accounts import clock
from accounts.http import AuthenticatedRequest, next_url, status_of
from interviews.actions import snooze, unsnooze
from interviews.forms import SnoozeForm
from interviews.views.follow_ups import own_follow_up


@require_http_methods(["GET", "HEAD", "POST"])
def follow_up_snooze(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """Ask until when a message is put off, and put it off."""
    row = own_follow_up(request, pk)
    now = timezone.now()
    posted = request.POST if request.method == "POST" else None
    form = SnoozeForm(posted, zone=request.user.zone, now=now)
    if form.is_valid():
        snooze(row, until=form.cleaned_data["until"], now=now)
        at = clock.relative(form.cleaned_data["until"], request.user.zone, now)
        messages.success(request, f"{row.title}: put off until {at}.")
        return redirect(next_url(request, reverse("dashboard:today")))
    context = {
        "form": form,
        "title": row.title,
        "action": reverse("interviews:follow_up_snooze", args=[pk]),
        "is_settled": not row.is_open,
        "round": row.round,
    }
    return render(request, "interviews/snooze.html", context, status=status_of(form))


@require_POST
def follow_up_unsnooze(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """Undo it."""
    row = own_follow_up(request, pk)
    unsnooze(row, now=timezone.now())
    messages.success(request, f"{row.title}: no longer put off.")
    return redirect(next_url(request, reverse("dashboard:today")))
