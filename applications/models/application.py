from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone

from accounts.models import User


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
    def closed(cls) -> frozenset[Stage]:
        return frozenset({cls.ACCEPTED, cls.REJECTED, cls.WITHDRAWN, cls.NO_RESPONSE})

    @classmethod
    def live(cls) -> tuple[Stage, ...]:
        return tuple(stage for stage in cls if stage not in cls.closed())


class ApplicationQuerySet(models.QuerySet["Application"]):
    def for_user(self, user: User) -> Self:
        return self.filter(owner=user)

    def unarchived(self) -> Self:
        return self.filter(archived_at=None)

    def live(self) -> Self:
        """Neither closed nor archived: something may still happen."""
        return self.unarchived().exclude(stage__in=Stage.closed())

    def matching(self, text: str) -> Self:
        """Those whose company, role, location or source contain every word."""
        found = self
        for word in text.split():
            found = found.filter(
                Q(company__name__icontains=word)
                | Q(role__icontains=word)
                | Q(location__icontains=word)
                | Q(source__icontains=word)
            )
        return found

    def lock(self, pk: int) -> Application:
        """Take the application's row lock, first of all locks, inside a transaction.

        `FOR NO KEY UPDATE`: a plain `FOR UPDATE` would deadlock against the key
        locks that concurrent inserts of rounds and reminders take.
        """
        return self.select_for_update(no_key=True, of=("self",)).get(pk=pk)


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
    archived_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(default=timezone.now)
    updated_at = models.DateTimeField(auto_now=True)

    objects = ApplicationQuerySet.as_manager()

    class Meta:
        ordering = ["-updated_at", "-pk"]
        indexes = [
            models.Index(
                fields=["owner", "stage"],
                condition=Q(archived_at=None),
                name="applications_live_by_stage",
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
        ]

    def __str__(self) -> str:
        return f"{self.role} at {self.company}"

    def get_absolute_url(self) -> str:
        return reverse("applications:detail", args=[self.pk])

    @property
    def is_closed(self) -> bool:
        return self.stage in Stage.closed()

    @property
    def is_live(self) -> bool:
        """Something may still happen: neither closed nor archived."""
        return not self.is_closed and self.archived_at is None
