from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from accounts import clock
from accounts.http import AuthenticatedRequest, next_url, status_of
from interviews.forms import SnoozeForm
from reminders import snoozing
from reminders.models import Reminder


def own_reminder(request: AuthenticatedRequest, pk: UUID) -> Reminder:
    """The reminder with what it is about; 404 unless it is the reader's."""
    rows = Reminder.objects.for_user(request.user).complete()
    return get_object_or_404(rows, pk=pk)


@require_http_methods(["GET", "HEAD", "POST"])
def snooze(request: AuthenticatedRequest, pk: UUID) -> HttpResponse:
    """Ask until when a reminder is put off, and put it off."""
    reminder = own_reminder(request, pk)
    now = timezone.now()
    posted = request.POST if request.method == "POST" else None
    form = SnoozeForm(posted, zone=request.user.zone, now=now)
    if form.is_valid():
        until = form.cleaned_data["until"]
        snoozing.snooze(reminder, until=until, now=now)
        at = clock.relative(until, request.user.zone, now)
        messages.success(request, f"Put off until {at}.")
        return redirect(next_url(request, reverse("reminders:list")))
    context = {
        "form": form,
        "title": reminder.title,
        "action": reverse("reminders:snooze", args=[pk]),
        "nav": "reminders",
    }
    return render(request, "interviews/snooze.html", context, status=status_of(form))


@require_POST
def unsnooze(request: AuthenticatedRequest, pk: UUID) -> HttpResponse:
    """Undo it."""
    snoozing.unsnooze(own_reminder(request, pk), now=timezone.now())
    messages.success(request, "No longer put off.")
    return redirect(next_url(request, reverse("reminders:list")))
