"""An application with all that plans are made of, read once for whoever plans."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet
from django.db.models.functions import Greatest

from accounts.gathering import gather
from accounts.prepared import Prepared
from applications.models import Application
from interviews.models import FollowUp, Round
from interviews.quiet import moved_to_applied, noted


@dataclass(frozen=True)
class Dossier:
    """One application as it stands in the database.

    `application` comes with its owner, company and offer; each of its `rounds` with
    debrief, sessions, people, tasks and own items. `messages` are what is or was owed
    about a round, by the round's primary key. `noted_at` is when its stage last
    changed or something was last noted, after it was first entered; `moved_at` when it
    last came to the stage applied.
    """

    application: Application
    rounds: list[Round]
    messages: dict[int, list[FollowUp]]
    noted_at: datetime | None
    moved_at: datetime | None = None

    def owed(self, round_: Round) -> list[FollowUp]:
        """The open messages about a round, the first due first."""
        found = [row for row in self.messages[round_.pk] if row.is_open]
        return sorted(found, key=lambda row: (row.due_at, row.pk))


def dossiers_of(applications: Collection[int]) -> list[Dossier]:
    """The dossiers of applications, by primary key. Two queries for one or many."""
    many = list(applications)
    found = _ONE(pk=many[0]) if len(many) == 1 else list(_with_times(pk__in=many))
    gather(
        found,
        "rounds__debrief",
        "rounds__sessions__interviewers__contact",
        "rounds__follow_ups__contact",
        "rounds__tasks",
        "rounds__own_items",
    )
    return [_dossier(application) for application in found]


def _with_times(**which: object) -> QuerySet[Application]:
    return (
        Application.objects.filter(**which)
        .select_related("owner", "company", "offer")
        .annotate(noted_at=Greatest(*noted()), moved_at=moved_to_applied())
        .order_by("pk")
    )


# Asked with every edit.
_ONE = Prepared(_with_times, pk=int)


def _dossier(application: Application) -> Dossier:
    rounds = list(application.rounds.all())
    messages = {round_.pk: list(round_.follow_ups.all()) for round_ in rounds}
    noted_at: datetime | None = application.noted_at  # type: ignore[attr-defined]
    moved_at: datetime | None = application.moved_at  # type: ignore[attr-defined]
    return Dossier(application, rounds, messages, noted_at, moved_at)
