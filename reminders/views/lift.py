from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from accounts.http import AuthenticatedRequest
from reminders.delivery import refusals


@require_POST
def lift(request: AuthenticatedRequest) -> HttpResponse:
    """The owner says that their refused address works again."""
    if refusals.may_lift(request.user, now=timezone.now()):
        refusals.lift(request.user.pk, now=timezone.now())
        messages.success(request, "Your address is tried again.")
    else:
        messages.info(request, "It was refused just now. Please try again in an hour.")
    return redirect("reminders:list")
