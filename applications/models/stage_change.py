from __future__ import annotations

from typing import Self

from django.db import models
from django.utils import timezone

from applications.models.application import Stage


class StageChangeQuerySet(models.QuerySet["StageChange"]):
    def standing(self) -> Self:
        """Those that count: not taken back the moment they were made."""
        return self.filter(undone_at=None)


class StageChange(models.Model):
    """An append-only record: the funnel and every duration come from these.

    A move that was undone at once stays in the record, and counts for nothing.
    """

    application = models.ForeignKey(
        "applications.Application",
        on_delete=models.CASCADE,
        related_name="stage_changes",
    )
    # Empty for the first: the application was not followed before.
    from_stage = models.CharField(max_length=20, choices=Stage, blank=True)
    to_stage = models.CharField(max_length=20, choices=Stage)
    at = models.DateTimeField(default=timezone.now)
    undone_at = models.DateTimeField(null=True, blank=True)

    objects = StageChangeQuerySet.as_manager()

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.from_stage or 'new'} to {self.to_stage}"
