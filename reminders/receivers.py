"""What makes the plans be made again. Connected once, by the app's `ready()`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from allauth.account.models import EmailAddress
from allauth.account.signals import email_confirmed
from django.utils import timezone

from accounts.models import User
from accounts.signals import time_zone_changed
from interviews.dossiers import Dossier
from interviews.signals import brought_in_line
from reminders import wake
from reminders.models import Outbox, RefusedAddress
from reminders.reconcile import follow, reconcile_owner


def connect() -> None:
    """Listen. The ids make a second call harmless."""
    brought_in_line.connect(on_brought_in_line, dispatch_uid="reminders")
    time_zone_changed.connect(on_time_zone_changed, dispatch_uid="reminders")
    email_confirmed.connect(on_email_confirmed, dispatch_uid="reminders")


def on_brought_in_line(
    *, dossiers: Sequence[Dossier], now: datetime, **_kwargs: Any
) -> None:
    """Inside the transaction of the edit, which holds the applications' locks."""
    follow(dossiers, now=now)


def on_time_zone_changed(*, user: User, now: datetime, **_kwargs: Any) -> None:
    """Every "8:30" of this person is another moment now."""
    reconcile_owner(user, now=now)


def on_email_confirmed(*, email_address: EmailAddress, **_kwargs: Any) -> None:
    """What was held back until the address is known to be theirs may go.

    A code that arrived there shows that a refused address works again.
    """
    RefusedAddress.objects.filter(owner_id=email_address.user_id).delete()
    Outbox.objects.filter(owner_id=email_address.user_id).update(not_before=None)
    due = Outbox.objects.filter(
        owner_id=email_address.user_id, next_due_at__lte=timezone.now()
    )
    if due.exists():
        wake.after_commit()
