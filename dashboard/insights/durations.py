from __future__ import annotations

from collections.abc import Sequence
from statistics import median, quantiles

from applications.models import Stage
from dashboard.insights.figure import FEWEST, Cell, Figure
from dashboard.insights.journeys import Journey

DEFINITION = (
    "How many days applications sent in this period stayed in a stage before they left "
    "it. Half of them took the median or less; a quarter each took less than the first "
    "and more than the third quartile (told from five on). Stays that still last are "
    "not counted."
)


def durations(journeys: Sequence[Journey]) -> Figure:
    """Median and quartiles of days in each live stage that was left again."""
    stays: dict[Stage, list[float]] = {}
    for journey in journeys:
        for stage, days in journey.stays:
            stays.setdefault(stage, []).append(days)
    columns = ("Stage", "Left (n)", "First quartile", "Median", "Third quartile")
    rows = [_row(stage, stays[stage]) for stage in Stage.live() if stage in stays]
    return Figure("days", "Days in each stage", DEFINITION, columns, rows)


def _row(stage: Stage, days: list[float]) -> tuple[Cell, ...]:
    if len(days) < FEWEST:
        return stage.label, len(days), None, round(median(days), 1), None
    first, middle, third = quantiles(days, n=4, method="inclusive")
    return (
        *(stage.label, len(days)),
        *(round(first, 1), round(middle, 1), round(third, 1)),
    )
