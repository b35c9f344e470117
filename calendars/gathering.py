"""Which entries there are: of some applications, of rounds, of an owner's feed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from itertools import groupby

from django.db.models import Prefetch, Q, QuerySet

from accounts.models import User
from applications.models import Application, Offer
from calendars import entries
from calendars.entries import Entry
from calendars.models import Feed
from interviews.dossiers import Dossier
from interviews.models import FollowUp, Interviewer, Round, Task
from interviews.models.follow_up import FollowUpQuerySet

# Ours: a calendar remembers half a year, and a cancelled round for a month, so that
# nobody wonders where it went.
PAST_KEPT = timedelta(days=182)
CANCELLED_KEPT = timedelta(days=30)


def of_rounds(keys: Sequence[int]) -> list[Entry]:
    """The entries of the sessions of these rounds, by primary key."""
    rounds = _with_sessions(Round.objects.filter(pk__in=keys))
    return [entry for round_ in rounds for entry in entries.of_round(round_)]


def of_dossiers(dossiers: Iterable[Dossier]) -> Iterator[tuple[int, Entry]]:
    """All entries of some applications, each with the key of its application."""
    for dossier in dossiers:
        for entry in _of_dossier(dossier):
            yield dossier.application.pk, entry


def _of_dossier(dossier: Dossier) -> Iterator[Entry]:
    for round_ in dossier.rounds:
        yield from entries.of_round(round_)
        owed = sorted(dossier.owed(round_), key=lambda note: (note.kind, note.pk))
        for notes in _by_round_and_kind(owed):
            yield entries.of_notes(notes)
        if dossier.application.is_live and not round_.cancelled_at:
            for task in round_.open_tasks:
                if task.due_at and not task.done_at:
                    yield entries.of_task(task, task.due_at)
    offer = getattr(dossier.application, "offer", None)
    if offer and offer.deadline_on and offer.is_live:
        yield entries.of_offer(offer, offer.deadline_on)


def of_feed(feed: Feed, *, now: datetime) -> list[Entry]:
    """What the owner wants in their calendar, in a fixed number of queries.

    No sample data: a calendar is shared with others and rings.
    """
    found: list[Entry] = []
    if feed.rounds:
        found += _rounds(feed.owner, now)
    if feed.notes:
        found += _notes(feed.owner, now)
    if feed.deadlines:
        found += _deadlines(feed.owner, now)
    return found


# --- of an owner ------------------------------------------------------------------


def _rounds(owner: User, now: datetime) -> Iterator[Entry]:
    kept = Q(cancelled_at=None) | Q(cancelled_at__gte=now - CANCELLED_KEPT)
    rounds = (
        Round.objects.for_user(owner)
        .real()
        .filter(kept, sessions__starts_at__gte=now - PAST_KEPT)
    )
    for round_ in _with_sessions(rounds.distinct()):
        # What is still to come of an application that is closed will not take place.
        if round_.application.is_live or round_.is_over(now):
            yield from entries.of_round(round_)


def _notes(owner: User, now: datetime) -> Iterator[Entry]:
    owed = _owed().real().filter(round__application__owner=owner)
    for notes in _by_round_and_kind(owed.filter(due_at__gte=now - PAST_KEPT)):
        yield entries.of_notes(notes)


def _deadlines(owner: User, now: datetime) -> Iterator[Entry]:
    jobs = Application.objects.for_user(owner).real().values("pk")
    for task in _tasks().filter(round__application__in=jobs):
        if task.due_at and task.due_at >= now - PAST_KEPT:
            yield entries.of_task(task, task.due_at)
    for offer in _offers().filter(application__in=jobs):
        if offer.deadline_on and offer.deadline_on >= (now - PAST_KEPT).date():
            yield entries.of_offer(offer, offer.deadline_on)


# --- rows with what an entry says of them ---------------------------------------------


def _with_sessions(rounds: QuerySet[Round]) -> QuerySet[Round]:
    people = Interviewer.objects.select_related("contact")
    return (
        rounds.select_related("application__company")
        .prefetch_related("sessions", Prefetch("sessions__interviewers", people))
        .order_by("pk")
    )


def _owed() -> FollowUpQuerySet:
    return (
        FollowUp.objects.filter(state=FollowUp.State.OPEN)
        .select_related("contact", "round__application__company")
        .order_by("round", "kind", "pk")
    )


def _by_round_and_kind(owed: Iterable[FollowUp]) -> Iterator[list[FollowUp]]:
    for _, notes in groupby(owed, key=lambda note: (note.round_id, note.kind)):
        yield list(notes)


def _tasks() -> QuerySet[Task]:
    """Those with a time of their own that are still to be made ready."""
    return (
        Task.objects.open()
        .filter(due_at__isnull=False, round__cancelled_at=None)
        .filter(round__application__in=Application.objects.live().values("pk"))
        .select_related("round__application__company")
        .order_by("pk")
    )


def _offers() -> QuerySet[Offer]:
    """Those that wait for an answer by a day."""
    return (
        Offer.objects.live()
        .filter(deadline_on__isnull=False)
        .select_related("application__company", "application__owner")
        .order_by("pk")
    )
