from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from zoneinfo import ZoneInfo

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from accounts.gathering import rows_of
from accounts.timezones import validate_time_zone
from applications.models import Contact


class Setting(models.TextChoices):
    ON_SITE = "on_site", "On site"
    VIDEO = "video", "Video"
    PHONE = "phone", "Phone"


class Format(models.TextChoices):
    ONE_TO_ONE = "one_to_one", "One to one"
    PANEL = "panel", "Panel"
    PRESENTATION = "presentation", "Presentation"
    WORK_SIMULATION = "work_simulation", "Work simulation"
    CASE_STUDY = "case_study", "Case study"
    PROBLEM_TASK = "problem_task", "Problem task"
    SKILLS_TEST = "skills_test", "Skills test"
    MEAL = "meal", "Meal"
    OFFICE_TOUR = "office_tour", "Office tour"


# Ours: how long a session is taken to last when nobody said when it ends.
ASSUMED_LENGTH = timedelta(minutes=60)
_COUNTS = ("", "", "two", "three", "four", "five", "six", "seven", "eight", "nine")


class Session(models.Model):
    """A part of a round: one place, one stretch of time, some people."""

    round = models.ForeignKey(
        "interviews.Round", on_delete=models.CASCADE, related_name="sessions"
    )
    position = models.PositiveSmallIntegerField(default=0)
    setting = models.CharField(max_length=20, choices=Setting, blank=True)
    formats = ArrayField(
        models.CharField(max_length=20, choices=Format), default=list, blank=True
    )
    starts_at = models.DateTimeField(null=True, blank=True)
    ends_at = models.DateTimeField(null=True, blank=True)
    # The zone the invitation speaks in; the moments above are UTC.
    time_zone = models.CharField(max_length=64, validators=[validate_time_zone])
    place = models.CharField(max_length=500, blank=True)
    link = models.URLField(max_length=2000, blank=True)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["round", "position"],
                name="interviews_session_position_once_per_round",
                # Sessions change places in one transaction.
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.CheckConstraint(
                condition=Q(ends_at=None)
                | Q(starts_at__isnull=False, ends_at__gt=F("starts_at")),
                name="interviews_session_ends_after_it_starts",
                violation_error_message="The end must be after the start.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.round}, session {self.position + 1}"

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)

    @property
    def people(self) -> list[Contact]:
        """Who takes part; reads the prefetched interviewers."""
        return [row.contact for row in rows_of(self, "interviewers")]

    @property
    def shape(self) -> str:
        """Its formats and the number of people: "Panel of three, presentation"."""
        formats = [Format(format_) for format_ in self.formats]
        return in_words(formats, panel=len(self.people))


def in_words(formats: Sequence[Format], *, panel: int) -> str:
    """Formats as one says them, a panel with its number of people."""
    words = [format_.label.lower() for format_ in formats]
    if Format.PANEL in formats and 1 < panel < len(_COUNTS):
        words[words.index("panel")] = f"panel of {_COUNTS[panel]}"
    text = ", ".join(words)
    return text[:1].upper() + text[1:]
