"""Faults 8, 9 and 10: PostgreSQL is killed, restarted or stopped in the middle.

The worker keeps the answers on its disk and in hand until the database is back.
"""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable

import pytest

from tests.faults import fleet
from tests.faults.stack.does import do
from tests.stack.running import Stack, running

OWNERS, DEATHS = 200, 6


def _kill(pid: int) -> None:
    os.kill(pid, signal.SIGKILL)


def _restart(pid: int) -> None:
    os.kill(pid, signal.SIGINT)  # PostgreSQL's fast shutdown; the supervisor starts it


def _stop_for_a_while(pid: int) -> None:
    """Whoever waits for a commit waits; nothing is lost of it."""
    group = [pid, *_children(pid)]
    for each in group:
        os.kill(each, signal.SIGSTOP)
    time.sleep(8)
    for each in group:
        os.kill(each, signal.SIGCONT)


def _children(pid: int) -> list[int]:
    with open(f"/proc/{pid}/task/{pid}/children") as file:  # noqa: PTH123
        return [int(child) for child in file.read().split()]


@pytest.mark.parametrize("fault", [_kill, _restart, _stop_for_a_while])
def test_every_mail_leaves_once(passable_folder, fault: Callable[[int], None]):
    log = passable_folder / "accepted.txt"
    events = passable_folder / "events.txt"
    log.touch()
    with fleet.sink(log, "--events", str(events)) as port:
        settings = {
            "EMAIL_URL": f"smtp://127.0.0.1:{port}",
            "REMINDER_TICK_SECONDS": "1",
            "REMINDER_LEASE_SECONDS": "5",
            "REMINDER_SWEEP_SECONDS": "8",
            "REMINDER_DOUBT_SECONDS": "5",
            "REMINDER_RELAY_LOG": str(events),
        }
        with running(passable_folder / "data", **settings) as stack:
            do(stack, f"many_due({OWNERS})")
            for _ in range(DEATHS):
                _once_it_runs(stack, fault)
                time.sleep(2)
            stack.wait_until(lambda: _told(stack) == OWNERS, 240, "all told")
            assert do(stack, "messages()") == f"sent={OWNERS}"
            assert list((passable_folder / "data" / "journal").glob("*")) == []
    accepted = log.read_text().split()
    assert len(accepted) == len(set(accepted)) == OWNERS


def _once_it_runs(stack: Stack, fault: Callable[[int], None]) -> None:
    stack.wait_until(lambda: bool(stack.child("postgres -D")), 60, "running again")
    pid = stack.child("postgres -D")
    assert pid
    fault(pid)


def _told(stack: Stack) -> int:
    """Asked through a second terminal, which may find the database away."""
    said = stack.manage("shell", "-v", "0", "-c", _COUNT).stdout.strip()
    return int(said) if said.isdigit() else -1


_COUNT = """
from tests.faults.stack import deeds; deeds.hurry(); deeds.told()
"""
