from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from applications import actions as applications
from applications.models import Application
from interviews import followups
from interviews.models import Round


@contextmanager
def changing(application: Application, *, now: datetime) -> Iterator[Application]:
    """As `applications.actions.changing`, with the follow-ups brought in line.

    The listeners of `application_changed` see the follow-ups as they now are.
    """
    with applications.changing(application, now=now) as locked:
        yield locked
        followups.reconcile(locked, now=now)


@contextmanager
def changing_round(round_: Round, *, now: datetime) -> Iterator[Round]:
    """Give the round as it is now that its application is locked."""
    with changing(round_.application, now=now) as application:
        fresh = Round.objects.get(pk=round_.pk)
        fresh.application = application
        yield fresh
