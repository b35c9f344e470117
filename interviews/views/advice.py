from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBadRequest
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from accounts.http import AuthenticatedRequest, next_url, wants_fragment
from guidance import library
from interviews.actions import hide, show_again, tick, untick
from interviews.round_page import RoundPage
from interviews.views.rounds import own_round


@require_POST
def advice_tick(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """Tick the advice that `tick` names, or untick the one that `untick` does."""
    round_ = own_round(request, pk)
    name = "tick" if "tick" in request.POST else "untick"
    advice = library.load().get(request.POST.get(name, ""))
    if advice is None:
        return HttpResponseBadRequest("There is no such advice.")
    now = timezone.now()
    change = {"tick": tick, "untick": untick}[name]
    change(round_, advice=advice.id, now=now)
    if not wants_fragment(request):
        return redirect(next_url(request, round_.get_absolute_url()))
    round_ = own_round(request, pk)  # as it is now that it is ticked
    item = RoundPage(round_, reader=request.user, now=now).item(advice.id)
    if item is None:  # it no longer applies: nothing to show in its place
        return HttpResponse()
    context = {
        "item": item,
        "tick_url": request.path,
        "hide_url": reverse("interviews:not_for_me", args=[pk]),
    }
    return render(request, "interviews/_advice_item.html", context)


@require_POST
def not_for_me(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """Put the advice named in the form away, or with `undo` show it again."""
    round_ = own_round(request, pk)
    advice = library.load().get(request.POST.get("advice", ""))
    if advice is None:
        return HttpResponseBadRequest("There is no such advice.")
    if request.POST.get("undo"):
        show_again(round_, advice=advice.id, now=timezone.now())
        messages.success(request, "It is back on the list.")
    else:
        hide(round_, advice=advice.id, now=timezone.now())
        messages.success(request, "Put away. It stands under “Not for you”.")
    page = next_url(request, round_.get_absolute_url())
    return redirect(f"{page}#advice-title")
