"""What to tell about one round: prepare, write it down, thank, ask."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from reminders.models.kind import Kind
from reminders.models.preferences import Lead, Preferences
from reminders.planning import keys
from reminders.planning.known import Owed, Planned, RoundFacts
from reminders.planning.making import planned
from reminders.planning.times import (
    DEBRIEF_AFTER,
    morning_after,
    morning_of,
    prepare_due,
    thanks_due,
)

# Ours: a mail about a round logged later than this would come out of the blue.
FRESH = timedelta(hours=48)
# Ours: how long each may still help.
DEBRIEF_USELESS_AFTER = timedelta(days=3)
THANKS_USELESS_AFTER = timedelta(days=3)
ASKING_USELESS_AFTER = timedelta(days=14)


@dataclass(frozen=True)
class OfRound:
    """The reminders about one round of one application."""

    facts: RoundFacts
    application_id: int
    wishes: Preferences
    zone: ZoneInfo

    def all(self) -> Iterator[Planned]:
        """While the application is live."""
        yield from self.prepare()
        yield from self.debrief()
        yield from self.thank_you()
        yield from self.asking()

    def after_a_no(self) -> Iterator[Planned]:
        """What is left to ask them for."""
        return (p for p in self.asking() if p.kind is Kind.FEEDBACK_REQUEST)

    def asking(self) -> Iterator[Planned]:
        """Once for each message to them that is no thanks, when it comes due."""
        for owed in self.facts.owed:
            if owed.kind is not Kind.THANK_YOU:
                yield self._asking(owed)

    def prepare(self) -> Iterator[Planned]:
        """At each of the owner's leads; at short notice at once; useless from the start.

        An earlier one is useless once the next is due: after an outage one mail
        leaves.
        """
        starts_at = self.facts.starts_at
        if starts_at is None or self.facts.has_outcome:
            return
        dues = [*self._prepare_dues(starts_at), ("", starts_at)]
        for (part, due_at), (_, useless_after) in pairwise(dues):
            if due_at < useless_after:
                yield self._planned(
                    Kind.PREPARE, part, due_at, useless_after, self.facts.timed_at
                )

    def debrief(self) -> Iterator[Planned]:
        """Half an hour after the end, while it is fresh; until something is written."""
        over_at = self.facts.over_at
        if over_at is None or self.facts.is_debriefed or self.facts.has_outcome:
            return
        due_at = self._after(over_at, over_at + DEBRIEF_AFTER)
        if due_at:
            due_at = self._put_off(Kind.DEBRIEF, due_at)
            useless_after = due_at + DEBRIEF_USELESS_AFTER
            part = self._part(Kind.DEBRIEF, due_at)
            yield self._planned(
                Kind.DEBRIEF, part, due_at, useless_after, self.facts.timed_at
            )

    def thank_you(self) -> Iterator[Planned]:
        """One mail per round, one more the next morning if some are still owed.

        The first is useless once the second is due. Notes that the owner put off
        have a mail of their own when that time comes.
        """
        owed = [o for o in self.facts.owed if o.kind is Kind.THANK_YOU]
        over_at = self.facts.over_at
        if over_at is None or not owed:
            return
        if any(o.snoozed_until is None for o in owed):
            yield from self._thanks(over_at)
        for until in sorted({o.snoozed_until for o in owed if o.snoozed_until}):
            part = keys.put_off("", until)
            useless_after = until + THANKS_USELESS_AFTER
            yield self._planned(Kind.THANK_YOU, part, until, useless_after)

    def _thanks(self, over_at: datetime) -> Iterator[Planned]:
        first = self._after(over_at, thanks_due(over_at, self.wishes, self.zone))
        if first is None:
            return
        second = morning_after(first, self.wishes, self.zone)
        last = second + THANKS_USELESS_AFTER
        entered_at = self.facts.timed_at
        yield self._planned(Kind.THANK_YOU, ":first", first, second, entered_at)
        yield self._planned(Kind.THANK_YOU, ":second", second, last)

    def _prepare_dues(self, starts_at: datetime) -> Iterable[tuple[str, datetime]]:
        """Part of the key and due time of each lead, the earliest first."""
        leads = {
            lead: prepare_due(starts_at, lead, self.wishes, self.zone)
            for lead in map(Lead, self.wishes.prepare_leads)
        }
        until = self.facts.snoozed.get(keys.thing(*self._about(Kind.PREPARE)))
        earliest = max(self.facts.timed_at, until or self.facts.timed_at)
        missed = [lead for lead, at in leads.items() if at <= earliest]
        dues = [(_part_of(lead), at) for lead, at in leads.items() if at > earliest]
        if missed and until and earliest == until:
            dues.append((keys.put_off("", until), until))
        elif missed:
            last = max(missed, key=lambda lead: leads[lead])
            dues.append((_part_of(last), earliest))
        return sorted(dues, key=lambda due: due[1])

    def _after(self, over_at: datetime, due_at: datetime) -> datetime | None:
        """The rule's time, or at once when logged afterwards; None if long after."""
        timed_at = self.facts.timed_at
        if timed_at <= over_at:
            return due_at
        return timed_at if timed_at - over_at < FRESH else None

    def _asking(self, owed: Owed) -> Planned:
        due_at = morning_of(owed.due_at, self.wishes, self.zone)
        part = f":f{owed.id}" if owed.is_one_of_several else ""
        entered_at: datetime | None = owed.entered_at
        if owed.snoozed_until and owed.snoozed_until > due_at:
            due_at, entered_at = owed.snoozed_until, None
            part += keys.put_off("", due_at)
        useless_after = due_at + ASKING_USELESS_AFTER
        return self._planned(owed.kind, part, due_at, useless_after, entered_at)

    def _put_off(self, kind: Kind, due_at: datetime) -> datetime:
        until = self.facts.snoozed.get(keys.thing(*self._about(kind)))
        return max(due_at, until) if until else due_at

    def _part(self, kind: Kind, due_at: datetime) -> str:
        until = self.facts.snoozed.get(keys.thing(*self._about(kind)))
        return keys.put_off("", due_at) if until == due_at else ""

    def _about(self, kind: Kind) -> tuple[Kind, str, int]:
        return kind, "round", self.facts.id

    def _planned(
        self,
        kind: Kind,
        part: str,
        due_at: datetime,
        useless_after: datetime,
        entered_at: datetime | None = None,
    ) -> Planned:
        facts = self.facts
        return planned(
            self.wishes,
            self.zone,
            key=keys.edition(
                keys.thing(*self._about(kind)) + part,
                moves=facts.moves,
                over_at=facts.over_at,
                told=facts.told,
            ),
            kind=kind,
            due_at=due_at,
            useless_after=useless_after,
            entered_at=entered_at,
            content=facts.contents.get(kind, ""),
            application_id=self.application_id,
            round_id=facts.id,
            moves=facts.moves,
        )


def _part_of(lead: Lead) -> str:
    return "" if lead is Lead.DAY else f":{lead.value}"
