"""Which plans were checked, and when: the background goes by it."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Iterable
from datetime import datetime, timedelta

from django.db.models import Count, Q, QuerySet

from accounts.rows import put
from applications.models import Application, Stage
from reminders.models import PlanCheck, Reminder

# Ours: a plan that was made or looked at within it is not made again to send a mail.
_FRESH = timedelta(hours=1)
# Ours: how long after a rejection there may be something to ask them for.
_AFTERMATH = timedelta(days=30)


def plannable(now: datetime) -> QuerySet[Application]:
    """Applications of which something may still be told."""
    refused = Q(
        stage=Stage.REJECTED, archived_at=None, updated_at__gte=now - _AFTERMATH
    )
    live = Q(archived_at=None) & ~Q(stage__in=Stage.closed())
    return Application.objects.filter(live | refused)


def note(applications: Iterable[int], now: datetime) -> None:
    """Write down that the plans of these were checked."""
    checks = [PlanCheck(application_id=pk, checked_at=now) for pk in applications]
    if len(checks) == 1:
        put(checks[0], ["checked_at"])
        return
    PlanCheck.objects.bulk_create(
        checks,
        update_conflicts=True,
        unique_fields=["application"],
        update_fields=["checked_at"],
    )


def checked_since(now: datetime) -> datetime | None:
    """The moment since which every live plan was checked; None: not all have been."""
    live = plannable(now)
    if live.filter(plan_check=None).exists():
        return None
    oldest = live.order_by("plan_check__checked_at")
    return oldest.values_list("plan_check__checked_at", flat=True).first()


def least_recently_checked(limit: int, now: datetime) -> list[tuple[int, int]]:
    """Owner and application, by primary key; those of one owner in a row.

    What was never checked comes first; nothing that was checked at `now` comes.
    """
    keys = plannable(now).values_list("owner_id", "pk")
    never = list(keys.filter(plan_check=None).order_by("owner_id", "pk")[:limit])
    before = keys.filter(plan_check__checked_at__lt=now)
    by_age = before.order_by("plan_check__checked_at", "owner_id", "pk")
    return never + list(by_age[: limit - len(never)])


def was_just_checked(message: uuid.UUID, *, now: datetime) -> bool:
    """Whether the plan of all that a message tells is as good as new."""
    return message in just_checked([message], now=now)


def just_checked(messages: Collection[uuid.UUID], *, now: datetime) -> set[uuid.UUID]:
    """Those of the messages of which the plan of all they tell is as good as new.

    Every edit brings it in line at once; only what no edit told of, and the hours
    that went by, could have changed it.
    """
    checked = Q(application__plan_check__checked_at__gt=now - _FRESH)
    told = Reminder.objects.filter(message__in=messages, message__resent_at=None)
    found = (
        told.order_by()
        .values_list("message")
        .annotate(
            all=Count("pk"),
            fresh=Count("pk", filter=checked & Q(useless_after__gt=now)),
        )
    )
    return {message for message, all_, fresh in found if message and all_ == fresh}
