from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils import timezone


class DeliveryAttempt(models.Model):
    """One try to hand a message over, and how it ended."""

    message = models.ForeignKey(
        "reminders.Message", on_delete=models.CASCADE, related_name="delivery_attempts"
    )
    number = models.PositiveIntegerField()
    # Where the SMTP conversation ended: connect, mail, rcpt, data, body; or journal.
    stage = models.CharField(max_length=20)
    outcome = models.CharField(max_length=30)
    smtp_code = models.PositiveIntegerField(null=True, blank=True)
    smtp_text = models.CharField(max_length=500, blank=True)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["message", "number"], name="reminders_attempt_number_once"
            ),
            # The database refuses to record a second success.
            models.UniqueConstraint(
                fields=["message"],
                condition=Q(outcome="accepted"),
                name="reminders_attempt_accepted_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.message_id} #{self.number}: {self.outcome}"
