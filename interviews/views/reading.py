"""An invitation is handed in, read, looked at, and made a round."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, HttpResponseBadRequest
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from accounts.http import AuthenticatedRequest, wants_fragment
from applications.models import Application
from interviews.actions import invitations
from interviews.examples import example
from interviews.forms.reading import ReadInviteForm, ReadUpdateForm
from interviews.invite_page import InvitePage
from interviews.invites.found import NotRead
from interviews.models import Invite, Round
from interviews.original import in_words
from interviews.reading_limit import (
    TOO_LARGE,
    TooOften,
    handed_in,
    read_for,
    shared,
    words_shared,
)
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
    """The invitation with what it is kept with, without its bytes; 404 unless it is the reader's."""
    invites = Invite.objects.for_user(request.user).defer("data")
    related = invites.select_related(
        "owner", "round__application__company", "application__company"
    )
    return get_object_or_404(related, pk=pk)


@require_http_methods(["GET", "HEAD", "POST"])
def read(request: AuthenticatedRequest) -> HttpResponse:
    """Read what was pasted, chosen or dropped, and show what it says."""
    if request.method != "POST":
        return redirect("interviews:invite")
    pasted = request.POST.get("text", "")
    return _read(request, _example if "example" in request.POST else handed_in, pasted)


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def share(request: AuthenticatedRequest) -> HttpResponse:
    """The same for what was shared to the app on a phone (`config.web_manifest`).

    The phone's share sheet knows no token of a page. What stands for it: browsers say
    where a request comes from, "none" is said of no request that a page has made, and
    no page can say it (W3C Fetch Metadata Request Headers, 2.3).
    """
    if request.method != "POST":
        # They had to sign in first, and what they shared was lost on the way.
        messages.info(request, "You were signed out. Please share it once more.")
        return redirect("interviews:invite")
    if request.headers.get("Sec-Fetch-Site") != "none":
        raise PermissionDenied
    return _read(request, shared, words_shared(request))


def _example(request: AuthenticatedRequest) -> tuple[bytes, str]:
    return example(request.user, now=timezone.now()), ""


def _read(
    request: AuthenticatedRequest,
    given: Callable[[AuthenticatedRequest], tuple[bytes, str]],
    pasted: str,
) -> HttpResponse:
    """Keep what it says as a draft; else the page with the box, `pasted` still in it."""
    now = timezone.now()
    try:
        data, filename = given(request)
        found = read_for(request, data, filename, now=now)
    except NotRead as error:
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        return by_hand(request, problem=str(error), status=status, pasted=pasted)
    except TooOften:
        status = HTTPStatus.TOO_MANY_REQUESTS
        return by_hand(request, problem=_TOO_OFTEN, status=status, pasted=pasted)
    invite = invitations.keep_draft(
        owner=request.user, data=data, filename=filename, found=found, now=now
    )
    return redirect(invite)


def too_large(request: AuthenticatedRequest) -> HttpResponse:
    """The same for more than a form takes: what was pasted is not even held."""
    status = HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    return by_hand(request, problem=TOO_LARGE, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def draft(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """What an invitation says, to be looked at and saved."""
    invite = own_invite(request, pk)
    if invite.home:
        return redirect(invite.home)
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
    if invite.home:
        return redirect(invite.home)
    if do == "discard":
        return _discard(request, invite)
    if do == "no" and "application" in request.POST:
        return _note_no_of_a_job(request, invite)
    if do not in _DEEDS:
        return HttpResponseBadRequest("There is nothing of that name to do.")
    act, words = _DEEDS[do]
    round_ = _own_round(request)
    act(invite, round_, now=timezone.now())
    messages.success(request, words)
    return redirect(round_)


def _own_round(request: AuthenticatedRequest) -> Round:
    key = request.POST.get("round", "")
    own = Round.objects.for_user(request.user).complete()
    return get_object_or_404(own, pk=key if key.isdecimal() else 0)


def _discard(request: AuthenticatedRequest, invite: Invite) -> HttpResponse:
    """Throw the draft away; back to the round it would have changed, if any."""
    stays = _own_round(request) if "round" in request.POST else None
    invitations.discard(invite)
    if stays is None:
        messages.success(request, "Thrown away. Nothing was saved.")
        return redirect("interviews:invite")
    messages.success(request, "Left as it was. The invitation is thrown away.")
    return redirect(stays)


def _note_no_of_a_job(request: AuthenticatedRequest, invite: Invite) -> HttpResponse:
    """With its last round; before any round, with the application itself."""
    key, now = request.POST["application"], timezone.now()
    own = Application.objects.for_user(request.user)
    application = get_object_or_404(own, pk=key if key.isdecimal() else 0)
    last = application.rounds.standing().complete().order_by("-number").first()
    if last:
        invitations.note_no_by(invite, last, now=now)
    else:
        invitations.note_no_of(invite, application, now=now)
    messages.success(request, _NOTED)
    return redirect(last or application)


@require_safe
def original(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """The invitation as it came: its words as text, of a calendar file its facts."""
    invite = own_invite(request, pk)
    zone = ZoneInfo(request.user.time_zone)
    told = in_words(invite.text, zone=zone, now=timezone.now())
    context = {"invite": invite, "told": told, "lines": invite.raw or told.lines}
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
