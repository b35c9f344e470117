"""The bin: what was deleted can be brought back for 30 days, and is gone after them."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction

from applications.models import Application, Undo

# Ours: time enough to notice.
KEPT = timedelta(days=30)


def empty(*, limit: int, now: datetime) -> int:
    """Delete for good what has been in the bin for 30 days, and outdated undos.

    With all that hangs on it, one application a transaction; what somebody is working
    on is left for the next time. Returns how many are gone.
    """
    Undo.objects.outdated(now).delete()
    due = Application.objects.filter(deleted_at__lt=now - KEPT).order_by("deleted_at")
    keys = list(due.values_list("pk", flat=True)[:limit])
    return sum(_delete(pk, now) for pk in keys)


@transaction.atomic
def _delete(pk: int, now: datetime) -> bool:
    """Unless it was brought back this very moment."""
    still = Application.objects.filter(pk=pk, deleted_at__lt=now - KEPT)
    row = still.select_for_update(skip_locked=True).first()
    if row is None:
        return False
    row.delete()
    return True


def gone_at(application: Application) -> datetime:
    """When it leaves the bin for good."""
    assert application.deleted_at  # noqa: S101 -- only asked of what is in the bin
    return application.deleted_at + KEPT
