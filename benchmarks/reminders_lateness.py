"""How late mails are: from "due and allowed" to the record that they were accepted.

The whole stack runs as `make run` starts it, with its tick every 15 seconds; nothing
wakes it up. One part after the other is killed (SIGKILL) while mails fall due, and the
supervisor starts it again.
"""

from __future__ import annotations

import os
import signal
import statistics
import time
from datetime import timedelta
from pathlib import Path

from django.db import DatabaseError, connections
from django.utils import timezone

from accounts.models import User
from applications.models import Application
from benchmarks.reminders_report import Report
from config.stack.processes import command_of
from reminders.models import Outbox, PlanCheck, Reminder
from tests.faults import crowd
from tests.stack.running import processes

NORMAL_SECONDS, AFTER_A_KILL_SECONDS = 30.0, 180.0
# Mails, and over how many seconds they fall due.
_CALM, _KILLED = (60, 40.0), (20, 8.0)
_PARTS = {
    "the worker": "config worker",
    "the beat": "config.beat",
    "Redis": "redis-server",
    "PostgreSQL": "/postgres -D",
    "the web server": "gunicorn",
}
_PATIENCE_SECONDS = 240.0


def measure(report: Report, folder: Path) -> None:
    report.part("Lateness, from due and allowed")
    _tell(report, "running normally", _late(*_CALM), NORMAL_SECONDS)
    for name, sign in _PARTS.items():
        late = _late(*_KILLED, kills=(folder / "data", sign))
        _tell(report, f"{name} killed", late, AFTER_A_KILL_SECONDS)
    accepted = (folder / "accepted.txt").read_text().split()
    twice = len(accepted) - len(set(accepted))
    report.figure("accepted twice", twice, "mails", at_most=0)


def _tell(report: Report, what: str, late: list[float], limit: float) -> None:
    report.figure(f"{what}, p50", statistics.median(late), "s")
    worst = statistics.quantiles(late, n=100, method="inclusive")[-1]
    report.figure(f"{what}, p99 of {len(late)}", worst, "s", at_most=limit)


def _late(
    mails: int, seconds: float, *, kills: tuple[Path, str] | None = None
) -> list[float]:
    """Seconds each of so many mails was late, that fall due within so many seconds."""
    owners = _fall_due(mails, seconds)
    if kills:
        time.sleep(seconds / 2)
        _kill(*kills)
    give_up_at = time.monotonic() + seconds + _PATIENCE_SECONDS
    while (late := _told(owners)) is None or len(late) < mails:
        assert time.monotonic() < give_up_at, "some mails never left"  # noqa: S101
        time.sleep(0.5)
    return late


def _fall_due(mails: int, seconds: float) -> list[int]:
    newest = User.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    crowd.due(owners=mails, rounds=1)
    owners = list(User.objects.filter(pk__gt=newest).values_list("pk", flat=True))
    now = timezone.now()
    # Looked at "later than now": nothing plans these again while they are awaited.
    PlanCheck.objects.bulk_create(
        PlanCheck(application=application, checked_at=now + timedelta(minutes=30))
        for application in Application.objects.filter(owner__in=owners)
    )
    for number, owner in enumerate(owners):
        at = now + timedelta(seconds=2 + number * seconds / mails)
        firsts = Reminder.objects.filter(owner=owner, key__endswith=":first")
        firsts.update(due_at=at, allowed_at=at)
        Outbox.objects.filter(owner=owner).update(next_due_at=at)
    return owners


def _told(owners: list[int]) -> list[float] | None:
    """None while the database is away."""
    told = Reminder.objects.filter(owner__in=owners, state=Reminder.State.TOLD)
    try:
        times = list(told.values_list("settled_at", "allowed_at"))
    except DatabaseError:
        connections.close_all()
        return None
    return [(end - allowed).total_seconds() for end, allowed in times if end]


def _kill(data: Path, sign: str) -> None:
    """Every process of that part whose stack runs on `data`."""
    mine = _of_the_stack(data)
    victims = {pid for pid in mine if sign in command_of(pid)}
    assert victims, f"no process has {sign} in its command"  # noqa: S101
    for pid in victims:
        os.kill(pid, signal.SIGKILL)


def _of_the_stack(data: Path) -> set[int]:
    """The supervisor's children: it is the one whose own child uses this folder."""
    parents = processes()
    (supervisor,) = {
        parents[pid] for pid in parents if str(data / "postgres") in command_of(pid)
    }
    return {pid for pid, parent in parents.items() if parent == supervisor}
