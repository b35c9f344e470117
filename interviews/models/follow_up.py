from __future__ import annotations

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils import timezone

from accounts.models import User
from applications.addresses import addresses
from applications.models import of_owner


class FollowUpQuerySet(models.QuerySet["FollowUp"]):
    def for_user(self, user: User) -> Self:
        return self.filter(of_owner(user, "round__application"))

    def real(self) -> Self:
        """Without those of applications made up to look around with."""
        return self.filter(round__application__is_sample=False)

    def owed(self, now: datetime) -> Self:
        """Those whose time has come, neither sent nor skipped nor put off."""
        awake = Q(snoozed_until=None) | Q(snoozed_until__lte=now)
        return self.filter(awake, state=FollowUp.State.OPEN, due_at__lte=now)

    def snoozed(self, now: datetime) -> Self:
        """Those whose time has come, but that the owner put off; the next first."""
        due = self.filter(state=FollowUp.State.OPEN, due_at__lte=now)
        return due.filter(snoozed_until__gt=now).order_by("snoozed_until", "pk")

    def settled_since(self, moment: datetime) -> Self:
        """Those sent or skipped from `moment` on, the last settled first."""
        return self.filter(settled_at__gte=moment).order_by("-settled_at", "-pk")

    def thank_yous(self) -> Self:
        return self.filter(kind=FollowUp.Kind.THANK_YOU)

    def complete(self) -> Self:
        """With everything a line shows of a follow-up, in a fixed number of queries."""
        return self.select_related(
            "contact",
            "round__application__company",
            "round__application__owner",
            "round__debrief",
        ).prefetch_related("round__sessions", "round__debrief__topics")

    def to_write(self) -> Self:
        """`complete()`, and all that the words of a message are made of."""
        return self.complete().prefetch_related(
            "round__sessions__interviewers__contact",
            "round__debrief__questions",
            "round__debrief__topics__contact",
        )


class FollowUp(models.Model):
    """A message the owner owes somebody about a round.

    The rows follow `interviews.followups.plan`: what is wanted is open, what is
    no longer wanted is withdrawn, what the owner settled stays as it is.
    """

    class Kind(models.TextChoices):
        THANK_YOU = "thank_you", "Thank-you note"
        STATUS_CHECK = "status_check", "Status check"
        # After a no: one message that thanks them and asks for feedback.
        FEEDBACK_REQUEST = "feedback_request", "Feedback request"
        # A second question where they stand. Only the owner adds one.
        CHECK_IN = "check_in", "Check-in"

    class State(models.TextChoices):
        OPEN = "open", "Open"
        SENT = "sent", "Sent"
        SKIPPED = "skipped", "Not needed"
        WITHDRAWN = "withdrawn", "Withdrawn"

    round = models.ForeignKey(
        "interviews.Round", on_delete=models.CASCADE, related_name="follow_ups"
    )
    kind = models.CharField(max_length=20, choices=Kind)
    # Nobody: a thank-you for a round whose people have no names yet, or a check
    # that goes to whoever invited the owner.
    contact = models.ForeignKey(
        "applications.Contact",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="follow_ups",
    )
    state = models.CharField(max_length=20, choices=State, default=State.OPEN)
    due_at = models.DateTimeField()
    # The owner put it off: until then nothing asks for it.
    snoozed_until = models.DateTimeField(null=True, blank=True)
    draft = models.TextField(blank=True)
    drafted_at = models.DateTimeField(null=True, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(default=timezone.now)

    objects = FollowUpQuerySet.as_manager()

    class Meta:
        ordering = ["due_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["round", "kind", "contact"],
                condition=~Q(kind="check_in"),
                nulls_distinct=False,
                name="interviews_follow_up_once_per_person",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["sent", "skipped"], settled_at__isnull=False)
                | Q(state__in=["open", "withdrawn"], settled_at=None),
                name="interviews_follow_up_settled_has_its_time",
            ),
        ]
        indexes = [
            models.Index(
                fields=["due_at"],
                condition=Q(state="open"),
                name="interviews_follow_up_open",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return addresses("interviews:follow_up")(self.pk)

    @property
    def is_thank_you(self) -> bool:
        return self.kind == self.Kind.THANK_YOU

    @property
    def asks_for_an_answer(self) -> bool:
        """Whether it asks where they stand: off as soon as they are heard from."""
        return self.kind in {self.Kind.STATUS_CHECK, self.Kind.CHECK_IN}

    @property
    def is_feedback_request(self) -> bool:
        return self.kind == self.Kind.FEEDBACK_REQUEST

    @property
    def is_check_in(self) -> bool:
        return self.kind == self.Kind.CHECK_IN

    @property
    def is_open(self) -> bool:
        return self.state == self.State.OPEN

    @property
    def is_sent(self) -> bool:
        return self.state == self.State.SENT

    def is_owed(self, now: datetime) -> bool:
        """Its time has come and it is neither sent nor skipped nor put off."""
        return self.is_open and self.due_at <= now and not self.is_snoozed(now)

    def is_snoozed(self, now: datetime) -> bool:
        return self.snoozed_until is not None and self.snoozed_until > now

    @property
    def is_settled(self) -> bool:
        return self.state in {self.State.SENT, self.State.SKIPPED}

    @property
    def title(self) -> str:
        """What the owner is to do, in a line: "Thank-you note to Dana Wu"."""
        if self.is_thank_you:
            return title_of(
                self.kind, contact=self.contact.name if self.contact else ""
            )
        return title_of(self.kind, company=self.round.application.company.name)


def title_of(kind: str, *, company: str = "", contact: str = "") -> str:
    """The same from its parts: a thank-you note is to a contact, the others to them."""
    if kind != FollowUp.Kind.THANK_YOU:
        return _TITLES[kind].format(company)
    if not contact:
        return "Thank-you note: who did you meet?"
    return f"Thank-you note to {contact}"


_TITLES: dict[str, str] = {
    FollowUp.Kind.STATUS_CHECK: "Ask {} where they stand",
    FollowUp.Kind.FEEDBACK_REQUEST: "Thank {} and ask for feedback",
    FollowUp.Kind.CHECK_IN: "Check in with {} once more",
}
