"""The follow-ups follow every change, whichever floor made it.

Closing an application is an action of the floor below, which does not know that
follow-ups exist. This floor stands before `reminders` in INSTALLED_APPS, so its
rows are in line when the reminders are planned from them.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from applications.models import Application
from applications.signals import application_changed, applications_changed
from interviews import followups, glance
from interviews.dossiers import Dossier
from interviews.signals import brought_in_line


def connect() -> None:
    """Listen. The ids make a second call harmless."""
    application_changed.connect(_bring_in_line, dispatch_uid="interviews.followups")
    applications_changed.connect(_bring_all, dispatch_uid="interviews.followups")
    brought_in_line.connect(_keep, dispatch_uid="interviews.glance")


def _bring_in_line(*, application: Application, now: datetime, **_: Any) -> None:
    followups.reconcile(application, now=now)


def _bring_all(*, applications: Sequence[Application], now: datetime, **_: Any) -> None:
    followups.reconcile_all(applications, now=now)


def _keep(*, dossiers: Sequence[Dossier], now: datetime, **_: Any) -> None:
    glance.keep(dossiers, now=now)
