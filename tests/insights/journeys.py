"""Ways of applications, written down shortly: `went("applied", "interviewing")`."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from applications.models import Stage
from dashboard.insights.journeys import Journey

BEGUN = datetime(2026, 9, 1, 12, tzinfo=UTC)


def went(*stages: str, source: str = "", rounds: int = 0, days: float = 1) -> Journey:
    """An application that took these stages, `days` apart."""
    changes = [
        (Stage(stage), BEGUN + timedelta(days=days * number))
        for number, stage in enumerate(stages)
    ]
    return Journey(BEGUN.date(), source, Stage(stages[-1]), changes, rounds)
