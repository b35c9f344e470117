"""All figures of a period, in the order in which the page shows them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import cached_property

from accounts.models import User
from dashboard.insights.columns import Columns, columns
from dashboard.insights.drawing import Drawing, draw
from dashboard.insights.durations import durations
from dashboard.insights.figure import Figure
from dashboard.insights.flow import flow, links
from dashboard.insights.funnel import funnel
from dashboard.insights.journeys import Journey, journeys
from dashboard.insights.met import Met, rounds_met
from dashboard.insights.period import Period
from dashboard.insights.sources import sources
from dashboard.insights.thanks import thanks
from dashboard.insights.weeks import weeks


class Overview:
    """The figures of one owner's period; each is worked out when it is asked for."""

    def __init__(self, owner: User, period: Period, now: datetime) -> None:
        self.owner = owner
        self.period = period
        self.now = now

    @cached_property
    def rounds(self) -> list[Met]:
        return rounds_met(self.owner)

    @cached_property
    def journeys(self) -> list[Journey]:
        return journeys(self.owner, self.period, now=self.now, rounds=self.rounds)

    @cached_property
    def funnel(self) -> Figure:
        return funnel(self.journeys)

    @cached_property
    def flow(self) -> Figure:
        return flow(self.journeys)

    @cached_property
    def drawing(self) -> Drawing:
        return draw(links(self.journeys))

    @cached_property
    def sources(self) -> Figure:
        return sources(self.journeys)

    @cached_property
    def days(self) -> Figure:
        return durations(self.journeys)

    @cached_property
    def weeks(self) -> Figure:
        return weeks(self.owner, self.period, now=self.now, rounds=self.rounds)

    @cached_property
    def week_columns(self) -> Columns:
        return columns(self.weeks)

    @cached_property
    def thanks(self) -> Figure:
        return thanks(self.owner, self.period, now=self.now, rounds=self.rounds)

    @property
    def is_empty(self) -> bool:
        """Nothing was sent and no round took place."""
        return not self.journeys and self.weeks.is_empty


# By the name in its address.
FIGURES: dict[str, Callable[[Overview], Figure]] = {
    "funnel": lambda overview: overview.funnel,
    "flow": lambda overview: overview.flow,
    "sources": lambda overview: overview.sources,
    "days": lambda overview: overview.days,
    "weeks": lambda overview: overview.weeks,
    "thanks": lambda overview: overview.thanks,
}
