from __future__ import annotations

from django.db import models


class PlanCheck(models.Model):
    """When an application's plan was last reconciled; the background run goes by age."""

    application = models.OneToOneField(
        "applications.Application",
        on_delete=models.CASCADE,
        primary_key=True,
        related_name="plan_check",
    )
    checked_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"plan of {self.application_id}"
