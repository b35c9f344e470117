"""What the background runs. A task carries nothing: the rows are the schedule."""

from __future__ import annotations

from celery import shared_task
from celery.signals import worker_init, worker_shutting_down

from reminders.delivery import stopping
from reminders.delivery.clock import database_now
from reminders.delivery.sender import run_due
from reminders.delivery.sweep import sweep
from reminders.models import Pulse
from reminders.reconcile import reconcile_some

# Ours: a minute's share; ten thousand live applications take fifty minutes.
_CHECKED_AT_ONCE = 200


@shared_task(ignore_result=True)
def tick() -> None:
    """Send what is due, then look for messages a dead sender left behind."""
    Pulse.objects.beat("tick")
    try:
        run_due(seconds=60)
    finally:
        sweep()


@shared_task(ignore_result=True)
def reconcile() -> None:
    """Bring some applications' reminders in line, the longest unchecked first."""
    reconcile_some(limit=_CHECKED_AT_ONCE, now=database_now())


@worker_init.connect
def begin(**_more: object) -> None:
    stopping.forget()


@worker_shutting_down.connect
def come_to_an_end(**_more: object) -> None:
    """Called in the worker's first process; its children see it in shared memory."""
    stopping.ask()
