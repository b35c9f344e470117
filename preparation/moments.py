"""Moments of a talk that may show, in a thank-you note, that its writer suits.

Diversity Employment, "Timing and Tone of Your Follow-up": such moments, briefly.
"""

from __future__ import annotations

from dataclasses import dataclass

from interviews.models import Round
from preparation.models import Question, Story

_MOST = 5
_QUOTED = 200


@dataclass(frozen=True)
class Moment:
    """What it is called, a reminder of it, and the words that begin its sentence."""

    name: str
    more: str
    words: str


def moments_of(round_: Round) -> list[Moment]:
    """What they asked, as it was written down, then stories made ready for the round.

    Without any made ready, those of the bank that were told last. Two queries at most
    where the debrief is prefetched.
    """
    asked = [
        Moment(
            name=question.text,
            more=question.went,
            words=f"Your question, “{question.text[:_QUOTED]}”, has stayed with me, too:",
        )
        for question in (round_.log.questions.all() if round_.log else ())
    ]
    told = [
        Moment(
            name=story.title,
            more=story.result,
            words=f"I was glad to tell you about “{story.title}”:",
        )
        for story in _stories(round_)
    ]
    return [*asked[:_MOST], *told[:_MOST]]


def _stories(round_: Round) -> list[Story]:
    ready = Question.objects.filter(round=round_).exclude(story=None)
    linked = [row.story for row in ready.select_related("story") if row.story]
    if linked:
        return list(dict.fromkeys(linked))
    bank = Story.objects.for_user(round_.application.owner)
    return list(bank.order_by("-updated_at", "-pk")[:_MOST])
