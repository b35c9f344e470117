from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Self
from zoneinfo import ZoneInfo

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from applications.models.application import Application, Stage, of_owner


class OfferQuerySet(models.QuerySet["Offer"]):
    def for_user(self, user: User) -> Self:
        return self.filter(of_owner(user))

    def live(self) -> Self:
        """Those that wait for the owner's answer."""
        return self.filter(
            application__stage=Stage.OFFER, application__archived_at=None, decision=""
        )


class Offer(models.Model):
    """What a company offers, as far as the owner wrote it down; one an application."""

    class Period(models.TextChoices):
        YEAR = "year", "a year"
        MONTH = "month", "a month"
        WEEK = "week", "a week"
        DAY = "day", "a day"
        HOUR = "hour", "an hour"

    class Decision(models.TextChoices):
        ACCEPTED = "accepted", "Accepted"
        DECLINED = "declined", "Declined"

    application = models.OneToOneField(
        "applications.Application", on_delete=models.CASCADE, related_name="offer"
    )
    pay_amount = models.DecimalField(
        "pay", max_digits=12, decimal_places=2, null=True, blank=True
    )
    pay_currency = models.CharField("currency", max_length=3, blank=True)
    pay_period = models.CharField(max_length=10, choices=Period, blank=True)
    bonus = models.TextField(blank=True)
    terms = models.TextField("other terms", blank=True)
    starts_on = models.DateField("first day of work", null=True, blank=True)
    work_mode = models.CharField(
        max_length=20, choices=Application.WorkMode, blank=True
    )
    place = models.CharField(max_length=200, blank=True)
    # The last day to answer and, where they named one, the time of that day: both
    # are meant in the owner's zone.
    deadline_on = models.DateField("answer by", null=True, blank=True)
    deadline_time = models.TimeField(null=True, blank=True)
    received_on = models.DateField("received on", null=True, blank=True)
    notes = models.TextField(blank=True)
    decision = models.CharField(max_length=10, choices=Decision, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(default=timezone.now)

    objects = OfferQuerySet.as_manager()

    class Meta:
        ordering = [F("deadline_on").asc(nulls_last=True), "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(deadline_time=None) | Q(deadline_on__isnull=False),
                name="applications_offer_time_has_its_day",
            ),
            models.CheckConstraint(
                condition=Q(decision="", decided_at=None)
                | (~Q(decision="") & Q(decided_at__isnull=False)),
                name="applications_offer_decision_has_its_time",
            ),
            models.CheckConstraint(
                condition=Q(pay_amount=None) | Q(pay_amount__gte=0),
                name="applications_offer_pay_is_not_negative",
            ),
        ]

    def __str__(self) -> str:
        return f"Offer: {self.application}"

    def get_absolute_url(self) -> str:
        return reverse("interviews:offer", args=[self.application_id])

    @property
    def is_open(self) -> bool:
        """The owner has not answered it yet."""
        return not self.decision

    @property
    def is_live(self) -> bool:
        """It waits for the owner's answer: `live()`."""
        application = self.application
        offered = application.stage == Stage.OFFER and not application.archived_at
        return offered and self.is_open

    def deadline_at(self, zone: ZoneInfo) -> datetime | None:
        """The moment from which their date has passed; without a time, midnight."""
        if self.deadline_on is None:
            return None
        if self.deadline_time:
            return datetime.combine(self.deadline_on, self.deadline_time, tzinfo=zone)
        return _midnight_after(self.deadline_on, zone)

    def is_past_deadline(self, zone: ZoneInfo, now: datetime) -> bool:
        deadline_at = self.deadline_at(zone)
        return deadline_at is not None and deadline_at <= now


def _midnight_after(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day + timedelta(days=1), time(), tzinfo=zone)
