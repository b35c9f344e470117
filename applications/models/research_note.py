from __future__ import annotations

from django.db import models
from django.utils import timezone


class ResearchNote(models.Model):
    """What the owner found out about a company, on one topic. Never empty."""

    class Topic(models.TextChoices):
        MISSION = "mission", "Mission and values"
        CULTURE = "culture", "Culture"
        NEWS = "news", "News"
        PRODUCTS = "products", "Products and services"
        RIVALS = "rivals", "Rivals"
        SECTOR = "sector", "Their sector"
        ROLE = "role", "The role and its projects"

        @property
        def hint(self) -> str:
            """What to look for; the same points as the advice on research."""
            return _HINTS[self.value]

    company = models.ForeignKey(
        "applications.Company", on_delete=models.CASCADE, related_name="research_notes"
    )
    topic = models.CharField(max_length=20, choices=Topic)
    text = models.TextField()
    updated_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["company", "topic"],
                name="applications_research_note_once_per_topic",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_topic_display()}: {self.text[:60]}"


_HINTS = {
    "mission": "What they are there for, what they hold dear, where they want to go.",
    "culture": "How they work with each other, and how you would find it.",
    "news": "The latest from them and about them: achievements, and difficulties.",
    "products": "What they make or do, well enough to talk about it.",
    "rivals": "Who they compete with, and what sets them apart.",
    "sector": "What moves their industry, and what that may do to them.",
    "role": "The projects behind the post, and what is difficult there.",
}
