from __future__ import annotations

import uuid
from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from reminders.models.kind import Kind

_OF_THE_SEARCH = [kind.value for kind in Kind if kind.is_about_the_search]
_OF_A_ROUND = [kind.value for kind in Kind if kind.is_about_a_round]


class ReminderQuerySet(models.QuerySet["Reminder"]):
    def for_user(self, user: User) -> Self:
        """Without those of an application in the bin."""
        return self.filter(owner=user, application__deleted_at=None)

    def scheduled(self) -> Self:
        return self.filter(state=Reminder.State.SCHEDULED)

    def free(self) -> Self:
        """Scheduled and in no message: may be bound, moved or cancelled."""
        return self.scheduled().filter(message=None)

    def due(self, now: datetime) -> Self:
        """Those whose time has come: the app shows them."""
        return self.scheduled().filter(due_at__lte=now)

    def complete(self) -> Self:
        """With all that a line says of it, in a fixed number of queries."""
        return self.select_related(
            "owner", "application__company", "round__application__company"
        ).prefetch_related(
            "round__sessions__interviewers__contact", "round__follow_ups__contact"
        )

    def allowed(self, now: datetime) -> Self:
        """Those that are due and may leave as mail: lateness counts from then."""
        return self.scheduled().filter(allowed_at__lte=now)


class Reminder(models.Model):
    """One thing to tell the owner at one time.

    Shows in the app from its due time, whatever the mail does: the row is the
    twin of the mail. `key` is stable: what is wanted again after an undo is the
    same row again. One about the whole search has neither application nor round.
    """

    class State(models.TextChoices):
        SCHEDULED = "scheduled", "Planned"
        CANCELLED = "cancelled", "No longer needed"
        EXPIRED = "expired", "Too late to help"
        TOLD = "told", "Sent"
        KEPT = "kept", "Kept in the app"
        IN_DOUBT = "in_doubt", "In doubt"
        UNRESOLVED = "unresolved", "Never confirmed"
        FAILED = "failed", "Could not be sent"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="reminders"
    )
    application = models.ForeignKey(
        "applications.Application",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="reminders",
    )
    round = models.ForeignKey(
        "interviews.Round",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="reminders",
    )
    kind = models.CharField(max_length=20, choices=Kind)
    key = models.CharField(max_length=100, unique=True)
    # The round's `moves` when this was planned; `planning` tells editions apart by it.
    moves = models.PositiveIntegerField(default=0)
    due_at = models.DateTimeField()
    # From when its mail may leave: due, and neither quiet hours nor a pause hold it.
    allowed_at = models.DateTimeField()
    # The owner has just entered its cause: no quiet hours, no waiting for the hour.
    is_prompt = models.BooleanField(default=False)
    useless_after = models.DateTimeField()
    # The owner put off the thing it is about (`planning.thing_of`), told or not.
    snoozed_until = models.DateTimeField(null=True, blank=True)
    # A digest of what it would tell (notes owed, times, place).
    fingerprint = models.CharField(max_length=64)
    state = models.CharField(max_length=20, choices=State, default=State.SCHEDULED)
    message = models.ForeignKey(
        "reminders.Message",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="reminders",
    )
    # A message with it and others could not be made: it goes in one of its own.
    travels_alone = models.BooleanField(default=False)
    created_at = models.DateTimeField(default=timezone.now)
    settled_at = models.DateTimeField(null=True, blank=True)

    objects = ReminderQuerySet.as_manager()

    class Meta:
        ordering = ["due_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(useless_after__gt=F("due_at")),
                name="reminders_reminder_useless_after_due",
            ),
            models.CheckConstraint(
                condition=Q(allowed_at__gte=F("due_at")),
                name="reminders_reminder_allowed_from_due",
            ),
            models.CheckConstraint(
                condition=Q(
                    kind__in=_OF_A_ROUND,
                    application__isnull=False,
                    round__isnull=False,
                )
                | Q(kind=Kind.OFFER_DEADLINE, application__isnull=False, round=None)
                | Q(kind__in=_OF_THE_SEARCH, application=None, round=None),
                name="reminders_reminder_is_about_its_kinds_thing",
            ),
        ]
        indexes = [
            # Used by the claim: one owner's due rows, and their earliest.
            models.Index(
                fields=["owner", "allowed_at"],
                condition=Q(state="scheduled", message=None),
                name="reminders_free_by_owner",
            ),
            # Read with every edit: whether any of these may leave before the hour is
            # over, and what is about the search.
            models.Index(
                fields=["owner", "allowed_at"],
                condition=Q(state="scheduled", message=None, is_prompt=True),
                name="reminders_prompt_by_owner",
            ),
            models.Index(
                fields=["owner", "due_at"],
                condition=Q(application=None),
                name="reminders_about_the_search",
            ),
        ]

    def __str__(self) -> str:
        return self.key

    @property
    def about(self) -> str:
        """ "Acme, second interview"; empty for one about the whole search."""
        if self.round:
            return f"{self.round.application.company}, {self.round.name.lower()}"
        return str(self.application.company) if self.application else ""

    @property
    def title(self) -> str:
        """What it says in a line: "Prepare for a round: Acme, second interview"."""
        kind: str = self.get_kind_display()
        return f"{kind}: {self.about}" if self.about else kind

    @property
    def page(self) -> str:
        """Where the owner can act on it."""
        if self.round:
            return self.round.get_absolute_url()
        if self.application:
            return reverse("interviews:offer", args=[self.application_id])
        return reverse("dashboard:today")

    def is_snoozed(self, now: datetime) -> bool:
        return self.snoozed_until is not None and self.snoozed_until > now
