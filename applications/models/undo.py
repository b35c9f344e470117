from __future__ import annotations

from datetime import datetime, timedelta
from typing import Self

from django.conf import settings
from django.db import models

from accounts.models import User

# Ours: long after a toast has left, somebody may still find the button.
KEPT = timedelta(hours=24)


class UndoQuerySet(models.QuerySet["Undo"]):
    def for_user(self, user: User) -> Self:
        return self.filter(owner=user)

    def standing(self, now: datetime) -> Self:
        """What has not been undone, and still can be; the latest first."""
        return self.filter(undone_at=None, done_at__gte=now - KEPT)

    def outdated(self, now: datetime) -> Self:
        return self.filter(done_at__lt=now - KEPT)


class Undo(models.Model):
    """Something the owner did to applications, with how they were before it.

    `rows` are lists of: the application's key, what was there before and what was put
    in its place (columns by name, dates as ISO 8601), the key of the stage change that
    was written, and the offer's answer that it took away. See `applications.undoing`.
    """

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="undos"
    )
    # As the toast says it: "Acme moved to Offer."
    words = models.CharField(max_length=300)
    rows = models.JSONField()
    done_at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True, blank=True)

    objects = UndoQuerySet.as_manager()

    class Meta:
        ordering = ["-done_at", "-pk"]
        indexes = [models.Index(fields=["done_at"], name="applications_undo_done")]

    def __str__(self) -> str:
        return self.words
