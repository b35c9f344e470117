from __future__ import annotations

from django.conf import settings
from django.db import models


class Outbox(models.Model):
    """One row per owner: when something may next leave for them.

    The claim reads only these, so it stays flat however many reminders exist.
    """

    owner = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        primary_key=True,
        related_name="outbox",
    )
    # The earliest of: free reminders' allowed times, the lease or next attempt of
    # the message under way. Nothing planned: NULL.
    next_due_at = models.DateTimeField(null=True, blank=True)
    # Nothing leaves before, whatever is due: an hour after a mail, for instance.
    not_before = models.DateTimeField(null=True, blank=True)
    # When the plan of what is about the whole search was last reconciled.
    checked_at = models.DateTimeField(null=True, blank=True, db_index=True)

    class Meta:
        verbose_name_plural = "outboxes"
        indexes = [
            # Used by claim.due_owner(): the oldest due first.
            models.Index(
                fields=["next_due_at", "owner"],
                condition=models.Q(next_due_at__isnull=False),
                name="reminders_outbox_due",
            ),
        ]

    def __str__(self) -> str:
        return f"outbox of {self.owner_id}"
