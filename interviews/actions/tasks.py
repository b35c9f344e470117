from __future__ import annotations

from datetime import datetime

from applications.models.application import DOUBLE_PRESS
from interviews.actions.changing import changing_round
from interviews.actions.details import TaskDetails
from interviews.models import Round, Task


def add_task(round_: Round, details: TaskDetails, *, now: datetime) -> Task:
    """They ask the owner to prepare this. Pressed twice, it is there once."""
    with changing_round(round_, now=now) as fresh:
        fields = details.as_fields()
        since = now - DOUBLE_PRESS
        twins = fresh.tasks.filter(created_at__gte=since, removed_at=None, **fields)
        return twins.first() or fresh.tasks.create(created_at=now, **fields)


def change_task(task: Task, details: TaskDetails, *, now: datetime) -> Task:
    """Put right what was entered; whether it is ready stays as it is."""
    with changing_round(task.round, now=now) as round_:
        rows = round_.tasks.filter(pk=task.pk)
        rows.update(**details.as_fields())
    return rows.get()


def tick_task(task: Task, *, now: datetime) -> None:
    """It is ready, or handed in. Ticking twice keeps the first time."""
    with changing_round(task.round, now=now) as round_:
        round_.tasks.filter(pk=task.pk, done_at=None).update(done_at=now)


def untick_task(task: Task, *, now: datetime) -> None:
    """Undo `tick_task`."""
    with changing_round(task.round, now=now) as round_:
        round_.tasks.filter(pk=task.pk).update(done_at=None)


def remove_task(task: Task, *, now: datetime) -> None:
    """Take it off the list, so that it can be put back."""
    with changing_round(task.round, now=now) as round_:
        round_.tasks.filter(pk=task.pk).update(removed_at=now)


def restore_task(task: Task, *, now: datetime) -> None:
    """Undo `remove_task`."""
    with changing_round(task.round, now=now) as round_:
        round_.tasks.filter(pk=task.pk).update(removed_at=None)
