"""What the background runs. A task carries nothing: the rows are the schedule."""

from __future__ import annotations

import gc

from celery import shared_task
from celery.signals import worker_init, worker_process_init, worker_shutting_down

from reminders import background
from reminders.delivery import stopping


@shared_task(ignore_result=True)
def tick() -> None:
    """Send what is due, then settle what a dead sender left behind."""
    background.look()


@shared_task(ignore_result=True)
def reconcile() -> None:
    """Bring some applications' reminders in line, the longest unchecked first."""
    background.check_plans()


@worker_init.connect
def begin(**_more: object) -> None:
    stopping.forget()


@worker_process_init.connect
def settle_in(**_more: object) -> None:
    """Called in each child: what is loaded by now stays, so nobody need look again
    and again whether it is garbage. A tenth of the time of a mail went there.
    """
    gc.freeze()


@worker_shutting_down.connect
def come_to_an_end(**_more: object) -> None:
    """Called in the worker's first process; its children see it in shared memory."""
    stopping.ask()
