"""Rounds asked for by what matters about them. Moments are UTC, `now` is given."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import (
    DateTimeField,
    Exists,
    ExpressionWrapper,
    F,
    Max,
    Min,
    OuterRef,
    Prefetch,
)
from django.db.models.functions import Coalesce

from accounts.models import User
from applications.models import Stage, of_owner
from applications.models.application import DOUBLE_PRESS
from interviews.models.debrief import Topic
from interviews.models.follow_up import FollowUp
from interviews.models.interviewer import Interviewer
from interviews.models.session import ASSUMED_LENGTH

if TYPE_CHECKING:
    from interviews.models.round import Round


class RoundQuerySet(models.QuerySet["Round"]):
    def for_user(self, user: User) -> Self:
        return self.filter(of_owner(user))

    def real(self) -> Self:
        """Without those of applications made up to look around with."""
        return self.filter(application__is_sample=False)

    def standing(self) -> Self:
        """Rounds that were not cancelled."""
        return self.filter(cancelled_at=None)

    def with_times(self) -> Self:
        """Annotate `start` and `end` (UTC): the `starts_at` and `over_at` of SQL."""
        assumed_end = ExpressionWrapper(
            F("sessions__starts_at") + ASSUMED_LENGTH, output_field=DateTimeField()
        )
        return self.annotate(
            start=Min("sessions__starts_at"),
            end=Max(Coalesce("sessions__ends_at", assumed_end)),
        )

    def of_live_applications(self) -> Self:
        return self.filter(application__archived_at=None).exclude(
            application__stage__in=Stage.closed()
        )

    def not_over(self, now: datetime) -> Self:
        """Standing rounds of live applications under way or to come, next first."""
        return (
            self.standing()
            .of_live_applications()
            .with_times()
            .filter(end__gt=now)
            .order_by("start", "pk")
        )

    def last_of_their_application(self) -> Self:
        """Rounds that no later standing round follows."""
        later = self.model.objects.standing().filter(
            application=OuterRef("application"), number__gt=OuterRef("number")
        )
        return self.exclude(Exists(later))

    def unanswered(self, now: datetime) -> Self:
        """Over, the last of a live application, and nothing heard since."""
        return (
            self.standing()
            .of_live_applications()
            .exclude(application__stage=Stage.OFFER)
            .filter(outcome="", replied_at=None)
            .last_of_their_application()
            .with_times()
            .filter(end__lte=now)
            .order_by("end", "pk")
        )

    def just_logged(
        self, starts_at: datetime | None, ends_at: datetime | None, *, now: datetime
    ) -> Round | None:
        """The standing round of these times that the same press made a moment ago."""
        return (
            self.standing()
            .filter(created_at__range=(now - DOUBLE_PRESS, now))
            .filter(sessions__starts_at=starts_at, sessions__ends_at=ends_at)
            .first()
        )

    def complete(self) -> Self:
        """With everything a page shows of a round, in a fixed number of queries."""
        return self.select_related(
            "application__company",
            "application__owner",
            "application__offer",
            "debrief",
            "review",
        ).prefetch_related(
            Prefetch("sessions__interviewers", _with_contact(Interviewer)),
            Prefetch("follow_ups", _with_contact(FollowUp)),
            "advice_ticks",
            "not_for_me",
            "tasks",
            "debrief__questions",
            Prefetch("debrief__topics", _with_contact(Topic)),
            Prefetch(
                "application__rounds", self.model.objects.select_related("debrief")
            ),
            "application__rounds__debrief__questions",
            "application__rounds__prepared_questions",
            "application__rounds__signs",
            "application__company__research_notes",
        )


def _with_contact(model: type[models.Model]) -> models.QuerySet[Any]:
    """Its rows and whom they are about, in one query instead of two."""
    return model._default_manager.select_related("contact")
