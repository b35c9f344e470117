from __future__ import annotations

from datetime import datetime, timedelta
from functools import cache
from typing import Self

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Case, F, Q, When
from django.utils import timezone

from accounts.models import User
from accounts.prepared import Prepared
from accounts.words import holding
from applications.addresses import addresses
from applications.models.company import Company
from applications.steps import Step, current, read

# Two presses of a button are closer together than two jobs, or two invites.
DOUBLE_PRESS = timedelta(seconds=15)
MOST_TAGS, LONGEST_TAG = 12, 40


def top_at(now: datetime) -> int:
    """A place on the board above everything that was put on top before `now`.

    Microseconds, negative, with room for a thousand places between two of them.
    """
    return -int(now.timestamp() * 1_000_000) << 10


def _top() -> int:
    return top_at(timezone.now())


class Stage(models.TextChoices):
    """Where an application stands. The last four are closed."""

    SAVED = "saved", "Saved"
    APPLIED = "applied", "Applied"
    SCREENING = "screening", "Screening"
    INTERVIEWING = "interviewing", "Interviewing"
    OFFER = "offer", "Offer"
    ACCEPTED = "accepted", "Accepted"
    REJECTED = "rejected", "Rejected"
    WITHDRAWN = "withdrawn", "Withdrawn"
    NO_RESPONSE = "no_response", "No response"

    @classmethod
    @cache
    def closed(cls) -> frozenset[Stage]:
        return frozenset({cls.ACCEPTED, cls.REJECTED, cls.WITHDRAWN, cls.NO_RESPONSE})

    @classmethod
    @cache
    def live(cls) -> tuple[Stage, ...]:
        return tuple(stage for stage in cls if stage not in cls.closed())


def of_owner(user: User, by: str = "application") -> Q:
    """Rows whose application, reached `by` that path, is the owner's and not in the bin."""
    return Q(**{f"{by}__owner": user, f"{by}__deleted_at": None})


class ApplicationQuerySet(models.QuerySet["Application"]):
    def for_user(self, user: User) -> Self:
        """The owner's, without those in the bin."""
        return self.filter(owner=user, deleted_at=None)

    def binned(self, user: User) -> Self:
        """The owner's that wait in the bin, the last deleted first."""
        return self.filter(owner=user, deleted_at__isnull=False).order_by(
            "-deleted_at", "-pk"
        )

    def unarchived(self) -> Self:
        """Neither in the archive nor in the bin, which is in the archive, too."""
        return self.filter(archived_at=None)

    def archived(self) -> Self:
        return self.filter(archived_at__isnull=False, deleted_at=None)

    def live(self) -> Self:
        """Neither closed nor archived: something may still happen."""
        return self.unarchived().exclude(stage__in=Stage.closed())

    def real(self) -> Self:
        """Without what is made up to look around with."""
        return self.filter(is_sample=False)

    def live_first(self) -> Self:
        """As they are ordered, but what is closed at the end."""
        is_closed = Case(When(stage__in=Stage.closed(), then=1), default=0)
        return self.order_by(is_closed, "-updated_at", "-pk")

    def matching(self, text: str) -> Self:
        """Those whose company, role, place, source or tags contain every word."""
        fields = ("company__name", "role", "location", "source", "tags")
        return holding(self, text.split(), *fields)

    def for_job(self, owner: User, *, company: str, role: str) -> Self:
        """The owner's live applications there for that role, in any capitals."""
        known = Company.objects.for_user(owner).named(company)
        return self.for_user(owner).live().filter(company__in=known, role__iexact=role)

    def just_added(self, now: datetime) -> Self:
        """Those that the same press of a button has made a moment ago."""
        return self.filter(created_at__range=(now - DOUBLE_PRESS, now))

    def lock(self, pk: int) -> Application:
        """Take the application's row lock, first of all locks, inside a transaction.

        `FOR NO KEY UPDATE`: a plain `FOR UPDATE` would deadlock against the key
        locks that concurrent inserts of rounds and reminders take. Owner and company
        are read by a second statement: the first, when it had to wait, shows joined
        rows as they were before. Of all rows there are, whatever `self` asks for.
        """
        _LOCKED.one(pk=pk)
        return _WITH_OWNER.one(pk=pk)

    def lock_of(
        self, company: Company, *, besides: Application | None = None
    ) -> dict[int, Application]:
        """As `lock`, for a company's live applications and one more: by key, in order.

        Raises DoesNotExist when that one was deleted meanwhile.
        """
        wanted = Q(company=company, archived_at=None, stage__in=Stage.live())
        if besides:
            wanted |= Q(pk=besides.pk)
        rows = self.filter(wanted).select_for_update(no_key=True).order_by("pk")
        keys = [row.pk for row in rows]
        if besides and besides.pk not in keys:
            raise self.model.DoesNotExist
        fresh = self.filter(pk__in=keys).select_related("company", "owner")
        return {row.pk: row for row in fresh.order_by("pk")}


