from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST
from django_htmx.http import trigger_client_event

from accounts.actions import change_name
from accounts.autosave import one_writer, saved, unsaved
from accounts.gathering import gather
from accounts.http import AuthenticatedRequest, next_url, wants_fragment
from accounts.models import User
from accounts.prepared import Prepared, one_or_404
from interviews import letters, posting
from interviews.actions import mark_sent, reopen, save_draft, skip
from interviews.forms import DraftForm
from interviews.models import FollowUp
from interviews.particulars import Shelf, cautions


def _of_owner(*related: str) -> Prepared[FollowUp]:
    return Prepared(
        lambda owner, pk: (
            FollowUp.objects.for_user(User(pk=owner))
            .select_related(*related)
            .filter(pk=pk)
        ),
        owner=int,
        pk=int,
    )


_OWN = _of_owner("contact", "round__application__company", "round__application__owner")
_TO_SETTLE = _of_owner("round__application")
# What the words of a message are made of, and what a line shows of it.
_WORDS = (
    "round__sessions__interviewers__contact",
    "round__debrief__questions",
    "round__debrief__topics__contact",
)
_LINE = (
    "contact",
    "round__application__company",
    "round__application__owner",
    "round__sessions",
    "round__debrief__topics",
)


def own_follow_up(request: AuthenticatedRequest, pk: int) -> FollowUp:
    """The message with its round and people; 404 unless it is the reader's."""
    return _own(request, pk, *_WORDS)


def _own(request: AuthenticatedRequest, pk: int, *related: str) -> FollowUp:
    row = one_or_404(_OWN, owner=request.user.pk, pk=pk)
    gather([row], *related)
    return row


@require_http_methods(["GET", "HEAD", "POST"])
@one_writer
def follow_up(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """Write the note: keep the words so far, and with `then=sent` mark it as sent."""
    row = own_follow_up(request, pk)
    if request.method == "POST":
        form = DraftForm(request.POST, kept=row.draft, kept_at=row.drafted_at)
        if form.is_valid():
            return _saved(request, row, form)
        return unsaved(request, form) or _write(request, row, form, status=422)
    now = timezone.now()
    words = letters.words(row, writer=request.user, now=now)
    return _write(request, row, DraftForm(initial={"draft": words}, kept=row.draft))


def _saved(
    request: AuthenticatedRequest, row: FollowUp, form: DraftForm
) -> HttpResponse:
    now, draft = timezone.now(), form.cleaned_data["draft"]
    if form.is_autosave or form.has_chosen:
        return _kept(request, row, form, now=now)
    if name := form.cleaned_data["your_name"]:
        change_name(request.user, name=name)
        draft = letters.signed(draft, name)
    if moment := form.cleaned_data["moment"]:
        save_draft(row, draft=letters.with_moment(draft, moment), now=now)
        messages.success(
            request, "It is in your note. Put what it shows in place of the brackets."
        )
        return redirect(f"{row.get_absolute_url()}#id_draft")
    to_send = request.POST.get("then") == "sent"
    if to_send and letters.gaps(draft) and "anyway" not in request.POST:
        save_draft(row, draft=draft, now=now)
        form = DraftForm(initial={"draft": draft}, kept=draft)
        return _write(request, row, form, status=422, unfilled=True)
    if not to_send:
        save_draft(row, draft=draft, now=now)
        return saved(request, form, words="Your draft is saved.", to=row)
    if mark_sent(row, draft=draft, now=now).is_sent:
        messages.success(request, f"Sent: {row.title}.")
    else:
        messages.info(request, f"{row.title}: {_STAYS[FollowUp.State.SKIPPED]}")
    return redirect(next_url(request, row.round.get_absolute_url()))


def _kept(
    request: AuthenticatedRequest, row: FollowUp, form: DraftForm, *, now: datetime
) -> HttpResponse:
    """The words alone, as they stand in the box: nothing is signed or sent."""
    if form.changes:
        save_draft(row, draft=form.cleaned_data["draft"], now=now)
    return saved(request, form, words="Your draft is saved.", to=row)


def _write(
    request: AuthenticatedRequest,
    row: FollowUp,
    form: DraftForm,
    *,
    status: int = 200,
    unfilled: bool = False,
) -> HttpResponse:
    draft = str(form["draft"].value() or "")
    context = {
        "follow_up": row,
        "round": row.round,
        "form": form,
        "recipient": letters.recipient(row),
        "subject": letters.subject(row),
        "gaps": letters.gaps(draft),
        "known_gaps": "|".join(letters.GAPS),
        "unfilled": unfilled,
        "next": row.get_absolute_url(),
        **_to_think_over(row, draft),
        **_ways_out(request, row, draft),
    }
    return render(request, "interviews/follow_up.html", context, status=status)


def _to_think_over(row: FollowUp, draft: str) -> dict[str, object]:
    """What hinders nobody, but is better seen before it leaves."""
    if row.is_sent:
        return {}
    twins = Shelf([row]).twins(row, draft=draft) if row.is_thank_you else []
    return {"twins": twins, "cautions": cautions(draft)}


def _ways_out(
    request: AuthenticatedRequest, row: FollowUp, draft: str
) -> dict[str, object]:
    """By mail, by mail to somebody who passes it on, and whether that is too long."""
    address = posting.mailto(row, draft=draft)
    ways: dict[str, object] = {"mailto": address, "is_long": posting.is_long(address)}
    if messenger := posting.messenger(row):
        envelope = posting.envelope(row, messenger, writer=request.user)
        passing_on = posting.passing_on(row, messenger, draft=envelope + draft)
        ways |= {
            "messenger": messenger,
            "envelope": envelope,
            "is_unsigned": bool(letters.gaps(envelope)),
            "passing_on": passing_on,
        }
    return ways


@require_POST
def follow_up_sent(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """The owner has sent it."""
    return _settle(request, pk, mark_sent, FollowUp.State.SENT)


@require_POST
def follow_up_skip(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """The owner will not send it."""
    return _settle(request, pk, skip, FollowUp.State.SKIPPED)


@require_POST
def follow_up_reopen(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """Take back either."""
    return _settle(request, pk, reopen, FollowUp.State.OPEN)


_DONE = {
    FollowUp.State.SENT: "marked as sent.",
    FollowUp.State.SKIPPED: "marked as not needed.",
    FollowUp.State.OPEN: "taken back.",
}
# Said to a page that is older than what another one has settled meanwhile.
_STAYS = {
    FollowUp.State.SENT: "it was marked as sent already, and stays so. "
    "Undo that first, if it is wrong.",
    FollowUp.State.SKIPPED: "it was marked as not needed already, and stays so. "
    "Undo that first, if it is wrong.",
}


def _settle(
    request: AuthenticatedRequest,
    pk: int,
    action: Callable[..., FollowUp],
    to: FollowUp.State,
) -> HttpResponse:
    """Do it; htmx gets the line as it now is, a plain browser its page again."""
    row = one_or_404(_TO_SETTLE, owner=request.user.pk, pk=pk)
    row = action(row, now=timezone.now())
    gather([row], *_LINE)
    page = next_url(request, row.round.get_absolute_url())
    stays = row.is_settled and row.state != to and _STAYS.get(FollowUp.State(row.state))
    words = f"{row.title}: {stays or _DONE[to]}"
    if stays:
        messages.info(request, words)
    elif not wants_fragment(request):
        messages.success(request, words)
    if not wants_fragment(request):
        return redirect(page)
    context = {"follow_up": row, "next": page, "announce": words}
    response = render(request, "interviews/_follow_up_row.html", context)
    return trigger_client_event(response, "follow-up-changed")
