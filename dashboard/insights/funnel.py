from __future__ import annotations

from collections.abc import Sequence

from dashboard.insights.figure import Cell, Figure, percent
from dashboard.insights.journeys import FORWARD, Journey

DEFINITION = (
    "Of the applications sent in this period, how many ever reached each stage or one "
    "behind it, whatever became of them later."
)


def funnel(journeys: Sequence[Journey]) -> Figure:
    """From history: an application that was turned down after a round still counts there."""
    reached = [sum(j.reached(stage) for j in journeys) for stage in FORWARD]
    before = [len(journeys), *reached]
    rows: list[tuple[Cell, ...]] = [
        (stage.label, count, percent(count, len(journeys)), percent(count, whole))
        for stage, count, whole in zip(FORWARD, reached, before, strict=False)
    ]
    columns = ("Stage", "Reached", "% of all", "% of the stage before")
    return Figure(
        "funnel", "How far they came", DEFINITION, columns, rows if journeys else ()
    )
