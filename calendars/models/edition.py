from __future__ import annotations

from django.db import models


class Edition(models.Model):
    """How often an entry of a calendar has changed, and when it last did.

    A calendar that holds an older copy takes ours only under a higher number
    (RFC 5545, 3.8.7.4). The rows follow `calendars.editions.keep`.
    """

    application = models.ForeignKey(
        "applications.Application", on_delete=models.CASCADE, related_name="editions"
    )
    # Names the entry: "session-42" (`calendars.entries`).
    key = models.CharField(max_length=60, unique=True)
    sequence = models.PositiveIntegerField(default=0)
    # A digest of what the entry says.
    fingerprint = models.CharField(max_length=64)
    changed_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.key}, edition {self.sequence}"
