"""The real thing: started as `make run` starts it, used, ended."""

from __future__ import annotations

import os
import signal
import socket
import sys
from collections.abc import Iterator

import pytest

from tests.stack.running import (
    Stack,
    gone,
    passable,
    processes,
    running,
    start_and_wait,
    started,
)

pytestmark = pytest.mark.stack

COUNT = "from accounts.models import User; print('users', User.objects.count())"


@pytest.fixture
def stack(passable_folder) -> Iterator[Stack]:
    with running(passable_folder / "data") as stack:
        yield stack


def test_it_serves_is_found_and_ends_without_a_trace(stack):
    assert stack.get("/accounts/login/") == 200
    assert f"http://localhost:{stack.port}/" in stack.said()
    # Nothing that only looks like a fault.
    for line in stack.said().splitlines():
        assert not line.startswith(("redis ", "postgres ")), line

    # The first-start output says how to make an admin: there is none by itself.
    assert "createsuperuser" in stack.said()

    # A second terminal finds the database through the data folder.
    assert stack.shell(COUNT) == "users 0"

    # A second stack on the same folder is refused.
    second = start_and_wait(stack.data)
    assert second.returncode == 1
    assert "already runs" in second.stderr

    # Ctrl-C ends everything, and soon.
    children = stack.descendants()
    assert len(children) >= 7  # two servers, web with two, worker with one, beat
    stack.process.send_signal(signal.SIGINT)
    assert stack.process.wait(10) == 0, stack.said()
    assert children & set(processes()) == set()

    # Now the second terminal says what to do.
    lost = stack.manage("migrate")
    assert lost.returncode == 2
    assert "make run" in lost.stderr
    assert stack.manage("check").returncode == 0


@pytest.mark.parametrize(
    "part", ["redis-server", "postgres -D", "gunicorn", "config worker", "config.beat"]
)
def test_what_dies_is_started_again(one_stack, part):
    stack = one_stack
    victim = stack.child(part)
    assert victim
    os.kill(victim, signal.SIGKILL)

    stack.wait_until(
        lambda: stack.child(part) not in (None, victim), 60, f"restarted {part}"
    )
    stack.wait_until(stack.answers, 60, "answering again")
    stack.wait_until(lambda: counts(stack), 60, "counting again")


def counts(stack: Stack) -> bool:
    return "users 0" in stack.manage("shell", "-v", "0", "-c", COUNT).stdout


@pytest.fixture(scope="module")
def one_stack() -> Iterator[Stack]:
    """The same for several deaths."""
    with passable() as folder, running(folder / "data") as stack:
        yield stack


def test_a_killed_supervisor_takes_its_children_along_and_starts_again_elsewhere(stack):
    children = stack.descendants()

    stack.process.kill()
    stack.process.wait()

    if sys.platform == "linux":
        assert gone(children)
    assert stack.manage("migrate").returncode == 2
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with started(Stack(stack.data, taken.getsockname()[1])) as again:
            again.wait_until_ready()
            assert f"Port {again.port} is taken" in again.said()
            again.stop()
