"""Applications of which nothing has been heard for a while."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.db.models import (
    DateTimeField,
    Exists,
    F,
    Max,
    OuterRef,
    QuerySet,
    Subquery,
    Value,
)
from django.db.models.functions import Cast, Coalesce, Greatest

from accounts.models import User
from applications.models import Application, Note, Stage, StageChange
from interviews.models import Round

# Ours: after this long without anything happening, an application has gone quiet.
QUIET_AFTER = timedelta(days=14)


def quiet(owner: User, now: datetime) -> QuerySet[Application]:
    """Live applications, applied for, with nothing heard or done for two weeks."""
    ahead = (
        Round.objects.standing()
        .with_times()
        .filter(application=OuterRef("pk"), end__gt=now)  # type: ignore[misc]  # same
    )
    undated = Round.objects.standing().filter(
        application=OuterRef("pk"), sessions__starts_at=None, outcome=""
    )
    return (
        Application.objects.for_user(owner)
        .live()
        .exclude(stage__in=[Stage.SAVED, Stage.OFFER])
        .annotate(last_event=last_event())
        .filter(~Exists(ahead), ~Exists(undated), last_event__lt=now - QUIET_AFTER)
        .select_related("company")
        .order_by("last_event", "pk")
    )


def last_event() -> Greatest:
    """The latest of: applied, stage changed, note made, round over, reply noted.

    Beginning to follow it is no event where the day of applying is known: then the
    first stage and a first note only record what was there already.
    """
    rounds = Round.objects.standing()
    # Noon UTC is that day in nearly every zone.
    noon = Cast("applied_on", DateTimeField()) + Value(timedelta(hours=12))
    followed = Coalesce(noon, F("created_at"), output_field=DateTimeField())
    others = (
        *noted(),
        _latest(rounds, "sessions__ends_at"),
        _latest(rounds, "sessions__starts_at"),
        _latest(rounds, "replied_at"),
    )
    return Greatest(followed, *(Coalesce(latest, followed) for latest in others))


def noted() -> tuple[Subquery, Subquery]:
    """When its stage was last changed, and when a note was last made; or null."""
    later = Note.objects.exclude(created_at=OuterRef("created_at"))
    moves = StageChange.objects.standing().exclude(from_stage="")
    return _latest(moves, "at"), _latest(later, "created_at")


def moved_to_applied() -> Subquery:
    """When it was last moved to the stage applied; or null."""
    moves = StageChange.objects.standing().exclude(from_stage="")
    return _latest(moves.filter(to_stage=Stage.APPLIED), "at")


def _latest(rows: QuerySet[Any], moment: str) -> Subquery:
    """The latest `moment` among the rows of an application, or null."""
    own = rows.filter(application=OuterRef("pk")).order_by().values("application")
    latest = own.annotate(latest=Max(moment)).values("latest")
    return Subquery(latest, output_field=DateTimeField())
