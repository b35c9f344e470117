"""Writing what an owner wants of reminders, with the plan following at once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from accounts.models import User
from reminders.models import Kind, Preferences
from reminders.reconcile import reconcile_owner


def switch(owner: User, wanted: Mapping[Kind, bool], *, now: datetime) -> Preferences:
    """Set the given kinds, leave the others, plan again for all applications."""
    return write(owner, {kind.value: on for kind, on in wanted.items()}, now=now)


def write(owner: User, wishes: Mapping[str, Any], *, now: datetime) -> Preferences:
    """Set the given fields, leave the others, plan again for all applications."""
    with transaction.atomic():
        row, _ = Preferences.objects.get_or_create(owner=owner)
        for name, value in wishes.items():
            setattr(row, name, value)
        row.save(update_fields=list(wishes))
        reconcile_owner(owner, now=now)
    return row


def of(owner: User) -> Preferences:
    """An owner's preferences; everything is on while they chose nothing."""
    return Preferences.objects.filter(owner=owner).first() or Preferences(owner=owner)
