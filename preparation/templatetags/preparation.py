"""What the page of a round, a floor below, shows of the preparation for it."""

from __future__ import annotations

from django import template
from django.utils import timezone

from applications.models import Contact
from interviews.models import FollowUp, Round
from preparation.bank import Bank, fitting
from preparation.models import Question, Story
from preparation.moments import moments_of
from preparation.question_page import QuestionPage

register = template.Library()


@register.inclusion_tag("preparation/_stories_panel.html")
def stories_panel(round_: Round) -> dict[str, object]:
    """How many of the owner's stories fit; for a `complete()` round, one query."""
    bank = Bank(list(Story.objects.for_user(round_.application.owner)))
    return {
        "round": round_,
        "bank": bank,
        "fitting": fitting(bank.stories, round_, timezone.now()),
    }


@register.simple_tag
def stories_for(round_: Round) -> list[Story]:
    """Those of the owner's stories that fit the round; one query."""
    stories = list(Story.objects.for_user(round_.application.owner))
    return fitting(stories, round_, timezone.now())


@register.simple_tag
def questions_of(round_: Round) -> QuestionPage:
    """What is ready to be asked on both sides; for a `complete()` round, one query."""
    return QuestionPage(round_, now=timezone.now())


@register.filter
def ready_for(questions: QuestionPage, contact: Contact) -> list[Question]:
    """What the owner wants to ask this person."""
    return questions.ready_for(contact)


@register.inclusion_tag("preparation/_moments_panel.html")
def moments_panel(follow_up: FollowUp) -> dict[str, object]:
    """What may be put into a thank-you note to show that its writer suits."""
    return {"moments": moments_of(follow_up.round)}
