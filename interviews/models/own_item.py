from __future__ import annotations

from typing import Self

from django.db import models
from django.utils import timezone

from accounts.models import User
from applications.models import of_owner


class OwnItemQuerySet(models.QuerySet["OwnItem"]):
    def for_user(self, user: User) -> Self:
        return self.filter(of_owner(user, "round__application"))


class OwnItem(models.Model):
    """Something that the owner put on a list of a round: to do, or to bring."""

    class Purpose(models.TextChoices):
        TO_DO = "to_do", "To do"
        TO_BRING = "to_bring", "To bring or have ready"

    round = models.ForeignKey(
        "interviews.Round", on_delete=models.CASCADE, related_name="own_items"
    )
    purpose = models.CharField(max_length=20, choices=Purpose, default=Purpose.TO_DO)
    text = models.CharField(max_length=500)
    done_at = models.DateTimeField(null=True, blank=True)
    # Set while the owner has taken it off the list; it can be put back.
    removed_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(default=timezone.now)

    objects = OwnItemQuerySet.as_manager()

    class Meta:
        ordering = ["created_at", "pk"]

    def __str__(self) -> str:
        return self.text
