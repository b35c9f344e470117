"""An invitation is handed in, read, looked at, and made a round."""

from __future__ import annotations

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBadRequest
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from accounts.http import AuthenticatedRequest, wants_fragment
from applications.actions import change_stage
from applications.models import Application, Stage
from interviews.actions import invitations
from interviews.examples import example
from interviews.forms.reading import ReadInviteForm, ReadUpdateForm
from interviews.invite_page import InvitePage
from interviews.invites.found import NotRead
from interviews.models import Invite, Round
from interviews.reading_limit import TooOften, handed_in, read_for
from interviews.views.invites import (
    by_hand,
    pressed_to_rearrange,
    rearranged,
    saved,
    tell_saved,
)

_NOTED = "Noted. What was pending for this application has ended."
_CANCELLED = "The round is cancelled. Nothing about it is pending any more."
_DEEDS = {
    "cancel": (invitations.call_off_by, _CANCELLED),
    "no": (invitations.note_no_by, _NOTED),
}
_TOO_OFTEN = "That is a lot at once. Wait a minute, then try again."


def own_invite(request: AuthenticatedRequest, pk: int) -> Invite:
    """The invitation with its round, without its bytes; 404 unless it is the reader's."""
    invites = Invite.objects.for_user(request.user).defer("data")
    related = invites.select_related("owner", "round__application__company")
    return get_object_or_404(related, pk=pk)


@require_http_methods(["GET", "HEAD", "POST"])
def read(request: AuthenticatedRequest) -> HttpResponse:
    """Read what was pasted, chosen or dropped, and show what it says."""
    if request.method != "POST":
        return redirect("interviews:invite")
    now = timezone.now()
    try:
        if "example" in request.POST:
            data, filename = example(request.user, now=now), ""
        else:
            data, filename = handed_in(request)
        found = read_for(request, data, filename, now=now)
    except NotRead as error:
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        return by_hand(request, problem=str(error), status=status)
    except TooOften:
        status = HTTPStatus.TOO_MANY_REQUESTS
        return by_hand(request, problem=_TOO_OFTEN, status=status)
    invite = invitations.keep_draft(
        owner=request.user, data=data, filename=filename, found=found, now=now
    )
    return redirect(invite)


@require_http_methods(["GET", "HEAD", "POST"])
def draft(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """What an invitation says, to be looked at and saved."""
    invite = own_invite(request, pk)
    if invite.round:
        return redirect(invite.round)
    sent = request.POST if request.method == "POST" else request.GET
    page = InvitePage(invite, about=sent.get("round", ""), now=timezone.now())
    if request.method != "POST":
        form = page.as_typed() if page.is_form else None
        return _show(request, page, form)
    form = page.form(request.POST)
    if pressed_to_rearrange(request):
        answer = rearranged(request, form)
        return answer if wants_fragment(request) else _show(request, page, form)
    round_ = _save(page, form)
    if round_ is None:
        invitations.keep_typed(invite, _sent(request))
        return _show(request, page, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    tell_saved(request, round_, form)
    return redirect(round_)


def _save(page: InvitePage, form: ReadInviteForm | ReadUpdateForm) -> Round | None:
    invite, now, round_ = page.invite, page.now, page.round
    if round_ is None:
        return saved(form, lambda: invitations.confirm(invite, now=now, **form.details))
    return saved(
        form, lambda: invitations.update_by(invite, round_, now=now, **form.details)
    )


def _show(
    request: AuthenticatedRequest,
    page: InvitePage,
    form: ReadInviteForm | ReadUpdateForm | None,
    *,
    status: int = HTTPStatus.OK,
) -> HttpResponse:
    template = "interviews/invite_draft.html" if form else "interviews/invite_said.html"
    context = {"form": form, "page": page, "invite": page.invite, "part": form}
    return render(request, template, context, status=status)


@require_POST
def typed(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """Keep what the owner has changed in the form so far; of a draft only."""
    invitations.keep_typed(own_invite(request, pk), _sent(request))
    return HttpResponse(status=HTTPStatus.NO_CONTENT)


def _sent(request: AuthenticatedRequest) -> str:
    """The form as it was sent, without the token of the page."""
    sent = request.POST.copy()
    sent.pop("csrfmiddlewaretoken", None)
    return sent.urlencode()


@require_POST
def deed(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """Cancel the round, note the no, or throw the draft away: as `do` says."""
    invite, do = own_invite(request, pk), request.POST.get("do", "")
    if invite.round:
        return redirect(invite.round)
    if do == "discard":
        invitations.discard(invite)
        messages.success(request, "Thrown away. Nothing was saved.")
        return redirect("interviews:invite")
    if do == "no" and "application" in request.POST:
        return _note_no_without_a_round(request, invite)
    if do not in _DEEDS:
        return HttpResponseBadRequest("There is nothing of that name to do.")
    act, words = _DEEDS[do]
    key = request.POST.get("round", "")
    own = Round.objects.for_user(request.user).complete()
    round_ = get_object_or_404(own, pk=key if key.isdecimal() else 0)
    act(invite, round_, now=timezone.now())
    messages.success(request, words)
    return redirect(round_)


def _note_no_without_a_round(
    request: AuthenticatedRequest, invite: Invite
) -> HttpResponse:
    key = request.POST["application"]
    own = Application.objects.for_user(request.user)
    application = get_object_or_404(own, pk=key if key.isdecimal() else 0)
    change_stage(application, to=Stage.REJECTED, now=timezone.now())
    invitations.discard(invite)
    messages.success(request, _NOTED)
    return redirect(application)


@require_safe
def original(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """The invitation as it came: its words, as text."""
    context = {"invite": own_invite(request, pk)}
    return render(request, "interviews/invite_original.html", context)


@require_safe
def file(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """The bytes as they came, to be saved: no browser opens them as a page of ours."""
    mine = Invite.objects.for_user(request.user)
    invite = get_object_or_404(mine, pk=pk)
    response = HttpResponse(bytes(invite.data), content_type="application/octet-stream")
    name = f"invitation-{invite.pk}{invite.ending}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response
