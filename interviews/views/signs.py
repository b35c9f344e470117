from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from accounts.autosave import one_writer, saved, unsaved
from accounts.http import AuthenticatedRequest
from interviews.actions import (
    LogClosed,
    add_sign,
    change_sign,
    remove_sign,
    restore_sign,
)
from interviews.forms import SignForm, SignKindForm
from interviews.models import Round, Sign
from interviews.signs import SignsPage, cautions
from interviews.views.rounds import own_round


def own_sign(request: AuthenticatedRequest, pk: int) -> Sign:
    """The sign with its round; 404 unless it is the reader's."""
    signs = Sign.objects.for_user(request.user)
    return get_object_or_404(signs.select_related("round__application__company"), pk=pk)


@require_http_methods(["GET", "HEAD", "POST"])
def signs(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """Both logs of a round, each beside its cautions; a POST adds to one."""
    round_ = own_round(request, pk)
    if request.method != "POST":
        return _show(request, SignsPage(round_))
    which, form = SignKindForm(request.POST), SignForm(request.POST)
    kind = which.cleaned_data["kind"] if which.is_valid() else Sign.Kind.RED_FLAG
    if not form.is_valid():
        return _show(request, SignsPage(round_, typed={kind: form}), status=422)
    try:
        add_sign(round_, form.details, kind=kind, now=timezone.now())
    except LogClosed:
        messages.error(request, "Their answer is known; this log is closed.")
        return _show(request, SignsPage(round_, typed={kind: form}), status=409)
    messages.success(request, "Noted.")
    return redirect(_page(round_))


def _show(
    request: AuthenticatedRequest, page: SignsPage, *, status: int = 200
) -> HttpResponse:
    context = {"page": page, "round": page.round}
    return render(request, "interviews/signs.html", context, status=status)


def _page(round_: Round) -> str:
    return reverse("interviews:signs", args=[round_.pk])


@require_http_methods(["GET", "HEAD", "POST"])
@one_writer
def sign(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """Put right what was written down about a sign."""
    row = own_sign(request, pk)
    fields = ("happened", "who", "asked_for", "scheduled", "otherwise")
    known = {name: getattr(row, name) for name in fields}
    posted = request.method == "POST"
    form = SignForm(request.POST if posted else None, initial=known)
    if posted and form.is_valid():
        if form.changes:
            change_sign(row, form.details, now=timezone.now())
        return saved(request, form, words="Changed.", to=_page(row.round))
    beside = cautions(Sign.Kind(row.kind))
    context = {"form": form, "sign": row, "round": row.round, "cautions": beside}
    status = 422 if posted else 200
    return unsaved(request, form) or render(
        request, "interviews/sign.html", context, status=status
    )


@require_POST
def sign_remove(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """Take a sign out of its log, or with `undo` put it back."""
    row = own_sign(request, pk)
    if request.POST.get("undo"):
        restore_sign(row, now=timezone.now())
        messages.success(request, "It is back in the log.")
    else:
        remove_sign(row, now=timezone.now())
        messages.success(request, "Removed. You can put it back.")
    return redirect(_page(row.round))
