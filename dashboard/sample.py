"""The two buttons of the sample data: look around with it, and take it away."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from accounts.http import AuthenticatedRequest
from interviews.sample import filling


@require_POST
def add(request: AuthenticatedRequest) -> HttpResponse:
    """Fill an empty account; where there is something already, leave it as it is."""
    if not filling.fill(request.user, now=timezone.now()):
        messages.info(
            request, "You have applications already, so nothing was added to them."
        )
    return redirect("dashboard:today")


@require_POST
def remove(request: AuthenticatedRequest) -> HttpResponse:
    """Take away all of it at once; twice does nothing more."""
    filling.take_away(request.user)
    messages.success(
        request, "The sample data is gone. What you added yourself is still here."
    )
    return redirect("dashboard:today")
