from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from accounts.http import AuthenticatedRequest
from reminders import preferences as wishes
from reminders.forms import PreferencesForm


@require_http_methods(["GET", "HEAD", "POST"])
def preferences(request: AuthenticatedRequest) -> HttpResponse:
    """Three switches; saving plans again."""
    form = PreferencesForm(request.POST or None, instance=wishes.of(request.user))
    if request.method == "POST":
        form = PreferencesForm(request.POST, instance=wishes.of(request.user))
        if form.is_valid():
            wishes.switch(request.user, form.wanted(), now=timezone.now())
            messages.success(request, "Saved. The plan follows from now on.")
            return redirect("reminders:preferences")
    status = 422 if form.errors else 200
    context = {"form": form, "nav": "you"}
    return render(request, "reminders/preferences.html", context, status=status)
