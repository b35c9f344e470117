"""What is done to many rows of the table at once."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from accounts.http import AuthenticatedRequest, next_url
from accounts.models import User
from applications import pipeline
from applications.forms import BulkForm
from applications.models import Undo
from applications.table.rows import chosen
from applications.table.wishes import Wishes
from applications.views import toasts

# Ours: what one press changes while somebody waits for it.
MOST = 500

_Deed = Callable[..., Undo | None]
# What the buttons are called, and the field of the form that they need.
_DEEDS: dict[str, tuple[_Deed, dict[str, str]]] = {
    "move": (pipeline.move, {"to": "stage"}),
    "tag": (pipeline.tag, {"add": "tag"}),
    "untag": (pipeline.tag, {"remove": "tag"}),
    "archive": (pipeline.archive, {}),
    "unarchive": (pipeline.unarchive, {}),
    "delete": (pipeline.delete, {}),
}


@require_POST
def bulk(request: AuthenticatedRequest) -> HttpResponse:
    """Move, tag, put away or delete what was chosen, and offer to take it back."""
    form = BulkForm(request.POST)
    back = next_url(request, reverse("applications:list"))
    if not form.is_valid():
        for errors in form.errors.values():
            messages.error(request, str(errors[0]))
        return redirect(back)
    now = timezone.now()
    keys, left_out = _keys(request.user, form.cleaned_data, now)
    undo = _do(request.user, keys, form.cleaned_data, now=now)
    toasts.tell(request, undo, "Nothing was to be changed.")
    if left_out:
        left = f"{left_out} more are as they were: {MOST} at once is the most."
        messages.warning(request, left)
    return redirect(back)


def _keys(
    owner: User, wanted: dict[str, Any], now: datetime
) -> tuple[Collection[int], int]:
    """The rows that were chosen, one by one or all that fit; and how many too many."""
    if not wanted["all"]:
        return wanted["pk"][:MOST], len(wanted["pk"][MOST:])
    fitting = chosen(Wishes(QueryDict(wanted["query"])), owner, now)
    keys = list(fitting.order_by("-updated_at", "-pk").values_list("pk", flat=True))
    return keys[:MOST], len(keys[MOST:])


def _do(
    owner: User, keys: Collection[int], wanted: dict[str, Any], *, now: datetime
) -> Undo | None:
    deed, arguments = _DEEDS[wanted["do"]]
    values = {argument: wanted[name] for argument, name in arguments.items()}
    return deed(owner, keys, now=now, **values)
