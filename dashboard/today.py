"""What Today shows: what to do now, what comes, how the search stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import cached_property

from django.db.models import (
    Count,
    Exists,
    F,
    OuterRef,
    Subquery,
)

from accounts.models import User
from applications.models import Application, Stage
from interviews.models import FollowUp, Round, Task
from interviews.models.round import RoundQuerySet
from interviews.models.task import TaskQuerySet
from interviews.quiet import quiet
from reminders.models import Kind, Reminder
from reminders.planning import thing_of

WEEK = timedelta(days=7)
# Longest list in the margin; the rest is counted.
MARGIN = 6
DUE_SHOWN = 50


@dataclass(frozen=True)
class StageCount:
    """How many live applications stand at a stage."""

    stage: Stage
    count: int


class Today:
    """The owner's day at `now`; every part is one query, or a fixed few."""

    def __init__(self, owner: User, now: datetime) -> None:
        self.owner = owner
        self.now = now

    @cached_property
    def follow_ups(self) -> list[FollowUp]:
        """Messages owed now, the longest owed first."""
        owed = FollowUp.objects.for_user(self.owner).owed(self.now)
        return list(owed.complete()[:DUE_SHOWN])

    @cached_property
    def preparations(self) -> list[Round]:
        """Rounds whose time to prepare has come and that have not begun."""
        rounds = preparations(self.owner, self.now)
        return list(
            rounds.select_related("application__company", "application__owner")[
                :DUE_SHOWN
            ]
        )

    @cached_property
    def _tasks(self) -> list[Task]:
        """What to prepare for a round by a time before it, within a week."""
        until = self._end_of_day(self.now + WEEK)
        tasks = tasks_until(self.owner, until, now=self.now).select_related(
            "round__application__company"
        )
        return list(tasks[:DUE_SHOWN])

    @property
    def tasks(self) -> list[Task]:
        """Those of them due on the owner's day or before it."""
        until = self._end_of_day(self.now)
        return [task for task in self._tasks if task.due_at and task.due_at < until]

    @property
    def coming_tasks(self) -> list[Task]:
        """The others."""
        return self._tasks[len(self.tasks) :]

    @cached_property
    def due_count(self) -> int:
        """How much is due, shown or not."""
        return due_count(self.owner, self.now)

    @property
    def due_left_out(self) -> int:
        """How much of it the list leaves out."""
        shown = len(self.follow_ups) + len(self.preparations) + len(self.tasks)
        return self.due_count - shown

    @cached_property
    def settled(self) -> list[FollowUp]:
        """Messages sent or set aside on the owner's day, here or from a mail."""
        done = FollowUp.objects.for_user(self.owner).settled_since(self._midnight)
        return list(done.complete()[:DUE_SHOWN])

    @cached_property
    def snoozed(self) -> list[FollowUp]:
        """Messages that would be due, had the owner not put them off."""
        rows = FollowUp.objects.for_user(self.owner).snoozed(self.now)
        return list(rows.complete()[:DUE_SHOWN])

    @cached_property
    def put_off(self) -> list[Reminder]:
        """The same for what is no message: one row for each thing put off."""
        rows = Reminder.objects.for_user(self.owner).filter(
            snoozed_until__gt=self.now, due_at__lte=self.now
        )
        shown = rows.select_related(
            "round__application__company", "application__company"
        )
        things = {
            thing_of(row.key): row for row in shown.order_by("due_at")[:DUE_SHOWN]
        }
        return list(things.values())

    @cached_property
    def replies(self) -> list[Round]:
        """Rounds noted on the owner's day as answered."""
        rounds = Round.objects.for_user(self.owner).standing()
        heard = rounds.filter(replied_at__gte=self._midnight).order_by("-replied_at")
        return list(heard.select_related("application__company")[:DUE_SHOWN])

    @property
    def done_count(self) -> int:
        written = len(self.settled) + len(self.snoozed) + len(self.put_off)
        return written + len(self.replies)

    @property
    def _midnight(self) -> datetime:
        """When the owner's day began."""
        today = self.now.astimezone(self.owner.zone).date()
        return datetime.combine(today, time(), tzinfo=self.owner.zone)

    @cached_property
    def rounds(self) -> list[Round]:
        """Rounds under way or to come within a week, and the next one in any case."""
        rounds = Round.objects.for_user(self.owner).not_over(self.now).complete()
        until = self._end_of_day(self.now + WEEK)
        ahead = list(rounds[:DUE_SHOWN])
        return ahead[:1] + [r for r in ahead[1:] if (r.starts_at or until) < until]

    def _end_of_day(self, at: datetime) -> datetime:
        return _end_of_day(self.owner, at)

    @property
    def next_round(self) -> Round | None:
        return self.rounds[0] if self.rounds else None

    @property
    def later_rounds(self) -> list[Round]:
        return self.rounds[1:]

    @cached_property
    def offers(self) -> list[Application]:
        """Where an offer waits for the owner's answer, the earliest date first."""
        waiting = Application.objects.for_user(self.owner).live()
        return list(
            waiting.filter(stage=Stage.OFFER)
            .select_related("company", "offer")
            .order_by(F("offer__deadline_on").asc(nulls_last=True), "pk")[:DUE_SHOWN]
        )

    @cached_property
    def coming_follow_ups(self) -> list[FollowUp]:
        """Checks to make within a week (notes are owed only after their round)."""
        return list(
            FollowUp.objects.for_user(self.owner)
            .complete()
            .filter(
                state=FollowUp.State.OPEN,
                kind__in=[FollowUp.Kind.STATUS_CHECK, FollowUp.Kind.CHECK_IN],
                due_at__gt=self.now,
                due_at__lt=self._end_of_day(self.now + WEEK),
            )
            .order_by("due_at")[:DUE_SHOWN]
        )

    @cached_property
    def counts(self) -> list[StageCount]:
        """How many at each live stage, empty ones included."""
        rows = (
            Application.objects.for_user(self.owner)
            .unarchived()
            # An ordering would join the GROUP BY and make every count one.
            .order_by()
            .values("stage")
            .annotate(count=Count("pk"))
        )
        found = {row["stage"]: row["count"] for row in rows}
        self.closed_count = sum(found.get(stage, 0) for stage in Stage.closed())
        return [StageCount(stage, found.get(stage, 0)) for stage in Stage.live()]

    @property
    def most(self) -> int:
        """The largest of the counts: the full width of a bar."""
        return max((c.count for c in self.counts), default=0)

    @property
    def live_count(self) -> int:
        return sum(c.count for c in self.counts)

    @property
    def is_new(self) -> bool:
        """Nothing has been entered yet."""
        return self.live_count == 0 and self.closed_count == 0

    @cached_property
    def waiting(self) -> list[Round]:
        """Rounds they owe an answer on, the longest waiting first."""
        return list(
            Round.objects.for_user(self.owner)
            .unanswered(self.now)
            .select_related("application__company", "application__owner")
            .prefetch_related("sessions")[: MARGIN + 1]
        )

    @cached_property
    def undated(self) -> list[Round]:
        """Invitations that still wait for a date."""
        return list(
            Round.objects.for_user(self.owner)
            .standing()
            .of_live_applications()
            .with_times()
            .filter(start=None, outcome="")  # type: ignore[misc]  # annotated above
            .select_related("application__company")
            .order_by("created_at")[: MARGIN + 1]
        )

    @cached_property
    def quiet(self) -> list[Application]:
        """Where nothing has happened for a while, with `last_event`, oldest first."""
        return list(quiet(self.owner, self.now)[: MARGIN + 1])


