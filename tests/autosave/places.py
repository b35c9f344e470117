"""Every page on which long words are typed, with a row of alice's behind it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone

from accounts.models import User
from applications.actions import add_note
from applications.models import Offer, ResearchNote
from applications.offers import write_offer
from applications.research import write_research
from interviews.actions import (
    Noted,
    SignDetails,
    TaskDetails,
    add_sign,
    add_task,
    record_outcome,
    save_debrief,
    save_draft,
    save_review,
)
from interviews.models import Debrief, FollowUp, Review, Round
from preparation.actions import Wanted, add_story, choose_questions, edit_question
from preparation.models import Question
from tests.interviews.world import acme, invited


@dataclass(frozen=True)
class Place:
    """An address, the long field on it, and how to read what is stored of it."""

    path: str
    field: str
    stored: Callable[[], str]
    # What else the page sends, as a browser would.
    beside: dict[str, str]


def _debrief(round_: Round, text: str) -> Place:
    now = timezone.now()
    save_debrief(round_, Noted(hints=text), promised_on=None, now=now)
    return Place(
        f"/rounds/{round_.pk}/debrief/",
        "hints",
        lambda: Debrief.objects.get(round=round_).hints,
        {"notes": ""},
    )


def _follow_up(round_: Round, text: str) -> Place:
    note = FollowUp.objects.filter(round=round_)[0]
    save_draft(note, draft=text, now=timezone.now())
    return Place(
        f"/follow-ups/{note.pk}/",
        "draft",
        lambda: FollowUp.objects.get(pk=note.pk).draft,
        {},
    )


def _research(round_: Round, text: str) -> Place:
    company = round_.application.company
    write_research(company, texts={"news": text}, now=timezone.now())
    return Place(
        f"/companies/{company.pk}/research/",
        "news",
        lambda: ResearchNote.objects.get(company=company, topic="news").text,
        {},
    )


def _story(round_: Round, text: str) -> Place:
    owner = round_.application.owner
    story = add_story(owner=owner, title="A tender", action=text, now=timezone.now())

    def stored() -> str:
        story.refresh_from_db()
        return story.action

    return Place(f"/stories/{story.pk}/edit/", "action", stored, {"title": "A tender"})


def _question(round_: Round, text: str) -> Place:
    now, wanted = timezone.now(), [Wanted(text="Why us?")]
    choose_questions(round_, side="they_ask", wanted=wanted, now=now)
    question = Question.objects.get(round=round_)
    edit_question(question, answer=text, now=now)
    return Place(
        f"/questions/{question.pk}/",
        "answer",
        lambda: Question.objects.get(pk=question.pk).answer,
        {"text": "Why us?"},
    )


def _note(round_: Round, text: str) -> Place:
    note = add_note(round_.application, text=text, now=timezone.now())

    def stored() -> str:
        note.refresh_from_db()
        return note.text

    return Place(f"/notes/{note.pk}/", "text", stored, {})


def _sign(round_: Round, text: str) -> Place:
    details = SignDetails(happened="They laughed", otherwise=text)
    sign = add_sign(round_, details, kind="red_flag", now=timezone.now())

    def stored() -> str:
        sign.refresh_from_db()
        return sign.otherwise

    return Place(
        f"/signs/{sign.pk}/", "otherwise", stored, {"happened": "They laughed"}
    )


def _task(round_: Round, text: str) -> Place:
    due = timezone.now().replace(second=0, microsecond=0)
    details = TaskDetails(kind="other", text=text, due_at=due)
    task = add_task(round_, details, now=timezone.now())

    def stored() -> str:
        task.refresh_from_db()
        assert task.due_at == due
        return task.text

    wall = due.astimezone(round_.zone).strftime("%Y-%m-%dT%H:%M")
    return Place(
        f"/tasks/{task.pk}/edit/", "text", stored, {"kind": "other", "due": wall}
    )


def _review(round_: Round, text: str) -> Place:
    record_outcome(round_, outcome="no", now=timezone.now())
    save_review(round_, went_well=text, change="More figures", now=timezone.now())
    return Place(
        f"/rounds/{round_.pk}/review/",
        "went_well",
        lambda: Review.objects.get(round=round_).went_well,
        {"change": "More figures"},
    )


def _offer(round_: Round, text: str) -> Place:
    application = round_.application
    write_offer(application, terms=text, now=timezone.now())
    return Place(
        f"/applications/{application.pk}/offer/edit/",
        "terms",
        lambda: Offer.objects.get(application=application).terms,
        {},
    )


PLACES: dict[str, Callable[[Round, str], Place]] = {
    "debrief": _debrief,
    "follow-up": _follow_up,
    "research": _research,
    "story": _story,
    "question": _question,
    "note": _note,
    "sign": _sign,
    "task": _task,
    "review": _review,
    "offer": _offer,
}


def a_round(owner: User) -> Round:
    """One that was over an hour ago."""
    now = timezone.now()
    return invited(acme(owner, now=now), starts_at=now - timedelta(hours=2), now=now)


def place(owner: User, name: str, text: str = "") -> Place:
    """The page of that name, with `text` stored in its long field."""
    return PLACES[name](a_round(owner), text)
