from __future__ import annotations

from dataclasses import dataclass

from django.db import models
from django.utils import timezone


@dataclass(frozen=True)
class Used:
    """A question the owner asked, and what they heard, where they noted it."""

    text: str
    heard: str = ""


class Debrief(models.Model):
    """What the owner wrote down of a round, usually right after it.

    Every part is optional; there is no row while nothing is written.
    """

    class Pay(models.TextChoices):
        NO = "no", "No"
        BY_THEM = "by_them", "They brought it up"
        BY_YOU = "by_you", "I brought it up"

    round = models.OneToOneField(
        "interviews.Round", on_delete=models.CASCADE, related_name="debrief"
    )
    hints = models.TextField(blank=True)
    unsaid = models.TextField(blank=True)
    promises = models.TextField(blank=True)
    # Those the owner asked, one a line.
    own_questions = models.TextField(blank=True)
    pay_raised = models.CharField(max_length=20, choices=Pay, blank=True)
    notes = models.TextField(blank=True)
    updated_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"Debrief of {self.round}"

    @property
    def to_lengthen(self) -> list[AskedQuestion]:
        """The questions whose answers the owner wants to make longer."""
        return [question for question in self.questions.all() if question.lengthen]

    @property
    def questions_used(self) -> list[str]:
        """What the owner asked them, each question by itself."""
        lines = (line.strip(" -*•\t") for line in self.own_questions.splitlines())
        return [line for line in lines if line]

    def topic_with(self, contact_id: int | None) -> str:
        """What was talked about with this person; None is nobody named."""
        topics = {topic.contact_id: topic.text for topic in self.topics.all()}
        return topics.get(contact_id, "")

    @property
    def lines(self) -> list[str]:
        """What to think of when writing to them: topics first, one thing a line.

        Each says what it is, but notes that stand alone.
        """
        topics = [topic.in_a_sentence for topic in self.topics.all()]
        asked = [f"They asked: {question.text}" for question in self.questions.all()]
        used = [f"You asked: {question}" for question in self.questions_used]
        boxes = [
            ("Hints", self.hints),
            ("You meant to say", self.unsaid),
            ("They promised", self.promises),
        ]
        told = [f"{label}: {words}" for label, words in boxes if words]
        others = [*told, *asked, *used]
        label = "Notes: " if topics or others else ""
        notes = [f"{label}{self.notes}"] if self.notes else []
        return [*topics, *notes, *others]

    @property
    def in_short(self) -> str:
        """The same as one text."""
        return "\n".join(self.lines)


class AskedQuestion(models.Model):
    """A question they asked, and how the answer went in the owner's own words."""

    debrief = models.ForeignKey(
        Debrief, on_delete=models.CASCADE, related_name="questions"
    )
    position = models.PositiveSmallIntegerField(default=0)
    text = models.TextField()
    went = models.TextField(blank=True)
    lengthen = models.BooleanField(default=False)

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.text


class Topic(models.Model):
    """What was talked about with whom; it becomes part of their thank-you note."""

    debrief = models.ForeignKey(
        Debrief, on_delete=models.CASCADE, related_name="topics"
    )
    # Nobody: the people of the round have no names yet.
    contact = models.ForeignKey(
        "applications.Contact",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="topics",
    )
    text = models.TextField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["debrief", "contact"],
                nulls_distinct=False,
                name="interviews_topic_once_per_person",
            ),
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def in_words(self) -> str:
        """ "Dana Wu: the data model"."""
        return f"{self.contact.name}: {self.text}" if self.contact else self.text

    @property
    def in_a_sentence(self) -> str:
        """ "You talked with Dana Wu about: the data model"."""
        who = f" with {self.contact.name}" if self.contact else ""
        return f"You talked{who} about: {self.text}"
