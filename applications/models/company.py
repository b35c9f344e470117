from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Value
from django.db.models.functions import Lower
from django.urls import reverse

from accounts.models import User


class CompanyQuerySet(models.QuerySet["Company"]):
    def for_user(self, user: User) -> Self:
        return self.filter(owner=user)

    def named(self, name: str) -> Self:
        """Companies of that name, whatever its capitals: as their constraint has it."""
        return self.alias(lower=Lower("name")).filter(lower=Lower(Value(name.strip())))


class Company(models.Model):
    """An employer, as one owner knows it."""

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="companies"
    )
    name = models.CharField(max_length=200)
    website = models.URLField("web site", blank=True)
    # Came with the sample data, and goes with it.
    is_sample = models.BooleanField(default=False, db_default=False)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = CompanyQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "companies"
        constraints = [
            models.UniqueConstraint(
                "owner",
                Lower("name"),
                name="applications_company_name_once_per_owner",
                violation_error_message="You already have a company of that name.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("applications:company", args=[self.pk])
