from __future__ import annotations

from django.db import models
from django.utils import timezone


class Interviewer(models.Model):
    """A contact who takes part in a session."""

    session = models.ForeignKey(
        "interviews.Session", on_delete=models.CASCADE, related_name="interviewers"
    )
    contact = models.ForeignKey(
        "applications.Contact", on_delete=models.CASCADE, related_name="interviews"
    )
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["session", "contact"],
                name="interviews_interviewer_once_per_session",
            ),
        ]

    def __str__(self) -> str:
        return str(self.contact)
