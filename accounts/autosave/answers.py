"""For views: one writer at a time, and what is answered to words."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, cast

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render

from accounts.autosave.form import Autosaved
from accounts.http import AuthenticatedRequest, wants_fragment
from accounts.models import User

_P = ParamSpec("_P")
_View = Callable[Concatenate[AuthenticatedRequest, _P], HttpResponse]


def one_writer(view: _View[_P]) -> _View[_P]:
    """Of the POSTs of one owner, let one at a time read what is stored and write.

    So nothing is stored between the comparison and the writing. The owner's row is
    locked before any other (docs/architecture.md, the order of locks).
    """

    @wraps(view)
    def alone(
        request: AuthenticatedRequest, *args: _P.args, **kwargs: _P.kwargs
    ) -> HttpResponse:
        if request.method != "POST":
            return view(request, *args, **kwargs)
        with transaction.atomic():
            lock_writer(request.user)
            return view(request, *args, **kwargs)

    return cast("_View[_P]", alone)


def lock_writer(owner: User) -> None:
    """What `one_writer` does, where the owner is not who is signed in."""
    User.objects.select_for_update(no_key=True).get(pk=owner.pk)


def saved(
    request: HttpRequest,
    form: Autosaved,
    *,
    words: str,
    to: Any,
    reader: User | None = None,
) -> HttpResponse:
    """The answer to words that are written: for the script, or on to the page `to`."""
    if form.is_autosave:
        return JsonResponse(form.told(reader or cast("User", request.user)))
    if form.has_chosen:
        messages.success(request, "Saved as you chose. Look it over once more.")
        return redirect(request.get_full_path())
    messages.success(request, words)
    return redirect(to)


def unsaved(
    request: HttpRequest, form: Autosaved, *, reader: User | None = None
) -> HttpResponse | None:
    """The answer to words that were not written, once `is_valid` said so.

    409 with both texts where they clash, as a page or, asked by a script, as a part
    of one. None where the form is shown again with its mistakes.
    """
    if not form.is_bound or not (form.clashes or form.is_autosave):
        return None
    in_part = form.is_autosave or wants_fragment(request)
    if not form.clashes:
        mistake = next(iter(form.errors.values()))[0]
        return JsonResponse({"left": {"": str(mistake)}}, status=422)
    template = "autosave/compare.html#clashes" if in_part else "autosave/compare.html"
    context = {
        "form": form,
        "action": request.get_full_path(),
        "in_part": in_part,
        "reader": reader or request.user,
    }
    return render(request, template, context, status=409)
