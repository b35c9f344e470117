from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from django.views.decorators.vary import vary_on_headers

from accounts.http import AuthenticatedRequest, next_url
from interviews.actions import (
    add_interviewer,
    cancel_round,
    edit_round,
    restore_round,
    save_notes,
)
from interviews.forms import NotesForm, PersonForm, RoundForm
from interviews.models import Round
from interviews.round_page import RoundPage
from interviews.views.invites import another_person, tell_saved


def own_round(request: AuthenticatedRequest, pk: int) -> Round:
    """The round with its sessions and people; 404 unless it is the reader's."""
    return get_object_or_404(Round.objects.for_user(request.user).complete(), pk=pk)


def shown_round(request: AuthenticatedRequest, pk: int) -> Round:
    """As `own_round`, with the reminders, whose floor is above this one."""
    rounds = Round.objects.for_user(request.user).complete()
    return get_object_or_404(
        rounds.prefetch_related("follow_ups__contact", "reminders"), pk=pk
    )


@require_GET
def round_page(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    return _show(request, shown_round(request, pk), PersonForm(auto_id="who_%s"))


def _show(
    request: AuthenticatedRequest,
    round_: Round,
    person_form: PersonForm,
    *,
    status: int = 200,
) -> HttpResponse:
    context = {
        "round": round_,
        "page": RoundPage(round_, reader=request.user, now=timezone.now()),
        "notes_form": NotesForm(initial={"notes": round_.notes}),
        "person_form": person_form,
        "next": round_.get_absolute_url(),
    }
    return render(request, "interviews/round.html", context, status=status)


@require_http_methods(["GET", "POST"])
@vary_on_headers("HX-Request")
def edit(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    now = timezone.now()
    round_ = own_round(request, pk)
    data = request.POST if request.method == "POST" else None
    form = RoundForm(data, owner=request.user, now=now, round_=round_)
    if "add-person" in request.POST:
        return another_person(request, form)
    if data is None or not form.is_valid() or form.unseen:
        status = 200 if data is None else 422
        return render(
            request, "interviews/round_form.html", {"form": form}, status=status
        )
    round_ = edit_round(
        round_,
        number=form.cleaned_data["number"],
        session=form.session,
        people=form.everyone,
        to_prepare=form.cleaned_data["to_prepare"],
        promised_on=form.cleaned_data["promised_on"],
        now=now,
    )
    tell_saved(request, round_, form)
    return redirect(round_)


@require_POST
def cancel(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    round_ = cancel_round(own_round(request, pk), now=timezone.now())
    messages.success(
        request, f"{round_.name} cancelled. Nothing about it is pending any more."
    )
    return redirect(next_url(request, round_.get_absolute_url()))


@require_POST
def restore(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    round_ = restore_round(own_round(request, pk), now=timezone.now())
    messages.success(request, f"{round_.name} is on again, with its reminders.")
    return redirect(next_url(request, round_.get_absolute_url()))


@require_POST
@vary_on_headers("HX-Request")
def notes(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    round_ = own_round(request, pk)
    form = NotesForm(request.POST)
    saved = form.is_valid()
    if saved:
        save_notes(round_, notes=form.cleaned_data["notes"], now=timezone.now())
    if request.htmx:
        context = {"round": round_, "notes_form": form, "saved": saved}
        status = 200 if saved else 422
        return render(request, "interviews/round.html#notes", context, status=status)
    if saved:
        messages.success(request, "Your notes are saved.")
    else:
        messages.error(request, "Those notes are too long to keep.")
    return redirect(f"{round_.get_absolute_url()}#notes")


@require_POST
def interviewer_add(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    round_ = shown_round(request, pk)
    form = PersonForm(request.POST, auto_id="who_%s")
    if not form.is_valid():
        return _show(request, round_, form, status=422)
    contact = add_interviewer(round_, person=form.person, now=timezone.now())
    messages.success(request, f"{contact.name} is added.")
    return redirect(next_url(request, round_.get_absolute_url()))
