from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime, timedelta

from accounts.models import User
from dashboard.insights.figure import Cell, Figure
from dashboard.insights.met import Met
from dashboard.insights.period import Period

DEFINITION = (
    "Rounds that began in each week of this period, from Monday to Sunday. Cancelled "
    "ones and those without a date are left out."
)
WEEK = timedelta(days=7)
# Two years of weeks: more cannot be told apart in one picture.
MOST = 104


def weeks(
    owner: User, period: Period, *, now: datetime, rounds: Iterable[Met]
) -> Figure:
    """By the Monday of each week in the owner's zone, weeks without a round included."""
    starts = (met.start for met in rounds if met.start and met.start <= now)
    days = [start.astimezone(owner.zone).date() for start in starts]
    counts = Counter(_monday(day) for day in days if period.covers(day))
    rows: list[tuple[Cell, ...]] = [
        (monday.isoformat(), counts[monday]) for monday in _mondays(counts)
    ]
    columns = ("Week from", "Rounds")
    return Figure("weeks", "Rounds per week", DEFINITION, columns, rows)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _mondays(counts: Counter[date]) -> list[date]:
    """From the first week with a round to the last, the latest two years of them."""
    if not counts:
        return []
    first, last = min(counts), max(counts)
    number = (last - first) // WEEK + 1
    return [first + WEEK * n for n in range(number)][-MOST:]
