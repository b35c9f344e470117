from __future__ import annotations

from typing import Self

from django.db import models
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from applications.models import of_owner


class SignQuerySet(models.QuerySet["Sign"]):
    def for_user(self, user: User) -> Self:
        return self.filter(of_owner(user, "round__application"))


class Sign(models.Model):
    """Something that happened in a round, which may mean something or nothing.

    Encouraging signs guess at the employer's mind; red flags help the owner decide.
    The two are never shown together, and neither is ever counted.
    """

    class Kind(models.TextChoices):
        ENCOURAGING = "encouraging", "Encouraging sign"
        RED_FLAG = "red_flag", "Red flag"

    class Answer(models.TextChoices):
        YES = "yes", "Yes"
        NO = "no", "No"

    round = models.ForeignKey(
        "interviews.Round", on_delete=models.CASCADE, related_name="signs"
    )
    kind = models.CharField(max_length=20, choices=Kind)
    happened = models.TextField()
    who = models.CharField(max_length=200, blank=True)
    asked_for = models.CharField(max_length=3, choices=Answer, blank=True)
    scheduled = models.CharField(max_length=3, choices=Answer, blank=True)
    otherwise = models.TextField(blank=True)
    # Set while the owner has taken it out of the log; it can be put back.
    removed_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(default=timezone.now)

    objects = SignQuerySet.as_manager()

    class Meta:
        ordering = ["created_at", "pk"]

    def __str__(self) -> str:
        return self.happened

    def get_absolute_url(self) -> str:
        return reverse("interviews:sign", args=[self.pk])

    @property
    def is_red_flag(self) -> bool:
        return self.kind == self.Kind.RED_FLAG
