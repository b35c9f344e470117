from __future__ import annotations

from datetime import datetime, timedelta

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods
from django.views.decorators.vary import vary_on_headers

from accounts.http import AuthenticatedRequest
from accounts.models import User
from applications.actions import create_application
from applications.models import Application, Stage
from interviews.actions import add_round
from interviews.actions.rounds import next_number
from interviews.forms import InviteForm, RoundForm
from interviews.models import Round

_TEMPLATE = "interviews/round_form.html"
# Two presses of a button are closer together than two invites.
_DOUBLE_PRESS = timedelta(seconds=15)


@require_http_methods(["GET", "POST"])
@vary_on_headers("HX-Request")
def log_invite(request: AuthenticatedRequest) -> HttpResponse:
    now = timezone.now()
    if request.method == "GET":
        form = InviteForm(owner=request.user, now=now, initial=_start(request))
        part = "#which-round" if request.htmx else ""
        return render(request, _TEMPLATE + part, {"form": form})
    form = InviteForm(request.POST, owner=request.user, now=now)
    if "add-person" in request.POST:
        return another_person(request, form)
    round_ = _save(form, request.user, now)
    if round_ is None:
        return render(request, _TEMPLATE, {"form": form}, status=422)
    tell_saved(request, round_, form)
    return redirect(round_)


def _start(request: AuthenticatedRequest) -> dict[str, object]:
    """What the form begins with: the application asked for and its next round."""
    pk = request.GET.get("application", "")
    if not pk.isdecimal():
        return {}
    own = Application.objects.for_user(request.user).select_related("company")
    application = get_object_or_404(own, pk=pk)
    return {"application": application, "number": next_number(application)}


@transaction.atomic
def _save(form: InviteForm, owner: User, now: datetime) -> Round | None:
    """The new round, or None when the form has something to say first.

    The owner's row is locked while the form is judged, so that of two presses the
    second sees what the first has saved.
    """
    User.objects.select_for_update(no_key=True).get(pk=owner.pk)
    valid = form.is_valid()
    if twin := _just_saved(form, now):
        return twin
    if not valid or form.unseen:
        return None
    application = form.application or create_application(
        owner=owner,
        company_name=form.cleaned_data["company_name"],
        role=form.cleaned_data["role"],
        stage=Stage.INTERVIEWING,
        now=now,
    )
    return add_round(
        application,
        number=form.cleaned_data["number"],
        session=form.session,
        people=form.everyone,
        to_prepare=form.cleaned_data["to_prepare"],
        promised_on=form.cleaned_data["promised_on"],
        now=now,
    )


def _just_saved(form: InviteForm, now: datetime) -> Round | None:
    """The round that the same press of the button has made a moment ago."""
    if form.application is None or set(form.errors) - {"number"}:
        return None
    return (
        form.application.rounds.standing()
        .filter(
            created_at__gt=now - _DOUBLE_PRESS,
            sessions__starts_at=form.session.starts_at,
            sessions__ends_at=form.session.ends_at,
        )
        .first()
    )


def another_person(request: AuthenticatedRequest, form: RoundForm) -> HttpResponse:
    """The same form with one more row; nothing typed is lost, nothing is judged."""
    form.with_another_row()
    part = "#people" if request.htmx else ""
    return render(request, _TEMPLATE + part, {"form": form})


def tell_saved(request: AuthenticatedRequest, round_: Round, form: RoundForm) -> None:
    """Say what was saved, what is planned for it, and what to look at."""
    context = {"round": round_, "user": request.user}
    messages.success(request, render_to_string("interviews/saved.txt", context))
    for text in [*(c.text for c in form.cautions if not c.asks), *form.notices]:
        messages.warning(request, text)


@require_GET
def check_times(request: AuthenticatedRequest) -> HttpResponse:
    """What there is to say about the times typed so far; writes nothing."""
    now = timezone.now()
    pk = request.GET.get("editing", "")
    editing = None
    if pk.isdecimal():
        own = Round.objects.for_user(request.user).complete()
        editing = get_object_or_404(own, pk=pk)
    form = RoundForm(request.GET, owner=request.user, now=now, round_=editing)
    form.is_valid()
    return render(request, _TEMPLATE + "#times", {"form": form})