def preparations(owner: User, now: datetime) -> RoundQuerySet:
    """Rounds still ahead, `start` first, whose reminder to prepare is due.

    Told by mail or not; what was told about a time the round had before a move does
    not count, nor what the owner put off. With `start` as `with_times` gives it, and
    the key of that `reminder`.
    """
    due = Reminder.objects.filter(
        round=OuterRef("pk"),
        moves=OuterRef("moves"),
        kind=Kind.PREPARE,
        due_at__lte=now,
    )
    due = due.exclude(state=Reminder.State.CANCELLED).exclude(snoozed_until__gt=now)
    return (
        Round.objects.for_user(owner)
        .standing()
        .of_live_applications()
        .with_times()
        .annotate(reminder=Subquery(due.order_by("-due_at").values("pk")[:1]))
        .filter(Exists(due), start__gt=now, outcome="")  # type: ignore[misc]  # same
        .order_by("start", "pk")
    )


def due_count(owner: User, now: datetime) -> int:
    """How many things Today lists as due, in one query: the number beside its name."""
    owed = FollowUp.objects.for_user(owner).owed(now)
    tasks = tasks_until(owner, _end_of_day(owner, now), now=now)
    others = (preparations(owner, now), tasks)
    rows = [each.order_by().values("pk") for each in (owed, *others)]
    return rows[0].union(*rows[1:], all=True).count()


def tasks_until(owner: User, until: datetime, *, now: datetime) -> TaskQuerySet:
    """What is to be ready by a time before `until`, and before its round begins."""
    return Task.objects.for_user(owner).due_before_their_round(until, now=now)


def _end_of_day(owner: User, at: datetime) -> datetime:
    """Midnight after the owner's day that `at` falls on."""
    tomorrow = at.astimezone(owner.zone).date() + timedelta(days=1)
    return datetime.combine(tomorrow, time(), tzinfo=owner.zone)
