"""Switching kinds of reminder on and off, with the plan following at once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from accounts.models import User
from reminders.models import Kind, Preferences
from reminders.reconcile import reconcile_owner


def switch(owner: User, wanted: Mapping[Kind, bool], *, now: datetime) -> Preferences:
    """Set the given kinds, leave the others, plan again for all applications."""
    with transaction.atomic():
        row, _ = Preferences.objects.get_or_create(owner=owner)
        for kind, on in wanted.items():
            setattr(row, kind.value, on)
        row.save(update_fields=[kind.value for kind in wanted])
        reconcile_owner(owner, now=now)
    return row


def of(owner: User) -> Preferences:
    """An owner's preferences; everything is on while they chose nothing."""
    return Preferences.objects.filter(owner=owner).first() or Preferences(owner=owner)