class Application(models.Model):
    """One job at one company that the owner follows."""

    class WorkMode(models.TextChoices):
        ON_SITE = "on_site", "On site"
        HYBRID = "hybrid", "Hybrid"
        REMOTE = "remote", "Remote"

    class RoleType(models.TextChoices):
        TECHNICAL = "technical", "Technical"
        OTHER = "other", "Not technical"

    class Seniority(models.TextChoices):
        JUNIOR = "junior", "Junior"
        MID = "mid", "Mid-level"
        SENIOR = "senior", "Senior"
        LEADERSHIP = "leadership", "Leadership"

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="applications"
    )
    company = models.ForeignKey(
        "applications.Company", on_delete=models.PROTECT, related_name="applications"
    )
    role = models.CharField(max_length=200)
    stage = models.CharField(max_length=20, choices=Stage, default=Stage.APPLIED)
    posting_url = models.URLField("posting", max_length=2000, blank=True)
    location = models.CharField(max_length=200, blank=True)
    work_mode = models.CharField(max_length=20, choices=WorkMode, blank=True)
    pay_from = models.PositiveIntegerField("pay from", null=True, blank=True)
    pay_to = models.PositiveIntegerField("pay to", null=True, blank=True)
    pay_currency = models.CharField("currency", max_length=3, blank=True)
    source = models.CharField(
        max_length=200, blank=True, help_text="Where you found it: a site, a friend."
    )
    applied_on = models.DateField("applied on", null=True, blank=True)
    role_type = models.CharField(max_length=20, choices=RoleType, blank=True)
    seniority = models.CharField(max_length=20, choices=Seniority, blank=True)
    # The owner's own words to find it by, each once, in their order.
    tags = ArrayField(
        models.CharField(max_length=LONGEST_TAG),
        size=MOST_TAGS,
        default=list,
        blank=True,
    )
    # What the owner means to do next, where nothing else follows from what is known.
    own_step = models.CharField("next step", max_length=120, blank=True)
    own_step_on = models.DateField("on", null=True, blank=True)
    # Where it lies in its column of the board: the smaller, the higher.
    board_position = models.BigIntegerField(default=_top)
    archived_at = models.DateTimeField(null=True, blank=True)
    # In the bin, from which it can be brought back for 30 days. Whatever leaves the
    # archive out leaves the bin out: what is in the bin is in the archive, too.
    deleted_at = models.DateTimeField(null=True, blank=True)
    # Made up, to look around with: nothing is mailed about it, and it counts for nothing.
    # With all that hangs on it, it goes in one press.
    is_sample = models.BooleanField(default=False, db_default=False)
    # Closed: kept by the database, so that the closed stand last in an index.
    has_ended = models.GeneratedField(
        expression=Case(
            When(stage__in=sorted(Stage.closed()), then=True), default=False
        ),
        output_field=models.BooleanField(),
        db_persist=True,
    )
    created_at = models.DateTimeField(default=timezone.now)
    updated_at = models.DateTimeField(auto_now=True)

    # --- Seen at a glance: kept by `interviews.glance` after every change, from what
    # is known about its rounds. Never written by anybody else.
    # What comes next, the soonest first (`applications.steps`), as it was known at the
    # last change: read it through `step`.
    steps = models.JSONField(default=list, blank=True)
    # Of the first of them: its kind, when it is or is due, and until when it counts.
    next_kind = models.CharField(max_length=20, blank=True)
    next_at = models.DateTimeField(null=True, blank=True)
    next_until = models.DateTimeField(null=True, blank=True)
    # The number of its last standing round; 0: no round yet.
    round_number = models.PositiveSmallIntegerField(default=0)
    # When something last happened or was heard; ahead while a round is to come.
    heard_at = models.DateTimeField(null=True, blank=True)
    # When the owner applied there, as far as that is known.
    applied_at = models.DateTimeField(null=True, blank=True)
    # The same as `heard_at` where silence counts: it waits for them, and no round is being arranged.
    quiet_since = models.DateTimeField(null=True, blank=True)
    # When the round was, or will be, over of which their answer is awaited.
    awaited_since = models.DateTimeField(null=True, blank=True)

    objects = ApplicationQuerySet.as_manager()

    class Meta:
        ordering = ["-updated_at", "-pk"]
        indexes = [
            # The board: a column in its order, and how many there are in each.
            models.Index(
                fields=["owner", "stage", "board_position", "id"],
                condition=Q(archived_at=None),
                name="applications_board",
            ),
            # The table, as it is ordered unless asked otherwise.
            models.Index(
                fields=["owner", "has_ended", "next_at", "-updated_at", "-id"],
                condition=Q(archived_at=None),
                name="applications_by_next_step",
            ),
            models.Index(
                fields=["owner", "stage", "next_at"],
                condition=Q(archived_at=None),
                name="applications_stage_next_step",
            ),
            # Of the search as a whole: the last one applied for, the longest awaited.
            models.Index(
                fields=["owner", "-applied_at"],
                condition=Q(applied_at__isnull=False),
                name="applications_applied",
            ),
            models.Index(
                fields=["owner", "awaited_since"],
                condition=Q(awaited_since__isnull=False),
                name="applications_awaited",
            ),
            models.Index(
                fields=["owner", "quiet_since"],
                condition=Q(quiet_since__isnull=False),
                name="applications_quiet",
            ),
            # Today: what happens or is heard from a day on, what waits for a date, and
            # what nobody knows the next step of.
            models.Index(fields=["owner", "heard_at"], name="applications_heard"),
            models.Index(
                fields=["owner"],
                condition=Q(
                    archived_at=None,
                    has_ended=False,
                    round_number__gt=0,
                    quiet_since=None,
                ),
                name="applications_undated",
            ),
            models.Index(
                fields=["owner", "next_kind", "-updated_at", "-id"],
                condition=Q(archived_at=None, has_ended=False),
                name="applications_by_kind_of_step",
            ),
            # What time alone changes, and what is due to leave the bin.
            models.Index(
                fields=["next_until"],
                condition=Q(next_until__isnull=False),
                name="applications_step_passes",
            ),
            models.Index(
                fields=["deleted_at"],
                condition=Q(deleted_at__isnull=False),
                name="applications_bin",
            ),
            # Whether there is any sample data to take away.
            models.Index(
                fields=["owner"],
                condition=Q(is_sample=True),
                name="applications_sample",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(stage__in=Stage.values),
                name="applications_application_stage_is_known",
            ),
            models.CheckConstraint(
                condition=Q(pay_from=None)
                | Q(pay_to=None)
                | Q(pay_from__lte=F("pay_to")),
                name="applications_application_pay_in_order",
                violation_error_message="Pay “to” cannot be less than pay “from”.",
            ),
            models.CheckConstraint(
                condition=Q(deleted_at=None) | Q(archived_at__isnull=False),
                name="applications_application_bin_is_archived",
                violation_error_message="What is deleted is in the archive, too.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.role} at {self.company}"

    def get_absolute_url(self) -> str:
        return addresses("applications:detail")(self.pk)

    @property
    def is_closed(self) -> bool:
        return self.stage in Stage.closed()

    @property
    def is_live(self) -> bool:
        """Something may still happen: neither closed nor archived."""
        return not self.is_closed and self.archived_at is None

    def step(self, now: datetime) -> Step | None:
        """What comes next at `now`, or nothing."""
        return current(read(self.steps), now)


# Asked with every edit, within its transaction.
_LOCKED = Prepared(
    lambda pk: (
        Application.objects.only("pk").select_for_update(no_key=True).filter(pk=pk)
    ),
    pk=int,
)
_WITH_OWNER = Prepared(
    lambda pk: Application.objects.select_related("company", "owner").filter(pk=pk),
    pk=int,
)
