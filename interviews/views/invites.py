from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from accounts.http import AuthenticatedRequest, wants_fragment
from accounts.typed import straight
from applications.models import Application
from applications.names import one_line
from interviews import actions
from interviews.actions import NumberTaken, SessionDetails
from interviews.actions.rounds import next_number
from interviews.forms import InviteForm, RoundForm
from interviews.forms.day import COUNT, MOST
from interviews.forms.rearranging import ADD_PERSON, BUTTONS
from interviews.last_time import begun_like, last_time, length_of
from interviews.models import Round, Session

TEMPLATE = "interviews/round_form.html"


@require_http_methods(["GET", "HEAD", "POST"])
def log_invite(request: AuthenticatedRequest) -> HttpResponse:
    """Log a round that somebody was invited to, perhaps for a job not followed yet."""
    now = timezone.now()
    if request.method != "POST":
        begin_with = _start(request)
        like = begin_with.pop("like", None)
        form = InviteForm(
            owner=request.user,
            now=now,
            initial=begin_with,
            sessions=_as_many_sessions(request, like),
        )
        form.like = like
        return form_page(request, form, part="#which-round")
    form = InviteForm(request.POST, owner=request.user, now=now)
    if pressed_to_rearrange(request):
        return rearranged(request, form)
    round_ = saved(
        form,
        lambda: actions.log_invite(owner=request.user, now=now, **form.details),
    )
    if round_ is None:
        return render(request, TEMPLATE, {"form": form}, status=422)
    tell_saved(request, round_, form)
    return redirect(round_)


def by_hand(
    request: AuthenticatedRequest, *, problem: str, status: int, pasted: str = ""
) -> HttpResponse:
    """The page to log an invite on, with what was pasted and why it was not read."""
    form = InviteForm(owner=request.user, now=timezone.now())
    context = {"form": form, "problem": problem, "pasted": pasted}
    return render(request, TEMPLATE, context, status=status)


def _start(request: AuthenticatedRequest) -> dict[str, Any]:
    """What the form begins with: the application asked for and its next round.

    With the session it is `like`, that of the last round.
    """
    application = _asked_for(request)
    if application is None:
        return {}
    number = request.GET.get("number", "")
    asked_for = int(number) if number.isdecimal() else next_number(application)
    known = {"application": application, "number": asked_for}
    like = last_time(application)
    return known | {"like": like, **length_of(like)} if like else known


def _as_many_sessions(
    request: AuthenticatedRequest, like: Session | None
) -> list[SessionDetails]:
    """As many as the page has: each may offer the people of the job to be ticked."""
    more = request.GET.get(COUNT, "")
    count = min(int(more), MOST - 1) if more.isdecimal() and len(more) < 3 else 0
    zone = like.time_zone if like else request.user.time_zone
    usual = SessionDetails(time_zone=zone)
    return [begun_like(like) if like else usual, *[usual] * count]


def _asked_for(request: AuthenticatedRequest) -> Application | None:
    """The one picked, or that of the company and role typed so far."""
    pk = request.GET.get("application", "")
    if pk.isdecimal():
        own = Application.objects.for_user(request.user).select_related("company")
        return get_object_or_404(own, pk=pk)
    company, role = (
        one_line(straight(request.GET).get(name, "").replace("\0", ""))
        for name in ("company_name", "role")
    )
    jobs = Application.objects.for_job(request.user, company=company, role=role)
    return jobs.select_related("company").first() if company and role else None


def saved(form: RoundForm, save: Callable[[], Round]) -> Round | None:
    """What `save` gives, or None when the form has something to say first."""
    if not form.is_valid() or form.unseen:
        return None
    try:
        return save()
    except NumberTaken as error:
        form.say_taken(error.taken)
        return None


def form_page(
    request: AuthenticatedRequest, form: RoundForm, *, part: str
) -> HttpResponse:
    """The page of the form, or for htmx the part of it that changes."""
    fragment = wants_fragment(request)
    template = TEMPLATE + part if fragment else TEMPLATE
    return render(request, template, {"form": form, "fragment": fragment})


def pressed_to_rearrange(request: AuthenticatedRequest) -> bool:
    """Whether a button was pressed that asks for a row or a session more or less."""
    return any(button in request.POST for button in BUTTONS)


def rearranged(request: AuthenticatedRequest, form: RoundForm) -> HttpResponse:
    """The same form with that; nothing typed is lost, judged or saved.

    htmx gets the people of the one session, or all sessions.
    """
    about = form.rearrange()
    fragment = wants_fragment(request)
    part = "#people" if ADD_PERSON in request.POST else "#day"
    context = {"form": form, "part": about, "fragment": fragment}
    return render(request, TEMPLATE + part if fragment else TEMPLATE, context)


def tell_saved(request: AuthenticatedRequest, round_: Round, form: RoundForm) -> None:
    """Say what was saved, what is planned for it, and what to look at."""
    context = {"round": round_, "user": request.user, "also": form.remarks}
    messages.success(request, render_to_string("interviews/_saved.html", context))


@require_safe
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
    changed = request.GET.get("changed")
    context = {"form": form, "changed": changed or form.prefix}
    return render(request, TEMPLATE + "#checked", context)
