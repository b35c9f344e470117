"""What the page of a round, a floor below, shows of the preparation for it."""

from __future__ import annotations

from django import template
from django.utils import timezone

from interviews.models import Round
from preparation.bank import Bank, fitting
from preparation.models import Story
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


@register.inclusion_tag("preparation/_questions_panel.html")
def questions_panel(round_: Round) -> dict[str, object]:
    """What is ready to be asked on both sides; for a `complete()` round, one query."""
    return {"round": round_, "page": QuestionPage(round_, now=timezone.now())}
