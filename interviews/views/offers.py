"""Offers: one and its page, its terms, the owner's answer, several side by side."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBadRequest
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from accounts.autosave import one_writer, saved, unsaved
from accounts.http import AuthenticatedRequest, next_url, status_of
from applications.models import Application, Offer
from applications.offer_form import OfferForm
from applications.offers import answer_offer, take_back_answer, write_offer
from interviews.models import FollowUp
from interviews.offer_page import NEEDS, OfferPage, offer_of, side_by_side

# Ours: how many ended messages a line names.
_NAMED = 4
_DONE = {
    Offer.Decision.ACCEPTED: "Accepted. Congratulations! Your other applications go "
    "on as they were.",
    Offer.Decision.DECLINED: "You declined.",
}


@require_safe
def offer(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """The terms, what the owner noted and wanted to know, and their answer."""
    return _show(request, _own(request, pk))


@require_http_methods(["GET", "HEAD", "POST"])
@one_writer
def offer_edit(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """Write down the terms, or change them."""
    application, now = _own(request, pk), timezone.now()
    data = request.POST if request.method == "POST" else None
    known = offer_of(application) or _known(application, request)
    form = OfferForm(data, owner=request.user, now=now, instance=known)
    if form.is_valid():
        if form.changes or known.pk is None:
            write_offer(application, now=now, **form.cleaned_data)
        words, page = (
            "The offer is written down.",
            reverse("interviews:offer", args=[pk]),
        )
        return saved(request, form, words=words, to=page)
    context = {"nav": "applications", "application": application, "form": form}
    return unsaved(request, form) or render(
        request, "interviews/offer_form.html", context, status=status_of(form)
    )


def _known(application: Application, request: AuthenticatedRequest) -> Offer:
    """An offer not saved yet, with what the application tells of it already."""
    return Offer(
        application=application,
        received_on=timezone.now().astimezone(request.user.zone).date(),
        pay_currency=application.pay_currency,
        work_mode=application.work_mode,
        place=application.location,
    )


@require_POST
def offer_answer(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """Note that the owner accepted or declined; with nothing chosen, take it back."""
    application, now = _own(request, pk), timezone.now()
    page = next_url(request, reverse("interviews:offer", args=[pk]))
    decision = request.POST.get("decision", "")
    if not decision:
        take_back_answer(application, now=now)
        messages.success(request, "Taken back. It is as it was before.")
        return redirect(page)
    if decision not in Offer.Decision:
        return HttpResponseBadRequest("There is no such answer.")
    before = _planned(application)
    answer_offer(application, decision=decision, now=now)
    after = _planned(application)
    ended = [title for key, title in before.items() if key not in after]
    messages.success(request, _DONE[Offer.Decision(decision)] + _no_longer(ended))
    return redirect(page)


def _no_longer(titles: list[str]) -> str:
    """What ended, by name; of many the first few."""
    if not titles:
        return ""
    left = len(titles) - _NAMED
    more = f"; and {left} more" if left > 0 else ""
    return f" No longer planned: {'; '.join(titles[:_NAMED])}{more}."


def _planned(application: Application) -> dict[int, str]:
    """The messages still open: what each is, by its key."""
    rows = FollowUp.objects.filter(round__application=application)
    still = rows.filter(state=FollowUp.State.OPEN).complete()
    return {row.pk: row.title for row in still}


@require_safe
def offers(request: AuthenticatedRequest) -> HttpResponse:
    """Every offer that waits for an answer, side by side."""
    context = {"nav": "applications", "columns": side_by_side(request.user)}
    return render(request, "interviews/offers.html", context)


def _show(request: AuthenticatedRequest, application: Application) -> HttpResponse:
    page = OfferPage(application, reader=request.user, now=timezone.now())
    context = {"nav": "applications", "application": application, "page": page}
    return render(request, "interviews/offer.html", context)


def _own(request: AuthenticatedRequest, pk: int) -> Application:
    mine = Application.objects.for_user(request.user)
    whole = mine.select_related("company", "offer").prefetch_related(*NEEDS)
    return get_object_or_404(whole, pk=pk)
