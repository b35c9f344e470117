from __future__ import annotations

from datetime import datetime

from django.db import models

from reminders.delivery.clock import ClockTimestamp


class PulseQuerySet(models.QuerySet["Pulse"]):
    def beat(self, name: str, at: datetime | None = None) -> None:
        """Write down that `name` happens now, by the database's clock; or happened."""
        self.bulk_create(
            [Pulse(name=name, at=at or ClockTimestamp())],
            update_conflicts=True,
            unique_fields=["name"],
            update_fields=["at"],
        )


class Pulse(models.Model):
    """When something that must happen again and again last did: one row each."""

    name = models.CharField(max_length=20, primary_key=True)
    at = models.DateTimeField()

    objects = PulseQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.name} at {self.at}"
