from __future__ import annotations

from typing import Self

from django.db import models
from django.utils import timezone

from accounts.models import User
from applications.models.application import of_owner


class NoteQuerySet(models.QuerySet["Note"]):
    def for_user(self, user: User) -> Self:
        return self.filter(of_owner(user))


class Note(models.Model):
    """Something the owner wrote down about an application, at a time."""

    application = models.ForeignKey(
        "applications.Application", on_delete=models.CASCADE, related_name="notes"
    )
    text = models.TextField()
    created_at = models.DateTimeField(default=timezone.now)
    # When it got other words; never, while it has its first ones.
    edited_at = models.DateTimeField(null=True, blank=True)

    objects = NoteQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]

    def __str__(self) -> str:
        return self.text[:60]
