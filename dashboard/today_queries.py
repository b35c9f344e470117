"""What Today reads of the database, each query written once (`accounts.prepared`)."""

from __future__ import annotations

from datetime import date, datetime

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, Exists, F, Max, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from accounts.gathering import is_any_of
from accounts.models import User
from accounts.prepared import Prepared
from applications.models import Application, Stage
from applications.steps import Kind as Step
from interviews.models import FollowUp, Interviewer, Round, Session, Task, Topic
from interviews.models.round_queries import RoundQuerySet
from interviews.models.task import TaskQuerySet
from reminders.models import Kind, Reminder

# Longest list in the margin, and of what is due or to come; the rest is counted.
MARGIN = 6
SHOWN = 10

# What a line says of a job. Of all rows only what is shown is read: each further column
# costs, the times most of all, and so does each further object.
_OF_THE_JOB = (
    "application__company__name",
    "application__is_sample",
    "application__role",
)
_OF_ITS_ROUND = ("round__number", *(f"round__{name}" for name in _OF_THE_JOB))
_OF_A_MESSAGE = {
    "contact_name": F("contact__name"),
    "contact_title": F("contact__title"),
    "employer": F("round__application__company__name"),
    "is_sample": F("round__application__is_sample"),
    "number": F("round__number"),
    "promised_on": F("round__promised_on"),
}
_OF_A_WAIT = {
    "employer": F("application__company__name"),
    "is_sample": F("application__is_sample"),
    "awaited_since": F("application__awaited_since"),
    "next_kind": F("application__next_kind"),
}
_OF_A_JOB = (
    *("role", "is_sample", "stage", "archived_at", "updated_at"),
    *("next_kind", "quiet_since", "own_step", "own_step_on"),
    *("offer__application", "offer__deadline_on", "offer__deadline_time"),
)
# Of the next round also what its advice follows from (`interviews.situation`).
_OF_THE_NEXT = (
    *("application_id", "number", "outcome", "promised_on", "replied_at"),
    *("cancelled_at", "to_prepare"),
)


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
        .filter(application__heard_at__gt=now)
        .with_times()
        .annotate(reminder=Subquery(due.order_by("-due_at").values("pk")[:1]))
        .filter(Exists(due), start__gt=now, outcome="")  # type: ignore[misc]  # same
        .order_by("start", "pk")
    )


def tasks_until(owner: User, until: datetime, *, now: datetime) -> TaskQuerySet:
    """What is to be ready by a time before `until`, and before its round begins."""
    ahead = Q(heard_at__gt=now) | Q(quiet_since=None, round_number__gt=0)
    jobs = Application.objects.for_user(owner).unarchived().filter(ahead)
    rounds = Round.objects.standing().filter(
        application__in=jobs.filter(has_ended=False), outcome=""
    )
    tasks = Task.objects.filter(round__in=rounds)
    return tasks.due_before_their_round(until, now=now)


def _messages(owner: int, now: datetime, until: datetime) -> QuerySet[FollowUp]:
    """Owed now, or asked for before `until`; the longest owed first.

    With what `dashboard.lines.messages` says of each: of a thank-you note the `topic`,
    when its round had `begun`, and whether its `end_is_known`.
    """
    asks = Q(kind__in=[FollowUp.Kind.STATUS_CHECK, FollowUp.Kind.CHECK_IN])
    coming = asks & Q(due_at__gt=now, due_at__lt=until)
    awake = Q(snoozed_until=None) | Q(snoozed_until__lte=now)
    jobs = Application.objects.for_user(User(pk=owner)).unarchived()
    rounds = Round.objects.filter(
        is_any_of("application", jobs.filter(next_at__lt=until))
    )
    sessions = Session.objects.filter(round=OuterRef("round"))
    return (
        FollowUp.objects.filter((Q(due_at__lte=now) & awake) | coming)
        .filter(is_any_of("round", rounds), state=FollowUp.State.OPEN)
        .only("kind", "due_at", "draft", "round_id")
        .annotate(
            **_OF_A_MESSAGE,
            topic=Subquery(_topic().values("text")),
            begun=Subquery(sessions.order_by("starts_at").values("starts_at")[:1]),
            end_is_known=Exists(sessions) & ~Exists(sessions.filter(ends_at=None)),
        )
        .order_by("due_at", "pk")[: 2 * SHOWN]
    )


def _topic() -> QuerySet[Topic]:
    """What was talked about with the contact of a message, be it nobody."""
    noted = Topic.objects.filter(debrief__round=OuterRef("round"))
    return noted.alias(to=Coalesce("contact", 0)).filter(
        to=Coalesce(OuterRef("contact"), 0)
    )


