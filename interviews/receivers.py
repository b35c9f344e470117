"""The follow-ups follow every change, whichever floor made it.

Closing an application is an action of the floor below, which does not know that
follow-ups exist. This floor stands before `reminders` in INSTALLED_APPS, so its
rows are in line when the reminders are planned from them.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from applications.models import Application
from applications.signals import application_changed
from interviews import followups


def connect() -> None:
    application_changed.connect(_bring_in_line, dispatch_uid="interviews.followups")


def _bring_in_line(*, application: Application, now: datetime, **_: Any) -> None:
    followups.reconcile(application, now=now)
