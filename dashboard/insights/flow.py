"""The ways applications went, from applied through the rounds to an outcome."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from applications.models import Stage
from dashboard.insights.figure import Cell, Figure
from dashboard.insights.journeys import Journey

DEFINITION = (
    "The way of each application sent in this period: from applied through the rounds "
    "that took place to where it stands today."
)
APPLIED, OPEN = "Applied", "Still open"
OFFER, ACCEPTED, DECLINED = "Offer open", "Accepted", "Offer declined"
# From the best end to the least said one; the order in which they are drawn.
OUTCOMES = (
    *(ACCEPTED, OFFER, DECLINED, OPEN),
    *("Rejected", "Withdrawn", "No response"),
)
# Rounds that have a column of their own; whoever had more is counted with them.
MOST_ROUNDS = 6


def round_name(number: int) -> str:
    return f"Round {number}" + (" and more" if number == MOST_ROUNDS else "")


def way(journey: Journey) -> list[str]:
    """The stations of one application in their order."""
    numbers = range(1, min(journey.rounds, MOST_ROUNDS) + 1)
    return [APPLIED, *map(round_name, numbers), _outcome(journey)]


def _outcome(journey: Journey) -> str:
    if journey.stage == Stage.WITHDRAWN and journey.reached(Stage.OFFER):
        return DECLINED
    named = {Stage.ACCEPTED: ACCEPTED, Stage.OFFER: OFFER}
    if journey.stage in Stage.closed() or journey.stage in named:
        return named.get(journey.stage, journey.stage.label)
    return OPEN


def links(journeys: Sequence[Journey]) -> Counter[tuple[str, str]]:
    """How many went from one station to the next."""
    return Counter(step for journey in journeys for step in pairwise(way(journey)))


def flow(journeys: Sequence[Journey]) -> Figure:
    """The links as a table, in the order of the stations."""
    found = links(journeys)
    place = {name: number for number, name in enumerate(stations())}
    ordered = sorted(found, key=lambda link: (place[link[0]], place[link[1]]))
    rows: list[tuple[Cell, ...]] = [(*link, found[link]) for link in ordered]
    return Figure(
        "flow", "From applied to outcome", DEFINITION, ("From", "To", "Count"), rows
    )


def stations() -> tuple[str, ...]:
    """Every station there may be, in order."""
    rounds = (round_name(number) for number in range(1, MOST_ROUNDS + 1))
    return (APPLIED, *rounds, *OUTCOMES)
