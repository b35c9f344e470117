"""Where a card lies in its column: whole numbers with room between them."""

from __future__ import annotations

from datetime import datetime

from django.db import models, transaction
from django.db.models import F, Q, QuerySet

from accounts.models import User
from applications.models import Application
from applications.models.application import ApplicationQuerySet, top_at

# Room for thirty cards to be put at the same spot, one after the other.
_GAP = 1 << 30


def column(owner: User, stage: str) -> ApplicationQuerySet:
    """The cards of a column, the uppermost first."""
    own = Application.objects.for_user(owner).unarchived().filter(stage=stage)
    return own.order_by("board_position", "pk")


def below(cards: ApplicationQuerySet, position: int, pk: int) -> ApplicationQuerySet:
    """Those that lie below that place."""
    return cards.filter(
        Q(board_position__gt=position) | Q(board_position=position, pk__gt=pk)
    )


def place(owner: User, stage: str, after: int | None, *, now: datetime) -> int:
    """The position below the card `after`; on top without one, or when it has left."""
    if after is not None:
        cards = column(owner, stage)
        above = _position(cards.filter(pk=after))
        if above is not None:
            next_one = _position(below(cards, above, after))
            return above + _GAP if next_one is None else (above + next_one) // 2
    return top_at(now)


class Step(models.TextChoices):
    """Places that are named by where the card lies now."""

    TOP = "top", "To the top"
    UP = "up", "One up"
    DOWN = "down", "One down"


def neighbour(card: Application, step: Step) -> int | None:
    """The key of the card to lie below, to be there; None: on top."""
    cards = column(card.owner, card.stage)
    lower = below(cards, card.board_position, card.pk)
    if step == Step.DOWN:
        return lower.values_list("pk", flat=True).first()
    if step == Step.TOP:
        return None
    position = card.board_position
    higher = cards.reverse().filter(
        Q(board_position__lt=position) | Q(board_position=position, pk__lt=card.pk)
    )
    above = list(higher.values_list("pk", flat=True)[:2])
    return above[1] if len(above) > 1 else None


def make_room(owner: User, stage: str, after: int) -> None:
    """Move what lies below the card down, where there is no number left in between.

    In a transaction of its own, before any card is locked: it locks the column, in
    the order of the keys as everybody does.
    """
    cards = column(owner, stage)
    above = _position(cards.filter(pk=after))
    if above is None:
        return
    next_one = _position(below(cards, above, after))
    if next_one is None or next_one - above > 1:
        return
    lower = below(cards, above, after)
    with transaction.atomic():
        locked = lower.order_by("pk").select_for_update(no_key=True)
        keys = list(locked.values_list("pk", flat=True))
        down = Application.objects.filter(pk__in=keys)
        down.update(board_position=F("board_position") + _GAP)


def _position(cards: QuerySet[Application]) -> int | None:
    return cards.values_list("board_position", flat=True).first()
