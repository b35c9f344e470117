from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.urls import reverse
from django.utils import timezone

from accounts.models import User

if TYPE_CHECKING:
    from preparation.models.question import Question


class Proof(models.TextChoices):
    """What a story proves about its teller: one for each story the library asks for."""

    ACHIEVEMENT = "achievement", "Achievement"
    TEAMWORK = "teamwork", "Teamwork"
    INTEGRITY = "integrity", "Integrity"
    GRIT = "grit", "Grit"
    THINKING = "thinking", "Critical thinking"
    CONFLICT = "conflict", "A conflict"
    FAILURE = "failure", "A failure"
    INFLUENCE = "influence", "Influence"
    LEADERSHIP = "leadership", "Leadership"
    WORKLOAD = "workload", "A heavy load"
    INITIATIVE = "initiative", "Initiative"
    VALUE = "value", "A company’s value"


class StoryQuerySet(models.QuerySet["Story"]):
    def for_user(self, user: User) -> Self:
        return self.filter(owner=user)


class Story(models.Model):
    """Something the owner lived through, to be told in four parts (STAR)."""

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="stories"
    )
    title = models.CharField(max_length=200)
    situation = models.TextField(max_length=20_000, blank=True)
    task = models.TextField(max_length=20_000, blank=True)
    action = models.TextField(max_length=20_000, blank=True)
    result = models.TextField(max_length=20_000, blank=True)
    proves = ArrayField(
        models.CharField(max_length=20, choices=Proof), default=list, blank=True
    )
    # Whose value it shows, where it shows one.
    company = models.ForeignKey(
        "applications.Company",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="stories",
    )
    created_at = models.DateTimeField(default=timezone.now)
    updated_at = models.DateTimeField(default=timezone.now)

    objects = StoryQuerySet.as_manager()

    class Meta:
        ordering = ["title", "pk"]
        verbose_name_plural = "stories"

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("preparation:story", args=[self.pk])

    @property
    def parts(self) -> list[tuple[str, str]]:
        """The four parts in the order they are told, each with its name."""
        return [
            ("Situation", self.situation),
            ("Task", self.task),
            ("Action", self.action),
            ("Result", self.result),
        ]

    @property
    def told(self) -> list[Question]:
        """The questions it is ready to answer, the latest round first; one query."""
        rows = self.questions.select_related("round__application__company")
        return list(rows.order_by("-round__created_at", "-pk"))

    @property
    def missing(self) -> list[str]:
        """The parts that are not written yet, in small letters."""
        return [name.lower() for name, text in self.parts if not text]

    @property
    def proofs(self) -> list[Proof]:
        return [Proof(name) for name in self.proves]
