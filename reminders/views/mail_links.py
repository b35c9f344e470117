"""Where the links of a mail lead: a page that asks, and a button that acts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from accounts.autosave import lock_writer, saved, unsaved
from accounts.models import User
from guidance import library
from guidance.library import Advice
from interviews import actions, letters, posting
from interviews.forms import DraftForm
from interviews.models import FollowUp
from reminders import links
from reminders.links import BadLink, Link, Purpose
from reminders.views.private import opened_by_link


@dataclass(frozen=True, kw_only=True, slots=True)
class Deed:
    """What a link may do to its follow-up, and how it is undone."""

    button: str
    done: str
    is_done: Callable[[FollowUp], bool]
    # Is given the words that were posted with it, if there were any.
    do: Callable[[FollowUp, datetime, str | None], object]
    undo: Callable[[FollowUp, datetime], object]


def _reopen(follow_up: FollowUp, now: datetime) -> object:
    return actions.reopen(follow_up, now=now)


_SENT = Deed(
    button="Mark as sent",
    done="Marked as sent",
    is_done=lambda f: f.state == FollowUp.State.SENT,
    do=lambda f, now, draft: actions.mark_sent(f, now=now, draft=draft),
    undo=_reopen,
)
_DEEDS = {
    Purpose.SENT: _SENT,
    # Who writes it also sends it: the page has the same button.
    Purpose.WRITE: _SENT,
    Purpose.SKIP: Deed(
        button="It is not needed",
        done="Set aside as not needed",
        is_done=lambda f: f.state == FollowUp.State.SKIPPED,
        do=lambda f, now, _: actions.skip(f, now=now),
        undo=_reopen,
    ),
    Purpose.REPLIED: Deed(
        button="They replied",
        done="Noted that they replied",
        is_done=lambda f: f.round.replied_at is not None,
        do=lambda f, now, _: actions.mark_replied(f.round, now=now),
        undo=lambda f, now: actions.unmark_replied(f.round, now=now),
    ),
}


@opened_by_link
@require_http_methods(["GET", "HEAD", "POST"])
def mail_link(request: HttpRequest, link: Link, owner: User) -> HttpResponse:
    """Ask on GET, act on POST, each for the one follow-up the link names."""
    if request.method != "POST":
        return _page(request, link, _follow_up(link, owner))
    with transaction.atomic():
        lock_writer(owner)
        follow_up = _follow_up(link, owner)
        if _has_words(request, link):
            return _write(request, link, follow_up)
        _act(request, link, follow_up, None)
    return redirect(_back(request, link) or link.path)


def _write(request: HttpRequest, link: Link, follow_up: FollowUp) -> HttpResponse:
    """Keep the words that came with the button, and do what it says."""
    owner = follow_up.round.application.owner
    kept, kept_at = follow_up.draft, follow_up.drafted_at
    words = DraftForm(request.POST, kept=kept, kept_at=kept_at)
    if not words.is_valid():
        clash = unsaved(request, words, reader=owner)
        return clash or _page(request, link, follow_up, status=422)
    draft = words.cleaned_data["draft"]
    if words.is_autosave or words.has_chosen:
        _save(follow_up, draft)
        said = "Your draft is saved."
        return saved(request, words, words=said, to=link.path, reader=owner)
    if _is_unfilled(request):
        _save(follow_up, draft)
        return _page(request, link, _follow_up(link, owner), status=422)
    _act(request, link, follow_up, draft)
    return redirect(link.path)


def _back(request: HttpRequest, link: Link) -> str:
    """The page of all notes of the round, when the button was pressed there."""
    try:
        page = links.read(request.POST.get("back", ""), now=timezone.now())
    except BadLink:
        return ""
    is_ours = page.purpose is Purpose.NOTES and page.owner == link.owner
    return page.path if is_ours else ""


def _follow_up(link: Link, owner: User) -> FollowUp:
    """Raises BadLink when it is gone, and for a link that leads to another page."""
    if link.purpose not in _DEEDS:
        raise BadLink
    found = FollowUp.objects.for_user(owner).to_write()
    try:
        return found.get(pk=link.subject)
    except FollowUp.DoesNotExist as error:
        raise BadLink from error


def _has_words(request: HttpRequest, link: Link) -> bool:
    return link.purpose is Purpose.WRITE and "draft" in request.POST


def _act(
    request: HttpRequest, link: Link, follow_up: FollowUp, draft: str | None
) -> None:
    """Do or undo, once, else keep the words: what is settled already stays so."""
    deed = _DEEDS[link.purpose]
    usual = "save" if link.purpose is Purpose.WRITE else "do"
    action = request.POST.get("action", usual)
    now = timezone.now()
    if action == "undo" and deed.is_done(follow_up):
        deed.undo(follow_up, now)
    elif action == "do" and follow_up.is_open and not deed.is_done(follow_up):
        deed.do(follow_up, now, draft)
    else:
        _save(follow_up, draft)


def _save(follow_up: FollowUp, draft: str | None) -> None:
    """Keep the words, where there are any and they are others than before."""
    if draft is not None and draft != follow_up.draft:
        actions.save_draft(follow_up, draft=draft, now=timezone.now())


def _is_unfilled(request: HttpRequest) -> bool:
    """Whether words with gaps are to be marked as sent, without having been warned."""
    gaps = letters.gaps(request.POST.get("draft", ""))
    sending = request.POST.get("action") == "do" and "anyway" not in request.POST
    return sending and bool(gaps)


def _page(
    request: HttpRequest, link: Link, follow_up: FollowUp, status: int = 200
) -> HttpResponse:
    deed = _DEEDS[link.purpose]
    context = {
        "link": link,
        "deed": deed,
        "done": deed.is_done(follow_up),
        "follow_up": follow_up,
        "owner": follow_up.round.application.owner,
    }
    if link.purpose is not Purpose.WRITE:
        return render(request, "reminders/mail_deed.html", context, status=status)
    context |= _writing(request, follow_up)
    context["skip"] = link.to(Purpose.SKIP, follow_up.pk)
    return render(request, "reminders/mail_write.html", context, status=status)


def _writing(request: HttpRequest, follow_up: FollowUp) -> dict[str, object]:
    """The words so far, or a beginning; what they lack; where they go."""
    owner = follow_up.round.application.owner
    draft = request.POST.get("draft") or letters.words(
        follow_up, writer=owner, now=timezone.now()
    )
    given, unfilled = {"draft": draft}, _is_unfilled(request)
    refused = request.method == "POST" and not unfilled  # with words far too long
    typed = {**given, "opened": request.POST.get("opened", "")} if refused else None
    return {
        "form": DraftForm(typed, initial=given, kept=follow_up.draft),
        "gaps": letters.gaps(draft),
        "known_gaps": "|".join(letters.GAPS),
        "unfilled": unfilled,
        "recipient": letters.recipient(follow_up),
        "mailto": posting.mailto(follow_up, draft=draft),
        "suggested": _suggested(follow_up),
    }


_A_NOTE = ("thank-interest", "thank-particular")
_A_QUESTION = ("ask-once",)
_A_REPLY = ("no-reply-thanks", "no-reply-feedback", "no-reply-contact")
# A second question is the owner's own wish: no document asks for one.
_ADVICE: dict[str, tuple[str, ...]] = {
    FollowUp.Kind.THANK_YOU: _A_NOTE,
    FollowUp.Kind.STATUS_CHECK: _A_QUESTION,
    FollowUp.Kind.FEEDBACK_REQUEST: _A_REPLY,
    FollowUp.Kind.CHECK_IN: (),
}


def _suggested(follow_up: FollowUp) -> list[Advice]:
    """What the documents want in such a message, with where they say it."""
    found = map(library.load().get, _ADVICE[follow_up.kind])
    return [advice for advice in found if advice]
