"""kill -9 of anything: the stack heals, every committed row is there, no one stays."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from config.stack import account
from config.stack.processes import birth_of
from tests.faults.stack.does import do
from tests.stack.running import Stack, descendants, gone, passable, running

ROUNDS = 3


@pytest.fixture(scope="module")
def stack() -> Iterator[Stack]:
    with (
        passable() as folder,
        running(folder / "data", REMINDER_TICK_SECONDS="2") as stack,
    ):
        do(stack, f"log_rounds({ROUNDS})")
        yield stack


def itself(part: str) -> Callable[[Stack], int]:
    def find(stack: Stack) -> int:
        pid = stack.child(part)
        assert pid, f"{part} does not run:\n{stack.said()}"
        return pid

    return find


def child_of(part: str) -> Callable[[Stack], int]:
    return lambda stack: min(descendants(itself(part)(stack)))


VICTIMS = {
    "postgres": itself("postgres -D"),
    "redis": itself("redis-server"),
    "web master": itself("gunicorn"),
    "web worker": child_of("gunicorn"),
    "celery parent": itself("config worker"),
    "celery child": child_of("config worker"),
    "beat": itself("config.beat"),
}


@pytest.mark.parametrize("victim", VICTIMS)
def test_the_stack_heals_itself(stack, victim):
    pid = VICTIMS[victim](stack)
    family = {pid, *descendants(pid)}

    os.kill(pid, signal.SIGKILL)

    assert gone({pid})
    stack.wait_until(lambda: all_there(stack), 120, "whole again")
    assert int(do(stack, "rounds()")) >= ROUNDS
    if victim.endswith("child") or victim == "web worker":
        return
    assert gone(family), "somebody of its family stayed"


def all_there(stack: Stack) -> bool:
    """Every part runs, with its children, and new reminders make it to their end."""
    if not all(stack.child(part) for part in PARTS) or not stack.answers():
        return False
    families = [descendants(itself(part)(stack)) for part in ("gunicorn", "worker")]
    if any(len(family) < 2 for family in families):
        return False
    return not stack.manage("shell", "-v", "0", "-c", ONE_MORE).returncode


PARTS = ("postgres -D", "redis-server", "gunicorn", "config worker", "config.beat")
# Without a mail server a message is kept as a file: the same way through everything.
ONE_MORE = "from tests.faults.stack import deeds; deeds.expect_one_more_to_leave()"


def killed(data: Path) -> None:
    """A stack that lived, had rows and whose supervisor was killed: nobody stays."""
    with running(data) as stack:
        do(stack, f"log_rounds({ROUNDS})")
        family = stack.descendants()
        stack.process.kill()
        stack.process.wait()
        assert gone(family)


@pytest.fixture
def other() -> Iterator[subprocess.Popen[bytes]]:
    """A process that does not end when it is asked to, under the servers' account."""
    owner = account.for_servers()
    process = subprocess.Popen(
        ["sh", "-c", "trap '' INT TERM; echo ready; while :; do sleep 1; done"],
        cwd="/",
        stdout=subprocess.PIPE,
        process_group=0,
        **(owner.popen_arguments() if owner else {}),
    )
    assert process.stdout
    assert process.stdout.readline()
    yield process
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    process.stdout.close()


def write_down(data: Path, pid: int, birth: str) -> None:
    """As if our PostgreSQL had had this id."""
    row = {"name": "postgres", "pid": pid, "birth": birth, "stop_signal": 2}
    (data / "children.json").write_text(json.dumps([row]))


def test_after_the_supervisor_the_next_start_has_every_row(passable_folder, other):
    data = passable_folder / "data"
    killed(data)
    write_down(data, other.pid, birth_of(other.pid))

    with running(data) as again:
        assert "Ended postgres, left behind" in again.said()
        assert not birth_of(other.pid)
        assert int(do(again, "rounds()")) == ROUNDS


def test_a_stranger_with_an_id_of_ours_is_left_alone(passable_folder, other):
    data = passable_folder / "data"
    killed(data)
    write_down(data, other.pid, "another boot, another tick")
    lock = data / "postgres" / "postmaster.pid"
    lock.write_text(f"{other.pid}\n{lock.parent}\n1\n5432\n\n127.0.0.1\n")

    with running(data) as again:
        assert birth_of(other.pid)
        assert "left behind" not in again.said()
        assert int(do(again, "rounds()")) == ROUNDS
