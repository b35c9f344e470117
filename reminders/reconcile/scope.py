"""What is planned in one go: some of an owner's applications, and their search."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q

from accounts.models import User
from accounts.prepared import Prepared
from interviews.dossiers import Dossier
from reminders import searching
from reminders.facts import facts_of
from reminders.models import Reminder
from reminders.planning import Planned, plan, plan_search
from reminders.searching import Known, search_facts

# What was told about the search longer ago says nothing about its plan.
_RECENT = timedelta(days=30)

# Asked with every edit: what there is about one application and the search.
_ROWS = Prepared(
    lambda owner, application, since: Reminder.objects.filter(
        Q(application=application) | Q(application=None, due_at__gte=since),
        owner=owner,
    ),
    owner=int,
    application=int,
    since=datetime,
)


@dataclass(frozen=True)
class Scope:
    """`with_search`: what is about all of the owner's applications is in it, too."""

    owner: User
    dossiers: Sequence[Dossier]
    with_search: bool
    now: datetime

    @property
    def applications(self) -> list[int]:
        """Primary keys."""
        return [dossier.application.pk for dossier in self.dossiers]

    def rows(self) -> list[Reminder]:
        """The reminders there are about it."""
        keys = self.applications
        if len(keys) == 1 and self.with_search:
            since = self.now - _RECENT
            return _ROWS(owner=self.owner.pk, application=keys[0], since=since)
        about = Q(application__in=keys)
        if self.with_search:
            about |= Q(application=None, due_at__gte=self.now - _RECENT)
        return list(Reminder.objects.filter(about, owner=self.owner))

    def wanted(
        self, rows: Sequence[Reminder], fixed: Sequence[Reminder]
    ) -> dict[str, Reminder]:
        """The rows that should exist, by key, none of them saved."""
        known = searching.known(self.owner, now=self.now)
        planned = self._planned(known, rows, fixed)
        return {each.key: self._row(each) for each in planned}

    def _planned(
        self,
        known: Known,
        rows: Sequence[Reminder],
        fixed: Sequence[Reminder],
    ) -> Iterator[Planned]:
        wishes = known.wishes
        for facts in facts_of(self.dossiers, rows, fixed):
            yield from plan(facts, wishes, self.now)
        if self.with_search and (wishes.keep_going or wishes.digest):
            search = search_facts(known, rows, fixed, now=self.now)
            yield from plan_search(search, wishes, self.now)

    def _row(self, planned: Planned) -> Reminder:
        return Reminder(
            owner_id=self.owner.pk,
            application_id=planned.application_id,
            round_id=planned.round_id,
            kind=planned.kind,
            key=planned.key,
            moves=planned.moves,
            due_at=planned.due_at,
            allowed_at=planned.allowed_at,
            is_prompt=planned.is_prompt,
            useless_after=planned.useless_after,
            fingerprint=planned.fingerprint,
            created_at=self.now,
        )
