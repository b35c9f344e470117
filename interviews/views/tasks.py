from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBadRequest
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from accounts.autosave import one_writer, saved, unsaved
from accounts.http import AuthenticatedRequest, next_url, wants_fragment
from interviews.actions import (
    add_task,
    add_to_bring,
    change_task,
    remove_task,
    restore_task,
    tick_task,
    untick_task,
)
from interviews.forms import TaskForm, ToBringForm
from interviews.models import Invite, Round, Task
from interviews.task_page import TaskPage

_DEEDS = {
    "tick": (tick_task, ""),
    "untick": (untick_task, ""),
    "remove": (remove_task, "Taken off the list. You can put it back below."),
    "restore": (restore_task, "It is back on the list."),
}


def listed_round(request: AuthenticatedRequest, pk: int) -> Round:
    """The round with the lists on it; 404 unless it is the reader's."""
    rounds = Round.objects.for_user(request.user).complete()
    return get_object_or_404(rounds.prefetch_related("own_items"), pk=pk)


def own_task(request: AuthenticatedRequest, pk: int) -> Task:
    """The task with its round; 404 unless it is the reader's."""
    tasks = Task.objects.for_user(request.user)
    return get_object_or_404(
        tasks.select_related("round__application__company").prefetch_related(
            "round__sessions"
        ),
        pk=pk,
    )


@require_http_methods(["GET", "HEAD", "POST"])
def tasks(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """What they asked to prepare, and what to bring; a POST adds a task."""
    round_ = listed_round(request, pk)
    if request.method != "POST":
        return _show(request, round_)
    form = TaskForm(request.POST, round_=round_)
    if not form.is_valid():
        return _show(request, round_, task_form=form, status=422)
    add_task(round_, form.details, now=timezone.now())
    messages.success(request, "It is on the list.")
    return redirect(_page(round_))


@require_POST
def bring_add(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """Put one thing, or one a line, on the list of what to bring."""
    round_ = listed_round(request, pk)
    form = ToBringForm(request.POST, auto_id="bring_%s")
    if not form.is_valid():
        return _show(request, round_, bring_form=form, status=422)
    add_to_bring(round_, texts=form.texts, now=timezone.now())
    return redirect(f"{_page(round_)}#bring")


def _show(
    request: AuthenticatedRequest,
    round_: Round,
    *,
    task_form: TaskForm | None = None,
    bring_form: ToBringForm | None = None,
    status: int = 200,
) -> HttpResponse:
    context = {
        "round": round_,
        "page": TaskPage(round_, now=timezone.now()),
        "task_form": task_form or TaskForm(round_=round_, text=_words(request)),
        "bring_form": bring_form or ToBringForm(auto_id="bring_%s"),
        "next": _page(round_),
    }
    return render(request, "interviews/tasks.html", context, status=status)


def _words(request: AuthenticatedRequest) -> str:
    """What they asked for in the letter that led here, if one did."""
    key = request.GET.get("invite", "")
    drafts = Invite.objects.for_user(request.user).drafts()
    letter = drafts.filter(pk=key[:18]).first() if key.isdecimal() else None
    return (letter.found.get("to_prepare") or letter.text)[:5000] if letter else ""


def _page(round_: Round) -> str:
    return reverse("interviews:tasks", args=[round_.pk])


@require_http_methods(["GET", "HEAD", "POST"])
@one_writer
def task_edit(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """Put right what was entered about a task."""
    task = own_task(request, pk)
    posted = request.POST if request.method == "POST" else None
    form = TaskForm(posted, round_=task.round, task=task)
    if posted is not None and form.is_valid():
        if form.changes:
            change_task(task, form.details, now=timezone.now())
        return saved(request, form, words="Changed.", to=_page(task.round))
    context = {"form": form, "task": task, "round": task.round}
    status = 200 if posted is None else 422
    return unsaved(request, form) or render(
        request, "interviews/task_form.html", context, status=status
    )


@require_POST
def task(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """Tick it, untick it, take it off the list or put it back: as `do` says."""
    row = own_task(request, pk)
    deed = _DEEDS.get(request.POST.get("do", ""))
    if deed is None:
        return HttpResponseBadRequest("There is nothing of that name to do.")
    do, words = deed
    do(row, now=timezone.now())
    if wants_fragment(request):
        context = {"task": own_task(request, pk), "next": request.POST.get("next", "")}
        return render(request, "interviews/_task.html", context)
    if words:
        messages.success(request, words)
    return redirect(next_url(request, _page(row.round)))
