from __future__ import annotations

from django.db import models
from django.utils import timezone


class AdviceTick(models.Model):
    """The owner has done what a piece of advice asks, for this round."""

    round = models.ForeignKey(
        "interviews.Round", on_delete=models.CASCADE, related_name="advice_ticks"
    )
    # An id of the guidance library, which is files, not rows.
    advice = models.CharField(max_length=100)
    done_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["done_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["round", "advice"], name="interviews_advice_tick_once"
            ),
        ]

    def __str__(self) -> str:
        return self.advice
