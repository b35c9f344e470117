"""The questions of a round: made ready, answered, practised, asked."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from accounts.autosave import one_writer, saved, unsaved
from accounts.http import AuthenticatedRequest, status_of
from interviews.models import Round
from preparation import actions
from preparation.forms import ChoiceOfQuestions, HeardForm, QuestionForm
from preparation.models import Question
from preparation.models.question import QuestionQuerySet
from preparation.question_page import QuestionPage


@require_safe
def index(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """What is ready for a round on both sides, and what the library suggests."""
    round_ = _round(request, pk)
    page = QuestionPage(round_, now=timezone.now())
    context = {"nav": "applications", "round": round_, "page": page}
    return render(request, "preparation/questions.html", context)


@require_POST
def choose(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """Make questions ready: ticked ones, one of the owner's own, or both."""
    round_, now = _round(request, pk), timezone.now()
    form = ChoiceOfQuestions(request.POST, round_=round_)
    if form.is_valid():
        wanted = form.wanted(now)
        actions.choose_questions(
            round_,
            side=form.cleaned_data["side"],
            wanted=wanted,
            contact=form.whom,
            now=now,
        )
        ready = "question is" if len(wanted) == 1 else "questions are"
        messages.success(request, f"{len(wanted)} {ready} ready.")
    else:
        words = [error for errors in form.errors.values() for error in errors]
        messages.error(request, str(words[0]))
    return redirect("preparation:questions", pk)


@require_http_methods(["GET", "HEAD", "POST"])
@one_writer
def edit(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """Put other words, an answer, a story, or ask somebody else."""
    question = _get(request, pk)
    round_ = _round(request, question.round_id)
    posted = request.POST if request.method == "POST" else None
    form = QuestionForm(posted, instance=question, round_=round_)
    if form.is_valid() and _edited(question, form):
        return saved(request, form, words="Saved.", to=question)
    context = {"nav": "applications", "form": form, "question": _get(request, pk)}
    return unsaved(request, form) or render(
        request, "preparation/question_form.html", context, status=status_of(form)
    )


def _edited(question: Question, form: QuestionForm) -> bool:
    """Write what changed; where another page was first with it, the form says so."""
    try:
        if form.changes:
            actions.edit_question(question, now=timezone.now(), **form.cleaned_data)
    except actions.SameQuestionError:
        form.refuse_twin()
        return False
    return True


@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """Ask first: what was answered does not come back."""
    question = _get(request, pk)
    if request.POST.get("sure"):
        actions.remove_question(question, now=timezone.now())
        messages.success(request, "The question is off your list.")
        return redirect("preparation:questions", question.round_id)
    context = {"nav": "applications", "question": question}
    return render(request, "preparation/question_remove.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def practise(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """One question they may ask, to be answered aloud; then the next one."""
    question = get_object_or_404(_mine(request).asked_of(), pk=pk)
    row = list(Question.objects.asked_of().filter(round=question.round_id))
    place = row.index(question)
    following = row[place + 1] if place + 1 < len(row) else None
    if request.method == "POST":
        actions.mark_practised(question, now=timezone.now())
        if following:
            return redirect("preparation:question_practise", following.pk)
        messages.success(request, "That was the last one. Well done.")
        return redirect("preparation:questions", question.round_id)
    context = {
        "nav": "applications",
        "question": question,
        "place": place + 1,
        "count": len(row),
        "following": following,
    }
    return render(request, "preparation/practise.html", context)


@require_POST
def asked(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """Note that the owner asked it, and what they heard; `undo`: that they did not."""
    question = _get(request, pk)
    if question.is_theirs:
        messages.error(request, "That one is theirs to ask.")
    else:
        _mark_asked(request, question)
    return redirect(question)


def _mark_asked(request: AuthenticatedRequest, question: Question) -> None:
    form = HeardForm(request.POST)
    if not form.is_valid():
        messages.error(request, "That answer is too long to keep.")
        return
    actions.mark_asked(
        question,
        asked="undo" not in request.POST,
        answer=form.cleaned_data["answer"],
        now=timezone.now(),
    )


def _mine(request: AuthenticatedRequest) -> QuestionQuerySet:
    return Question.objects.for_user(request.user).complete()


def _get(request: AuthenticatedRequest, pk: int) -> Question:
    return get_object_or_404(_mine(request), pk=pk)


def _round(request: AuthenticatedRequest, pk: int) -> Round:
    return get_object_or_404(Round.objects.for_user(request.user).complete(), pk=pk)
