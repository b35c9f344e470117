from __future__ import annotations

import uuid
from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from accounts.models import User


class Kind(models.TextChoices):
    PREPARE = "prepare", "Prepare for a round"
    THANK_YOU = "thank_you", "Send thank-you notes"
    STATUS_CHECK = "status_check", "Ask where they stand"


class ReminderQuerySet(models.QuerySet["Reminder"]):
    def for_user(self, user: User) -> Self:
        return self.filter(owner=user)

    def scheduled(self) -> Self:
        return self.filter(state=Reminder.State.SCHEDULED)

    def free(self) -> Self:
        """Scheduled and in no message: may be bound, moved or cancelled."""
        return self.scheduled().filter(message=None)

    def due(self, now: datetime) -> Self:
        return self.scheduled().filter(due_at__lte=now)


class Reminder(models.Model):
    """One thing to tell the owner at one time.

    Shows in the app from its due time, whatever the mail does: the row is the
    twin of the mail. `key` is stable: what is wanted again after an undo is the
    same row again.
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
        "applications.Application", on_delete=models.CASCADE, related_name="reminders"
    )
    round = models.ForeignKey(
        "interviews.Round", on_delete=models.CASCADE, related_name="reminders"
    )
    kind = models.CharField(max_length=20, choices=Kind)
    key = models.CharField(max_length=100, unique=True)
    # The round's `moves` when this was planned; `planning` tells editions apart by it.
    moves = models.PositiveIntegerField(default=0)
    due_at = models.DateTimeField()
    useless_after = models.DateTimeField()
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
        ]
        indexes = [
            # Used by the claim: one owner's due rows, and their earliest.
            models.Index(
                fields=["owner", "due_at"],
                condition=Q(state="scheduled", message=None),
                name="reminders_free_by_owner",
            ),
        ]

    def __str__(self) -> str:
        return self.key
