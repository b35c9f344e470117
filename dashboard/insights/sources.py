from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dashboard.insights.figure import Cell, Figure, percent
from dashboard.insights.journeys import Journey

DEFINITION = (
    "Where you found the jobs you applied for in this period. Invited: asked on to a "
    "screening, a round or an offer. Answered: invited or turned down. No share where "
    "there are fewer than five."
)
NOT_NOTED = "Not noted"


def sources(journeys: Sequence[Journey]) -> Figure:
    """The most used source first, at the end those without one; case does not matter."""
    groups: dict[str, list[Journey]] = {}
    for journey in journeys:
        groups.setdefault(_same(journey.source), []).append(journey)
    ordered = sorted(groups.items(), key=_place)
    columns = ("Source", "Applied (n)", "Answered", "%", "Invited", "%")
    rows = [_row(found) for _, found in ordered]
    return Figure("sources", "Replies by source", DEFINITION, columns, rows)


def _place(group: tuple[str, list[Journey]]) -> tuple[bool, int, str]:
    source, found = group
    return not source, -len(found), source


def _same(source: str) -> str:
    return " ".join(source.split()).casefold()


def _row(found: Sequence[Journey]) -> tuple[Cell, ...]:
    spelled = Counter(journey.source for journey in found).most_common(1)[0][0]
    answered = sum(journey.was_answered for journey in found)
    invited = sum(journey.was_invited for journey in found)
    shares = (percent(answered, len(found)), percent(invited, len(found)))
    return spelled or NOT_NOTED, len(found), answered, shares[0], invited, shares[1]
