from __future__ import annotations

from typing import Self

from django.db import models
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from applications.models import of_owner


class ReviewQuerySet(models.QuerySet["Review"]):
    def for_user(self, user: User) -> Self:
        return self.filter(of_owner(user, "round__application"))

    def to_remember(self, *, but: int) -> Self:
        """What the owner wanted to change, latest first, from other applications."""
        return (
            self.exclude(change="")
            .exclude(round__application=but)
            .select_related("round__application__company")
            .order_by("-updated_at", "-pk")
        )


class Review(models.Model):
    """What the owner takes from a round that ended in a no. Every part is optional."""

    round = models.OneToOneField(
        "interviews.Round", on_delete=models.CASCADE, related_name="review"
    )
    went_well = models.TextField(blank=True)
    went_badly = models.TextField(blank=True)
    # One thing to do differently next time.
    change = models.TextField(blank=True)
    # What they answered when the owner asked for feedback.
    feedback = models.TextField(blank=True)
    updated_at = models.DateTimeField(default=timezone.now)

    objects = ReviewQuerySet.as_manager()

    def __str__(self) -> str:
        return f"Review of {self.round}"

    def get_absolute_url(self) -> str:
        page = reverse("interviews:round", args=[self.round_id])
        return f"{page}#review"
