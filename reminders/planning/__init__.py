"""When to tell an owner what: pure rules from facts to planned reminders.

A plan does not depend on when it is made, save that what has become useless is no
longer in it, and that what comes every week is planned a week ahead. So undoing an
edit brings back exactly the plan there was before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from reminders.models.kind import Kind
from reminders.models.preferences import Preferences
from reminders.planning.keys import base_key, thing, thing_of
from reminders.planning.known import (
    ApplicationFacts,
    OfferFacts,
    Owed,
    Planned,
    RoundFacts,
    SearchFacts,
    Told,
)
from reminders.planning.offers import of_offer
from reminders.planning.rounds import OfRound
from reminders.planning.search import digest, keep_going

__all__ = [
    "ApplicationFacts",
    "OfferFacts",
    "Owed",
    "Planned",
    "RoundFacts",
    "SearchFacts",
    "Told",
    "base_key",
    "plan",
    "plan_search",
    "thing",
    "thing_of",
]


def plan(
    facts: ApplicationFacts, preferences: Preferences, now: datetime
) -> tuple[Planned, ...]:
    """The reminders that should exist for an application, earliest first.

    Everything due stays in the plan until it is useless, told or not: telling it
    is the outbox's matter. Nothing is told about sample data.
    """
    if facts.is_sample:
        return ()
    return _still_useful(_of_application(facts, preferences), preferences, now)


def plan_search(
    facts: SearchFacts, preferences: Preferences, now: datetime
) -> tuple[Planned, ...]:
    """The same for what is about all of an owner's applications together."""
    both = [*keep_going(facts, preferences, now), *digest(facts, preferences, now)]
    return _still_useful(both, preferences, now)


def _of_application(
    facts: ApplicationFacts, preferences: Preferences
) -> Iterator[Planned]:
    """After a rejection only what asks them for something is left."""
    for round_ in facts.rounds:
        about = OfRound(round_, facts.id, preferences, facts.zone)
        if round_.stands:
            yield from about.all() if facts.is_live else about.after_a_no()
    if facts.is_live:
        yield from of_offer(facts, preferences)


def _still_useful(
    wanted: Iterable[Planned], preferences: Preferences, now: datetime
) -> tuple[Planned, ...]:
    useful = (
        planned
        for planned in wanted
        if preferences.wants(Kind(planned.kind)) and planned.useless_after > now
    )
    return tuple(sorted(useful, key=lambda planned: (planned.due_at, planned.key)))
