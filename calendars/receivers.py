"""What raises the editions. Connected once, by the app's `ready()`.

This app stands after `interviews` and `reminders` in INSTALLED_APPS: they bring the
follow-ups in line, and lock what they touch, before it looks at them.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from accounts.models import User
from accounts.signals import time_zone_changed
from applications.models import Application
from applications.signals import application_changed
from calendars import editions


def connect() -> None:
    """Listen. The ids make a second call harmless."""
    application_changed.connect(_keep, dispatch_uid="calendars.editions")
    time_zone_changed.connect(_keep_all, dispatch_uid="calendars.editions")


def _keep(*, application: Application, now: datetime, **_: Any) -> None:
    editions.keep([application], now=now)


def _keep_all(*, user: User, now: datetime, **_: Any) -> None:
    """What is owed, and deadlines, are told by the owner's clock."""
    editions.keep([*Application.objects.for_user(user).live()], now=now)
