from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q

from applications.models import Contact
from interviews.actions.changing import changing_round
from interviews.models import Round
from preparation.models import Question


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """A question to make ready: of the library, or of the owner's own."""

    text: str
    advice: str = ""


def choose_questions(
    round_: Round,
    *,
    side: str,
    wanted: list[Wanted],
    contact: Contact | None = None,
    now: datetime,
) -> None:
    """Make questions ready for a round; one that is ready already stays as it is.

    One they may ask begins with what the owner answered it with before, if anything.
    """
    with changing_round(round_, now=now) as fresh:
        for each in wanted:
            new = Question(
                round=fresh,
                side=side,
                text=each.text,
                contact=contact,
                advice=each.advice,
                created_at=now,
                **_answered_before(fresh, side, each),
            )
            if not has_twin(new):
                new.save()


class SameQuestionError(Exception):
    """Another question of the round, to the same person, says the same."""


def has_twin(question: Question) -> bool:
    """Whether the round has that question already, to the same person."""
    others = Question.objects.filter(
        round=question.round_id, side=question.side, contact=question.contact_id
    ).exclude(pk=question.pk)
    return question.is_among(others.values_list("text", flat=True))


def _answered_before(round_: Round, side: str, wanted: Wanted) -> dict[str, Any]:
    """The latest answer to the same question in any round of the owner's."""
    if side != Question.Side.THEY_ASK:
        return {}
    same = Q(text__iexact=wanted.text)
    if wanted.advice:
        same |= Q(advice=wanted.advice)
    found = (
        Question.objects.for_user(round_.application.owner)
        .asked_of()
        .filter(same)
        .exclude(answer="", story=None)
        .order_by("-created_at", "-pk")
        .first()
    )
    return {"answer": found.answer, "story_id": found.story_id} if found else {}


def edit_question(question: Question, *, now: datetime, **fields: Any) -> Question:
    """Write `fields`, columns of `Question`. Raises SameQuestionError."""
    with _changing(question, now=now) as fresh:
        for name, value in fields.items():
            setattr(fresh, name, value)
        if {"text", "contact"} & fields.keys() and has_twin(fresh):
            raise SameQuestionError
        fresh.edited_at = now
        fresh.save(update_fields=[*fields, "edited_at"])
    return fresh


def remove_question(question: Question, *, now: datetime) -> None:
    """Delete for good; one that is deleted already stays so."""
    with changing_round(question.round, now=now):
        Question.objects.filter(pk=question.pk).delete()


def mark_practised(question: Question, *, now: datetime) -> None:
    """The owner has answered it aloud."""
    with _changing(question, now=now) as fresh:
        fresh.practised_at = now
        fresh.save(update_fields=["practised_at"])


def mark_asked(
    question: Question, *, asked: bool, answer: str = "", now: datetime
) -> None:
    """The owner has asked it, or after all has not; `answer` is what they heard.

    An answer that is there stays unless there are other words for it.
    """
    with _changing(question, now=now) as fresh:
        fresh.asked_at = (fresh.asked_at or now) if asked else None
        fresh.answer = answer or fresh.answer
        fresh.save(update_fields=["asked_at", "answer"])


@contextmanager
def _changing(question: Question, *, now: datetime) -> Iterator[Question]:
    """Raises Question.DoesNotExist when it was deleted meanwhile."""
    with changing_round(question.round, now=now):
        yield Question.objects.get(pk=question.pk)
