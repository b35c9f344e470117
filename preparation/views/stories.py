"""The bank of stories: looked through, added to, changed."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from accounts.autosave import one_writer, saved, unsaved
from accounts.http import AuthenticatedRequest, next_url, status_of
from interviews.models import Round
from preparation.actions import add_story, delete_story, edit_story
from preparation.advice import situation_before
from preparation.bank import Bank, fitting, ready_before
from preparation.forms import StoryForm
from preparation.models import Proof, Story


@require_safe
def index(request: AuthenticatedRequest) -> HttpResponse:
    """All stories; `proves` narrows to a tag, `round` to what fits one of the rounds."""
    bank = Bank(list(Story.objects.for_user(request.user).select_related("company")))
    found, round_ = bank.stories, _round(request)
    ready: dict[int, int] = {}
    proves = request.GET.get("proves", "")
    if round_:
        before = situation_before(round_, timezone.now())
        found = fitting(found, round_, before)
        ready = ready_before(round_)
    elif proves in Proof.values:
        found = [story for story in found if proves in story.proves]
    context = {
        "nav": "stories",
        "bank": bank,
        "found": [(story, ready.get(story.pk)) for story in found],
        "proves": proves,
        "round": round_,
    }
    return render(request, "preparation/stories.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: AuthenticatedRequest) -> HttpResponse:
    """Write a story down."""
    posted = request.POST if request.method == "POST" else None
    initial = {"proves": request.GET.getlist("proves")}
    form = StoryForm(posted, owner=request.user, initial=initial)
    if form.is_valid():
        story = add_story(owner=request.user, now=timezone.now(), **form.cleaned_data)
        messages.success(request, f"“{story}” is among your stories.")
        return redirect(next_url(request, story.get_absolute_url()))
    return _form(request, form)


@require_safe
def detail(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """One story, to read it once more before it is told."""
    context = {"nav": "stories", "story": _get(request, pk)}
    return render(request, "preparation/story.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@one_writer
def edit(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """Tell it otherwise."""
    posted = request.POST if request.method == "POST" else None
    story = _get(request, pk)
    form = StoryForm(posted, owner=request.user, instance=_get(request, pk))
    if form.is_valid():
        if form.changes:
            edit_story(story, now=timezone.now(), **form.cleaned_data)
        return saved(request, form, words="Saved.", to=story)
    return unsaved(request, form) or _form(request, form, story=story)


@require_http_methods(["GET", "HEAD", "POST"])
def delete(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """Ask first: a deleted story does not come back."""
    story = _get(request, pk)
    if request.POST.get("sure"):
        delete_story(story)
        messages.success(request, "The story is deleted.")
        return redirect("preparation:stories")
    context = {"nav": "stories", "story": story}
    return render(request, "preparation/story_delete.html", context)


def _form(
    request: AuthenticatedRequest, form: StoryForm, *, story: Story | None = None
) -> HttpResponse:
    context = {"nav": "stories", "form": form, "story": story}
    return render(
        request, "preparation/story_form.html", context, status=status_of(form)
    )


def _get(request: AuthenticatedRequest, pk: int) -> Story:
    mine = Story.objects.for_user(request.user).select_related("company")
    return get_object_or_404(mine, pk=pk)


def _round(request: AuthenticatedRequest) -> Round | None:
    """The round named in the address, if it names one; 404 unless it is the reader's."""
    pk = request.GET.get("round", "")
    if not (pk.isascii() and pk.isdigit() and len(pk) < 19):
        return None
    return get_object_or_404(Round.objects.for_user(request.user).complete(), pk=pk)
