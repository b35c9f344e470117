"""The rounds that took or take place, read once for all the figures."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from accounts.models import User
from interviews.models import Round


class Met(NamedTuple):
    """A round that was not cancelled; `start` and `end` are UTC, None without a date."""

    pk: int
    application: int
    start: datetime | None
    end: datetime | None
    outcome: str


def rounds_met(owner: User) -> list[Met]:
    """All of the owner's, sample data left out."""
    rows = Round.objects.for_user(owner).real().standing().with_times().order_by()
    told = rows.values_list("pk", "application_id", "start", "end", "outcome")  # type: ignore[misc]  # annotated above
    return [Met._make(row) for row in told]
