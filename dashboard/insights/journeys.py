"""What happened with each application, read once for all the figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from itertools import pairwise

from accounts.models import User
from applications.models import Application, Stage, StageChange
from dashboard.insights.met import Met, rounds_met
from dashboard.insights.period import Period

# In the order in which a search goes forward. Whoever reached one reached those before.
FORWARD = (
    *(Stage.APPLIED, Stage.SCREENING, Stage.INTERVIEWING),
    *(Stage.OFFER, Stage.ACCEPTED),
)
_STAGES = {stage.value: stage for stage in Stage}
_PLACES = {stage: place for place, stage in enumerate(FORWARD)}


@dataclass
class Journey:
    """One application that was sent: its stages as they followed, its rounds begun."""

    applied_on: date
    source: str
    stage: Stage
    changes: list[tuple[Stage, datetime]] = field(default_factory=list)
    rounds: int = 0

    @cached_property
    def furthest(self) -> int:
        """The place in FORWARD that was reached at any time."""
        been = [_PLACES.get(stage, 0) for stage, _ in self.changes]
        talked = [_PLACES[Stage.INTERVIEWING]] if self.rounds else []
        return max([0, *been, *talked])

    def reached(self, stage: Stage) -> bool:
        return self.furthest >= _PLACES[stage]

    @property
    def was_invited(self) -> bool:
        """They asked the owner on: to a screening, a round, or made an offer."""
        return self.reached(Stage.SCREENING)

    @property
    def was_answered(self) -> bool:
        """They answered at all, a no included."""
        been = {stage for stage, _ in self.changes}
        return self.was_invited or Stage.REJECTED in been

    @property
    def stays(self) -> Iterable[tuple[Stage, float]]:
        """Stages it has left again, with the days spent there."""
        for (stage, begun), (_, ended) in pairwise(self.changes):
            yield stage, (ended - begun).total_seconds() / 86_400


def journeys(
    owner: User,
    period: Period,
    *,
    now: datetime,
    rounds: Sequence[Met] | None = None,
) -> list[Journey]:
    """The applications sent within the period, the first followed first.

    `rounds` are the owner's, where they are read already.
    """
    return list(journeys_by_application(owner, period, now=now, rounds=rounds).values())


def journeys_by_application(
    owner: User,
    period: Period,
    *,
    now: datetime,
    rounds: Sequence[Met] | None = None,
) -> dict[int, Journey]:
    """The same by key, in three queries.

    Sent is what is more than saved, on the day the owner gave, else on the day of its
    first such stage. What waits in the bin does not count.
    """
    changes = _changes(owner)
    begun = _begun(rounds_met(owner) if rounds is None else rounds, now)
    rows = (
        Application.objects.for_user(owner)
        .real()
        .exclude(stage=Stage.SAVED)
        .order_by("pk")
    )
    told = {}
    for pk, source, stage, day in rows.values_list(
        "pk", "source", "stage", "applied_on"
    ):
        been = changes.get(pk, [])
        sent_on = day or _sent_on(owner, been)
        if sent_on and period.covers(sent_on):
            journey = Journey(sent_on, source.strip(), Stage(stage), been)
            journey.rounds = begun[pk]
            told[pk] = journey
    return told


def _sent_on(owner: User, been: list[tuple[Stage, datetime]]) -> date | None:
    sent = [at for stage, at in been if stage != Stage.SAVED]
    return sent[0].astimezone(owner.zone).date() if sent else None


def _changes(owner: User) -> dict[int, list[tuple[Stage, datetime]]]:
    rows = (
        StageChange.objects.standing()
        .filter(application__owner=owner, application__deleted_at=None)
        .order_by("application_id", "at", "pk")
        .values_list("application_id", "to_stage", "at")
    )
    found: dict[int, list[tuple[Stage, datetime]]] = {}
    for pk, stage, at in rows:
        found.setdefault(pk, []).append((_STAGES[stage], at))
    return found


def _begun(rounds: Iterable[Met], now: datetime) -> Counter[int]:
    """By application, how many rounds have begun or were answered."""
    return Counter(
        met.application
        for met in rounds
        if met.outcome or (met.start and met.start <= now)
    )