def _preparations(owner: int, now: datetime) -> QuerySet[Round]:
    rounds = preparations(User(pk=owner), now).only("number", *_OF_THE_JOB)
    return rounds.select_related("application__company")[:SHOWN]


def _tasks(owner: int, until: datetime, now: datetime) -> QuerySet[Task]:
    tasks = tasks_until(User(pk=owner), until, now=now)
    tasks = tasks.only("kind", "text", "due_at", "for_whom", *_OF_ITS_ROUND)
    return tasks.select_related("round__application__company")[: 2 * SHOWN]


def _ahead(owner: int, now: datetime, heard: datetime) -> QuerySet[Round]:
    """Under way or to come, of applications heard of since `heard`.

    With what a line says of it: the end that is known last and how many are not, how
    it is `held` and `with_whom`.
    """
    sessions = Session.objects.filter(round=OuterRef("pk")).order_by("position", "pk")
    people = Interviewer.objects.filter(session__round=OuterRef("pk"))
    people = people.order_by("session__position", "session", "pk")
    rounds = Round.objects.for_user(User(pk=owner)).not_over(now)
    rounds = rounds.filter(application__heard_at__gt=heard).annotate(
        employer=F("application__company__name"),
        is_sample=F("application__is_sample"),
        ends=Max("sessions__ends_at"),
        open_ends=Count("sessions", filter=Q(sessions__ends_at=None)),
        held=ArraySubquery(sessions.values("setting")),
        with_whom=ArraySubquery(people.values("contact__name")),
    )
    return rounds.only(*_OF_THE_NEXT)[:SHOWN]


def _silent(owner: int, now: datetime) -> QuerySet[Round]:
    """The first that wait for an answer at `now`, and the first without a date."""
    mine = Round.objects.for_user(User(pk=owner)).standing().of_live_applications()
    mine = mine.filter(number=F("application__round_number"))
    waiting = mine.filter(application__awaited_since__lte=now)
    undated = mine.filter(
        application__has_ended=False, application__next_kind=Step.DATE
    )
    lists = (
        waiting.order_by("application__awaited_since", "pk"),
        undated.order_by("created_at", "pk"),
    )
    first, other = [each.values("pk")[: MARGIN + 1] for each in lists]
    return (
        Round.objects.filter(pk__in=first.union(other, all=True))
        .only("number", "promised_on")
        .annotate(**_OF_A_WAIT)
        .order_by("application__awaited_since", "created_at", "pk")
    )


def _jobs(
    owner: int, quiet: datetime, until: datetime, last_day: date
) -> QuerySet[Application]:
    """Quiet since before `quiet`, without a step, with an offer, with an own step.

    With the last round and the message that asks where they stand.
    """
    live = Application.objects.for_user(User(pk=owner)).live()
    own = live.filter(next_at__lt=until, own_step_on__lte=last_day)
    lists = (
        live.filter(quiet_since__lt=quiet).order_by("quiet_since")[: MARGIN + 1],
        live.filter(has_ended=False, next_kind="").order_by("-updated_at")[
            : MARGIN + 1
        ],
        live.filter(stage=Stage.OFFER).order_by("board_position")[:SHOWN],
        own.exclude(own_step="").order_by("next_at")[:SHOWN],
    )
    first, *others = [each.values("pk") for each in lists]
    last = Round.objects.standing().filter(application=OuterRef("pk"))
    last = last.filter(number=OuterRef("round_number"))
    asking = FollowUp.objects.filter(
        round__application=OuterRef("pk"),
        state=FollowUp.State.OPEN,
        kind__in=[FollowUp.Kind.STATUS_CHECK, FollowUp.Kind.CHECK_IN],
    )
    return (
        Application.objects.filter(pk__in=first.union(*others, all=True))
        .annotate(
            last_round=Subquery(last.values("pk")[:1]),
            asking=Subquery(asking.values("pk")[:1]),
            employer=F("company__name"),
        )
        .select_related("offer")
        .only(*_OF_A_JOB)
        .order_by("pk")
    )


MESSAGES = Prepared(_messages, owner=int, now=datetime, until=datetime)
PREPARATIONS = Prepared(_preparations, owner=int, now=datetime)
TASKS = Prepared(_tasks, owner=int, until=datetime, now=datetime)
AHEAD = Prepared(_ahead, owner=int, now=datetime, heard=datetime)
SILENT = Prepared(_silent, owner=int, now=datetime)
JOBS = Prepared(_jobs, owner=int, quiet=datetime, until=datetime, last_day=date)
