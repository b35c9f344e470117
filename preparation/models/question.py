from __future__ import annotations

from collections.abc import Iterable
from typing import Self

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from applications.models import of_owner
from interviews.wording import plain


class QuestionQuerySet(models.QuerySet["Question"]):
    def for_user(self, user: User) -> Self:
        return self.filter(of_owner(user, "round__application"))

    def complete(self) -> Self:
        """With everything a line shows of a question, in one query."""
        return self.select_related("round__application__company", "story", "contact")

    def asked_of(self) -> Self:
        """Those they may ask."""
        return self.filter(side=Question.Side.THEY_ASK)


class Question(models.Model):
    """A question the owner made ready for a round: theirs to ask, or the owner's."""

    class Side(models.TextChoices):
        THEY_ASK = "they_ask", "They may ask"
        YOU_ASK = "you_ask", "You may ask"

    round = models.ForeignKey(
        "interviews.Round", on_delete=models.CASCADE, related_name="prepared_questions"
    )
    side = models.CharField(max_length=20, choices=Side)
    # An id of the guidance library; empty for a question of the owner's own.
    advice = models.CharField(max_length=100, blank=True)
    text = models.CharField(max_length=500)
    answer = models.TextField(max_length=20_000, blank=True)
    # The story that answers it.
    story = models.ForeignKey(
        "preparation.Story",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="questions",
    )
    # Whom the owner wants to ask; nobody: whoever is there.
    contact = models.ForeignKey(
        "applications.Contact",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="prepared_questions",
    )
    practised_at = models.DateTimeField(null=True, blank=True)
    asked_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(default=timezone.now)
    # When it got other words or another answer.
    edited_at = models.DateTimeField(null=True, blank=True)

    objects = QuestionQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["round", "side", "text", "contact"],
                nulls_distinct=False,
                name="preparation_question_once_per_round",
                violation_error_message="You have that question already.",
            ),
            models.CheckConstraint(
                condition=Q(side="you_ask", practised_at=None)
                | Q(side="they_ask", contact=None, asked_at=None),
                name="preparation_question_fits_its_side",
            ),
        ]

    def __str__(self) -> str:
        return self.text

    def get_absolute_url(self) -> str:
        """Its line on the page of the round's questions."""
        page = reverse("preparation:questions", args=[self.round_id])
        return f"{page}#question-{self.pk}"

    @property
    def is_theirs(self) -> bool:
        return self.side == self.Side.THEY_ASK

    @property
    def is_ready(self) -> bool:
        """There is something to say: an answer, or a story to tell."""
        return bool(self.answer or self.story_id)

    def is_same(self, other: Question) -> bool:
        """The same question in another round, however it is written."""
        if self.advice and self.advice == other.advice:
            return True
        return self.is_among([other.text])

    def is_among(self, texts: Iterable[str]) -> bool:
        """Whether one of these is the same question: capitals and marks aside."""
        return plain(self.text) in {plain(text) for text in texts}
