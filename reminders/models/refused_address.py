from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.utils import timezone

from accounts.models import User


class RefusedAddressQuerySet(models.QuerySet["RefusedAddress"]):
    def for_user(self, user: User) -> Self:
        return self.filter(owner=user)


class RefusedAddress(models.Model):
    """An owner's address that a mail server would not take: nothing is sent there.

    Lifted by the owner, by an operator, or by a code that arrived there.
    """

    owner = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        primary_key=True,
        related_name="refused_address",
    )
    # As a server is told it.
    address = models.CharField(max_length=254)
    smtp_code = models.PositiveIntegerField(null=True, blank=True)
    smtp_text = models.CharField(max_length=500, blank=True)
    at = models.DateTimeField(default=timezone.now)

    objects = RefusedAddressQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "refused addresses"

    def __str__(self) -> str:
        return f"refused address of {self.owner_id}"
