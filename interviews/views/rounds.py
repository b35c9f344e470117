from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from accounts.blank import blank
from accounts.http import AuthenticatedRequest, next_url
from accounts.models import User
from accounts.prepared import Prepared, one_or_404
from interviews.actions import (
    add_interviewer,
    cancel_round,
    edit_round,
    restore_round,
)
from interviews.forms import CheckInForm, OwnItemForm, PersonForm, RoundForm
from interviews.models import Round
from interviews.round_page import RoundPage
from interviews.round_sheet import Sheet
from interviews.views.invites import (
    TEMPLATE,
    pressed_to_rearrange,
    rearranged,
    saved,
    tell_saved,
)
from interviews.whole_round import ABOVE, COMPLETE, MEMORY, whole


def own_round(request: AuthenticatedRequest, pk: int) -> Round:
    """The round with its sessions and people; 404 unless it is the reader's."""
    return whole(_alone(request, pk), *COMPLETE)


def shown_round(request: AuthenticatedRequest, pk: int) -> Round:
    """As `own_round`, with what its page shows besides."""
    return whole(_alone(request, pk), *COMPLETE, *MEMORY, *ABOVE)


_ONE = Prepared(
    lambda owner, pk: (
        Round.objects.for_user(User(pk=owner))
        .select_related("application__company")
        .filter(pk=pk)
    ),
    owner=int,
    pk=int,
)


def _alone(request: AuthenticatedRequest, pk: int) -> Round:
    round_ = one_or_404(_ONE, owner=request.user.pk, pk=pk)
    round_.application.owner = request.user
    return round_


@require_safe
def round_page(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """One round: its advice, its messages, its people."""
    return show(request, shown_round(request, pk))


@require_safe
def round_print(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """All of a round on one sheet of paper, with room for notes."""
    round_ = whole(_alone(request, pk), *COMPLETE, *MEMORY)
    page = RoundPage(round_, reader=request.user, now=timezone.now())
    context = {"round": round_, "page": page, "sheet": Sheet(page)}
    return render(request, "interviews/sheet.html", context)


def show(
    request: AuthenticatedRequest,
    round_: Round,
    *,
    person_form: PersonForm | None = None,
    own_form: OwnItemForm | None = None,
    check_in_form: CheckInForm | None = None,
    status: int = 200,
) -> HttpResponse:
    """The page, with what was typed into one of its forms if that is amiss."""
    now = timezone.now()
    context = {
        "round": round_,
        "page": RoundPage(round_, reader=request.user, now=now),
        # Seldom shown, and made only then.
        "check_in_form": check_in_form
        or SimpleLazyObject(lambda: CheckInForm(owner=request.user, now=now)),
        "own_form": own_form or blank(OwnItemForm, auto_id="own_%s"),
        "person_form": person_form or blank(PersonForm, auto_id="who_%s"),
        "next": round_.get_absolute_url(),
    }
    return render(request, "interviews/round.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """Change a round; its reminders move along."""
    now = timezone.now()
    round_ = own_round(request, pk)
    if request.method != "POST":
        form = RoundForm(owner=request.user, now=now, round_=round_)
        return render(request, TEMPLATE, {"form": form})
    form = RoundForm(request.POST, owner=request.user, now=now, round_=round_)
    if pressed_to_rearrange(request):
        return rearranged(request, form)
    changed = saved(form, lambda: edit_round(round_, now=now, **form.details))
    if changed is None:
        return render(request, TEMPLATE, {"form": form}, status=422)
    tell_saved(request, changed, form)
    return redirect(changed)


@require_POST
def cancel(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """Call it off."""
    round_ = cancel_round(own_round(request, pk), now=timezone.now())
    messages.success(
        request, f"{round_.name} cancelled. Nothing about it is pending any more."
    )
    return redirect(next_url(request, round_.get_absolute_url()))


@require_POST
def restore(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """Undo a cancellation."""
    round_ = restore_round(own_round(request, pk), now=timezone.now())
    messages.success(request, f"{round_.name} is on again, with its reminders.")
    return redirect(next_url(request, round_.get_absolute_url()))


@require_POST
def interviewer_add(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """Name somebody the owner meets or met, from the page of the round."""
    round_ = shown_round(request, pk)
    form = PersonForm(request.POST, auto_id="who_%s")
    if not form.is_valid():
        return show(request, round_, person_form=form, status=422)
    session = request.POST.get("session", "")
    contact = add_interviewer(
        round_,
        person=form.person,
        now=timezone.now(),
        session_id=int(session) if session.isdecimal() else None,
    )
    messages.success(request, f"{contact.name} is added.")
    return redirect(next_url(request, round_.get_absolute_url()))
