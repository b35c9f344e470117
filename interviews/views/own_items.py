from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBadRequest
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from accounts.http import AuthenticatedRequest, next_url, wants_fragment
from interviews.actions import (
    add_own_item,
    remove_own_item,
    restore_own_item,
    tick_own_item,
    untick_own_item,
)
from interviews.forms import OwnItemForm
from interviews.models import OwnItem
from interviews.views.rounds import show, shown_round

_DEEDS = {
    "tick": (tick_own_item, ""),
    "untick": (untick_own_item, ""),
    "remove": (remove_own_item, "Removed. You can put it back."),
    "restore": (restore_own_item, "It is back on the list."),
}


@require_POST
def own_item_add(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """Put something of the owner's own on the list of a round."""
    round_ = shown_round(request, pk)
    form = OwnItemForm(request.POST, auto_id="own_%s")
    if not form.is_valid():
        return show(request, round_, own_form=form, status=422)
    add_own_item(round_, text=form.cleaned_data["text"], now=timezone.now())
    return redirect(f"{round_.get_absolute_url()}#own-items")


@require_POST
def own_item(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """Tick it, untick it, take it off the list or put it back: as `do` says."""
    items = OwnItem.objects.for_user(request.user)
    item = get_object_or_404(items.select_related("round__application"), pk=pk)
    deed = _DEEDS.get(request.POST.get("do", ""))
    if deed is None:
        return HttpResponseBadRequest("There is nothing of that name to do.")
    do, words = deed
    do(item, now=timezone.now())
    if wants_fragment(request):
        context = {
            "item": OwnItem.objects.get(pk=pk),
            "next": request.POST.get("next", ""),
            "slight": request.POST.get("slight"),
        }
        return render(request, "interviews/_own_item.html", context)
    if words:
        messages.success(request, words)
    own_list = f"{item.round.get_absolute_url()}#own-items"
    return redirect(next_url(request, own_list))
