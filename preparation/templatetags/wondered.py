"""What the page of an offer, a floor below, shows of the owner's questions."""

from __future__ import annotations

from django import template

from applications.models import Application
from preparation.offer_questions import OfferQuestions

register = template.Library()


@register.inclusion_tag("preparation/_offer_questions.html")
def offer_questions(application: Application) -> dict[str, object]:
    """What the owner wanted to know there, answered or open; one query."""
    return {"application": application, "wondered": OfferQuestions(application)}
