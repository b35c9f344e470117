from __future__ import annotations

from django.db import models
from django.utils import timezone


class NotForMe(models.Model):
    """A piece of advice the owner does not want to see on this round."""

    round = models.ForeignKey(
        "interviews.Round", on_delete=models.CASCADE, related_name="not_for_me"
    )
    # An id of the guidance library, which is files, not rows.
    advice = models.CharField(max_length=100)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["at"]
        constraints = [
            models.UniqueConstraint(
                fields=["round", "advice"], name="interviews_not_for_me_once"
            ),
        ]

    def __str__(self) -> str:
        return self.advice
