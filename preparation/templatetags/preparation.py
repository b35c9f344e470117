"""What the page of a round, a floor below, shows of the preparation for it."""

from __future__ import annotations

from django import template
from django.utils import timezone

from accounts.models import User
from accounts.prepared import Prepared
from applications.models import Contact
from interviews.models import FollowUp, Round
from preparation.bank import fitting
from preparation.models import Question, Story
from preparation.moments import moments_of
from preparation.question_page import QuestionPage

register = template.Library()


# What a story proves, and where; without its words, which may be long.
_PROOFS = Prepared(
    lambda owner: Story.objects.for_user(User(pk=owner)).only("proves", "company"),
    owner=int,
)


@register.inclusion_tag("preparation/_stories_panel.html")
def stories_panel(questions: QuestionPage) -> dict[str, object]:
    """How many of the owner's stories fit; for a `complete()` round, one query."""
    round_ = questions.round
    stories = _PROOFS(owner=round_.application.owner_id)
    return {
        "round": round_,
        "stories": stories,
        "fitting": fitting(stories, round_, questions.before) if stories else [],
    }


@register.simple_tag
def stories_for(questions: QuestionPage) -> list[Story]:
    """Those of the owner's stories that fit the round; one query."""
    round_ = questions.round
    stories = Story.objects.for_user(round_.application.owner)
    return fitting(stories, round_, questions.before)


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
