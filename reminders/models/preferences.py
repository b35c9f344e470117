from __future__ import annotations

from datetime import time

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from reminders.models.kind import Kind


class Lead(models.TextChoices):
    """How long before a round to prepare: days mean the evening, hours the clock."""

    WEEK = "7d", "A week before"
    THREE_DAYS = "3d", "Three days before"
    TWO_DAYS = "2d", "Two days before"
    DAY = "1d", "The evening before"
    FOUR_HOURS = "4h", "Four hours before"
    TWO_HOURS = "2h", "Two hours before"
    HOUR = "1h", "An hour before"


class Weekday(models.IntegerChoices):
    MONDAY = 0, "Monday"
    TUESDAY = 1, "Tuesday"
    WEDNESDAY = 2, "Wednesday"
    THURSDAY = 3, "Thursday"
    FRIDAY = 4, "Friday"
    SATURDAY = 5, "Saturday"
    SUNDAY = 6, "Sunday"


def _evening_before() -> list[str]:
    return [Lead.DAY.value]


class Preferences(models.Model):
    """What an owner wants of reminders, and when. No row means: as it stands here.

    Clock times are ours where the owner chose none, and meant in the owner's zone.
    """

    owner = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        primary_key=True,
        related_name="reminder_preferences",
    )
    prepare = models.BooleanField("before a round", default=True)
    debrief = models.BooleanField("right after a round", default=True)
    thank_you = models.BooleanField("thank-you notes after a round", default=True)
    status_check = models.BooleanField("when an answer is overdue", default=True)
    feedback_request = models.BooleanField("after a rejection", default=True)
    offer_deadline = models.BooleanField("before an offer ends", default=True)
    keep_going = models.BooleanField("to stay in the search", default=True)
    # The one that nothing the owner did asks for: it waits to be wanted.
    digest = models.BooleanField("your week in one mail", default=False)

    prepare_leads = ArrayField(
        models.CharField(max_length=3, choices=Lead),
        verbose_name="when to prepare",
        default=_evening_before,
    )
    # The evening before leaves time to prepare, and a night's sleep after it.
    evening = models.TimeField("in the evening at", default=time(18, 0))
    same_day = models.TimeField("the same day at", default=time(17, 0))
    # With the first look at the mail of a working day.
    morning = models.TimeField("in the morning at", default=time(8, 30))
    digest_day = models.PositiveSmallIntegerField(
        "day", choices=Weekday, default=Weekday.SUNDAY
    )
    digest_time = models.TimeField("at", default=time(18, 0))

    # Both or none; over midnight where the first is the later.
    quiet_from = models.TimeField("quiet from", null=True, blank=True)
    quiet_until = models.TimeField("until", null=True, blank=True)
    working_days_only = models.BooleanField("on working days only", default=False)
    # The first day on which mail comes again.
    paused_until = models.DateField("pause until", null=True, blank=True)

    class Meta:
        verbose_name_plural = "preferences"
        constraints = [
            models.CheckConstraint(
                condition=Q(quiet_from=None, quiet_until=None)
                | (
                    Q(quiet_from__isnull=False, quiet_until__isnull=False)
                    & ~Q(quiet_from=F("quiet_until"))
                ),
                name="reminders_preferences_quiet_has_both_ends",
            ),
            models.CheckConstraint(
                condition=Q(digest_day__lte=Weekday.SUNDAY),
                name="reminders_preferences_digest_day_is_a_weekday",
            ),
        ]

    def __str__(self) -> str:
        return f"preferences of {self.owner_id}"

    def wants(self, kind: Kind) -> bool:
        return bool(getattr(self, kind.value))
