from __future__ import annotations

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone

from accounts.models import User
from applications.models import Application, of_owner
from interviews.models.session import Session


class TaskQuerySet(models.QuerySet["Task"]):
    def for_user(self, user: User) -> Self:
        return self.filter(of_owner(user, "round__application"))

    def open(self) -> Self:
        """Neither ready nor taken off the list."""
        return self.filter(done_at=None, removed_at=None)

    def due_before_their_round(self, until: datetime, *, now: datetime) -> Self:
        """Open ones due before `until` and before their round begins, soonest first.

        Of standing rounds without an answer that have not begun at `now`; of live
        applications only.
        """
        begun = Session.objects.filter(round=OuterRef("round"), starts_at__lte=now)
        sooner = Session.objects.filter(
            round=OuterRef("round"), starts_at__lte=OuterRef("due_at")
        )
        return (
            self.open()
            .filter(
                due_at__lt=until,
                round__cancelled_at=None,
                round__outcome="",
                round__application__in=Application.objects.live().values("pk"),
            )
            .exclude(Exists(begun))
            .exclude(Exists(sooner))
            .order_by("due_at", "pk")
        )


class Task(models.Model):
    """Something they asked the owner to prepare for a round."""

    class Kind(models.TextChoices):
        PRESENTATION = "presentation", "Presentation"
        CASE = "case", "Case"
        SAMPLES = "samples", "Work samples"
        TEST = "test", "Test"
        OTHER = "other", "Something else"

    round = models.ForeignKey(
        "interviews.Round", on_delete=models.CASCADE, related_name="tasks"
    )
    kind = models.CharField(max_length=20, choices=Kind)
    # What it is, in the owner's words; the invitation's stand on the round.
    text = models.TextField(max_length=5000, blank=True)
    # Without it: when the round begins.
    due_at = models.DateTimeField(null=True, blank=True)
    for_whom = models.CharField(max_length=200, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    # Set while the owner has taken it off the list; it can be put back.
    removed_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(default=timezone.now)

    objects = TaskQuerySet.as_manager()

    class Meta:
        # What is due first, first; without a time of its own: at the start.
        ordering = [F("due_at").asc(nulls_last=True), "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(kind="other", text=""),
                name="interviews_task_of_another_kind_says_what_it_is",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def title(self) -> str:
        """Its kind, or of another kind its first line."""
        if self.kind != self.Kind.OTHER:
            return self.get_kind_display()
        return self.text.partition("\n")[0]

    @property
    def is_late(self) -> bool:
        """Its own time is over and it is not ready."""
        due_at, ready = self.due_at, self.done_at is not None
        return due_at is not None and due_at < timezone.now() and not ready

    @property
    def words(self) -> str:
        """What the title leaves out of the owner's words."""
        if self.kind != self.Kind.OTHER:
            return self.text
        return self.text.partition("\n")[2]
