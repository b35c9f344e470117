from __future__ import annotations

from django.db import models
from django.utils import timezone

from applications.models.application import Stage


class StageChange(models.Model):
    """An append-only record: the funnel and every duration come from these."""

    application = models.ForeignKey(
        "applications.Application",
        on_delete=models.CASCADE,
        related_name="stage_changes",
    )
    # Empty for the first: the application was not followed before.
    from_stage = models.CharField(max_length=20, choices=Stage, blank=True)
    to_stage = models.CharField(max_length=20, choices=Stage)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.from_stage or 'new'} to {self.to_stage}"
