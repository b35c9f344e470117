"""What to tell about an offer: that the time to answer runs out."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from reminders.models.kind import Kind
from reminders.models.preferences import Preferences
from reminders.planning import keys
from reminders.planning.known import ApplicationFacts, Planned
from reminders.planning.making import planned
from reminders.planning.times import deadline_due

DAYS_BEFORE = (3, 1)


def of_offer(facts: ApplicationFacts, wishes: Preferences) -> Iterator[Planned]:
    """Three days and one day before the deadline; entered later than that, at once."""
    offer = facts.offer
    if offer is None:
        return
    about = keys.thing(Kind.OFFER_DEADLINE, "application", facts.id)
    until = facts.snoozed.get(about)
    earliest = max(offer.entered_at, until or offer.entered_at)
    dues = {
        f":{days}d": deadline_due(offer.deadline_at, days, wishes, facts.zone)
        for days in DAYS_BEFORE
    }
    missed = [part for part, at in dues.items() if at <= earliest]
    later = [(part, at) for part, at in dues.items() if at > earliest]
    if missed:
        is_put_off = until is not None and earliest == until
        part = keys.put_off("", earliest) if is_put_off else missed[-1]
        later.insert(0, (part, earliest))
    for (part, due_at), (_, useless_after) in pairwise(
        [*later, ("", offer.deadline_at)]
    ):
        if due_at < useless_after:
            yield planned(
                wishes,
                facts.zone,
                key=about + part,
                kind=Kind.OFFER_DEADLINE,
                due_at=due_at,
                useless_after=useless_after,
                entered_at=None if part.startswith(":at") else offer.entered_at,
                content=offer.content,
                application_id=facts.id,
            )
