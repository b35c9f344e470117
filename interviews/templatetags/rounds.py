"""Template words for rounds and what is owed about them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from django import template
from django.urls import reverse
from django.utils import timezone

from interviews import letters
from interviews.joining import map_url
from interviews.models import FollowUp, Session
from interviews.particulars import Shelf, Twin

register = template.Library()

# Ours: what has been owed for longer than this is told as late.
_LATE_AFTER = timedelta(days=1)


@register.filter
def put_off_until(follow_up: FollowUp) -> datetime | None:
    """Until when the owner put it off; None once that is over."""
    return follow_up.snoozed_until if follow_up.is_snoozed(timezone.now()) else None


@register.filter
def urgency(follow_up: FollowUp) -> str:
    """ "due", or "late" once it has been owed for more than a day."""
    return "late" if timezone.now() - follow_up.due_at > _LATE_AFTER else "due"


@register.simple_tag
def act_url(follow_up: FollowUp, act: str) -> str:
    """Where an act on a follow-up is posted: sent, skip or reopen."""
    return reverse(f"interviews:follow_up_{act}", args=[follow_up.pk])


@register.filter
def with_twins(follow_ups: Iterable[FollowUp]) -> list[tuple[FollowUp, list[Twin]]]:
    """Each note, and the notes with the same particular words; a few queries in all."""
    rows = list(follow_ups)
    shelf = Shelf(rows)
    return [(row, shelf.twins(row)) for row in rows]


@register.filter
def lacks_topic(follow_up: FollowUp) -> bool:
    """Whether a note says nothing particular yet: then it is not ready."""
    return letters.lacks_topic(follow_up)


@register.filter
def kind_tag(kind: str) -> str:
    """The class of the tag that names somebody's kind."""
    return {"executive": "talk", "hiring_manager": "", "hr": "due"}.get(kind, "plain")


@register.filter
def host(link: str) -> str:
    """ "example.com" for a link, as its name on the page."""
    return urlsplit(link).hostname or link


@register.filter
def on_a_map(session: Session) -> str:
    """Where its place is on a map, or empty."""
    return map_url(session)


@register.filter
def worth_showing(reminders: Iterable[Any]) -> list[Any]:
    """Reminders planned or told; those that came to nothing are left out.

    They come through a reverse relation: their floor is above this one.
    """
    return [r for r in reminders if r.state not in {"cancelled", "expired"}]
