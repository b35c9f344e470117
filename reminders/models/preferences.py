from __future__ import annotations

from django.conf import settings
from django.db import models

from reminders.models.reminder import Kind


class Preferences(models.Model):
    """Which kinds of reminder an owner wants. No row means: all of them."""

    owner = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        primary_key=True,
        related_name="reminder_preferences",
    )
    prepare = models.BooleanField("the evening before a round", default=True)
    thank_you = models.BooleanField("thank-you notes after a round", default=True)
    status_check = models.BooleanField("when an answer is overdue", default=True)

    class Meta:
        verbose_name_plural = "preferences"

    def __str__(self) -> str:
        return f"preferences of {self.owner_id}"

    def wants(self, kind: Kind) -> bool:
        return bool(getattr(self, kind.value))
