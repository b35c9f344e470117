"""The board: what each column shows, read by two queries however many cards there are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from operator import attrgetter
from typing import Any

from django.db.models import Count
from django.utils.safestring import SafeString, mark_safe

from accounts.models import User
from accounts.prepared import Prepared
from accounts.templatetags.callback import icon
from applications import board_order, steps
from applications.addresses import addresses
from applications.cards import Card, card_html
from applications.models import Application, Stage
from applications.models.application import ApplicationQuerySet
from applications.table.wishes import Wishes, narrowed

# Ours: what is looked through at once; the rest of a column comes when it is reached.
SHOWN = 20
# Ours: after so long without a word, a card says so.
QUIET_AFTER = timedelta(days=14)

_FIELDS = (
    "pk",
    "stage",
    "board_position",
    "company__name",
    "role",
    "steps",
    "round_number",
    "quiet_since",
    "is_sample",
)
_values = attrgetter(*(name.replace("__", ".") for name in _FIELDS))

# One application of its owner, with its company: asked twice with every move of a card.
OWN = Prepared(
    lambda owner, pk: (
        Application.objects.for_user(User(pk=owner))
        .select_related("company")
        .filter(pk=pk)
    ),
    owner=int,
    pk=int,
)


@dataclass(frozen=True)
class Column:
    """A stage, how many stand there, and the first of them; a closed one shows none."""

    stage: Stage
    count: int
    cards: list[Card]

    @property
    def is_closed(self) -> bool:
        return self.stage in Stage.closed()

    @property
    def more(self) -> int:
        """How many there are below those shown."""
        return self.count - len(self.cards)

    @property
    def last(self) -> int | None:
        """The key of the lowest card shown."""
        return self.cards[-1]["pk"] if self.cards else None

    @property
    def html(self) -> SafeString:
        """The cards, written."""
        return mark_safe("".join(map(card_html, self.cards)))  # noqa: S308 -- each is


def columns(
    owner: User, *, now: datetime, wishes: Wishes | None = None
) -> list[Column]:
    """All of them in their order, with the first cards of the live ones.

    With `wishes` only the cards that fit, whatever stage these name.
    """
    counted = counts(owner, wishes, now)
    by_stage: dict[str, list[Card]] = {stage: [] for stage in Stage}
    for card in _first_cards(owner, wishes, now):
        by_stage[card["stage"]].append(card)
    return [
        Column(stage, counted.get(stage, 0), by_stage[stage.value]) for stage in Stage
    ]


def counts(owner: User, wishes: Wishes | None, now: datetime) -> dict[str, int]:
    """How many cards each column holds."""
    # An ordering would join the GROUP BY and make every count one.
    own = Application.objects.for_user(owner).unarchived().order_by()
    if wishes:
        own = narrowed(own, wishes, owner, now)
    return dict(own.values_list("stage").annotate(count=Count("pk")))


def _column(
    owner: User, stage: str, wishes: Wishes | None, now: datetime
) -> ApplicationQuerySet:
    cards = board_order.column(owner, stage)
    return narrowed(cards, wishes, owner, now) if wishes else cards


def _first_cards(owner: User, wishes: Wishes | None, now: datetime) -> Iterator[Card]:
    """Of each live column, each cut off by itself: none is read that is not shown."""
    rows = [
        _column(owner, stage, wishes, now).values_list(*_FIELDS)[:SHOWN]
        for stage in Stage.live()
    ]
    found = rows[0].union(*rows[1:], all=True)
    return cards(sorted(found, key=lambda row: (row[2], row[0])), owner, now)


def next_cards(
    owner: User,
    stage: str,
    after: int | None,
    *,
    now: datetime,
    wishes: Wishes | None = None,
) -> Column:
    """A column below the card `after`; from its top without one, or if that has left.

    `count` is how many there are from there on.
    """
    column = _column(owner, stage, wishes, now)
    position = (
        column.filter(pk=after).values_list("board_position", flat=True).first()
        if after is not None
        else None
    )
    if after is not None and position is not None:
        column = board_order.below(column, position, after)
    found = cards(column.values_list(*_FIELDS)[:SHOWN], owner, now)
    return Column(Stage(stage), column.count(), list(found))


def card(owner: User, pk: int, *, now: datetime) -> Card:
    """One card as it is now."""
    return next(cards([_values(OWN.one(owner=owner.pk, pk=pk))], owner, now))


def cards(
    rows: Iterable[tuple[Any, ...]], owner: User, now: datetime
) -> Iterator[Card]:
    """What a card says, in words: plain values, quickly written by a template."""
    page, move = addresses("applications:detail"), addresses("applications:move")
    pages = steps.pages()
    zone, closed, dots = owner.zone, Stage.closed(), icon("dots")
    for pk, stage, _, company, role, kept, number, quiet_since, sample in rows:
        step = steps.current(steps.read(kept), now)
        days = (now - quiet_since).days if quiet_since else 0
        yield {
            "pk": pk,
            "dots": dots,
            "stage": stage,
            "url": page(pk),
            "move_url": move(pk),
            "company": company,
            "role": role,
            "is_sample": sample,
            "step": step.text if step else "",
            "step_url": pages(step) if step else "",
            "when": step.when(zone, now) if step else "",
            "tone": step.tone(zone, now) if step else "",
            "is_closed": stage in closed,
            "round": number,
            "quiet": days if days >= QUIET_AFTER.days else 0,
        }
