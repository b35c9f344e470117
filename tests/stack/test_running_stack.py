"""The real thing: started as `make run` starts it, used, ended."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from config.stack.servers import free_port

ROOT = Path(__file__).resolve().parents[2]
START_SECONDS = 90

pytestmark = pytest.mark.stack


def environment(data: Path, **more: str) -> dict[str, str]:
    """A newcomer's environment: nothing set but folder and port."""
    cleared = dict.fromkeys(
        ("DATABASE_URL", "REDIS_URL", "SITE_URL", "SECRET_KEY", "EMAIL_URL"), ""
    )
    return {**os.environ, **cleared, "CALLBACK_DATA": str(data), **more}


class Stack:
    """One supervisor and what it says."""

    def __init__(self, data: Path, port: int) -> None:
        self.data, self.port = data, port
        self.log = data.parent / "stack.log"
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "config.stack"],
                cwd=ROOT,
                env=environment(data, PORT=str(port)),
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def said(self) -> str:
        return self.log.read_text()

    def wait_until(self, condition, seconds: float, what: str) -> None:
        give_up_at = time.monotonic() + seconds
        while not condition():
            assert time.monotonic() < give_up_at, f"never {what}:\n{self.said()}"
            assert self.process.poll() is None, f"ended early:\n{self.said()}"
            time.sleep(0.1)

    def wait_until_ready(self) -> None:
        self.wait_until(lambda: "is ready" in self.said(), START_SECONDS, "ready")

    def get(self, path: str) -> int:
        url = f"http://localhost:{self.port}{path}"
        with urllib.request.urlopen(url, timeout=10) as answer:
            return answer.status

    def manage(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return manage(self.data, *arguments)

    def descendants(self) -> set[int]:
        return descendants(self.process.pid)


def manage(data: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """A command in a second terminal."""
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=environment(data, PORT=""),
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def processes() -> dict[int, int]:
    """The parent of every process that is not just waiting to be buried."""
    listed = subprocess.run(
        ["ps", "-eo", "pid=,ppid=,stat="], capture_output=True, text=True, check=True
    )
    rows = (line.split() for line in listed.stdout.splitlines())
    return {
        int(pid): int(parent) for pid, parent, state in rows if state[0] not in "ZX"
    }


def descendants(pid: int) -> set[int]:
    parents = processes()
    found: set[int] = set()
    while (
        more := {p for p, parent in parents.items() if parent in found | {pid}} - found
    ):
        found |= more
    return found


@pytest.fixture
def stack(passable_folder) -> Iterator[Stack]:
    yield from running(passable_folder / "data")


def running(data: Path) -> Iterator[Stack]:
    stack = Stack(data, free_port())
    started: set[int] = set()
    try:
        stack.wait_until_ready()
        started = stack.descendants()
        yield stack
    finally:
        if stack.process.poll() is None:
            stack.process.send_signal(signal.SIGTERM)
            with contextlib.suppress(subprocess.TimeoutExpired):
                stack.process.wait(15)
        for pid in started & set(processes()):
            os.kill(pid, signal.SIGKILL)
        if stack.process.poll() is None:
            stack.process.kill()
            stack.process.wait()


def test_it_serves_is_found_and_ends_without_a_trace(stack):
    assert stack.get("/accounts/login/") == 200
    assert f"http://localhost:{stack.port}/" in stack.said()

    # A second terminal finds the database through the data folder.
    users = "from accounts.models import User; print('users', User.objects.count())"
    found = stack.manage("shell", "--verbosity", "0", "--command", users)
    assert found.stdout.strip() == "users 0", found.stderr

    # A second stack on the same folder is refused.
    second = subprocess.run(
        [sys.executable, "-m", "config.stack"],
        cwd=ROOT,
        env=environment(stack.data),
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert second.returncode == 1
    assert "already runs" in second.stderr

    # Ctrl-C ends everything, and soon.
    children = stack.descendants()
    assert len(children) >= 7  # two servers, web with two, worker with two, beat
    stack.process.send_signal(signal.SIGINT)
    assert stack.process.wait(10) == 0, stack.said()
    assert children & set(processes()) == set()

    # Now the second terminal says what to do.
    lost = stack.manage("migrate")
    assert lost.returncode == 2
    assert "make run" in lost.stderr
    assert stack.manage("check").returncode == 0


def test_what_dies_is_started_again(stack):
    for name in ("redis-server", "postgres -D", "gunicorn"):
        victim = main_process(stack, name)
        assert victim
        os.kill(victim, signal.SIGKILL)
        stack.wait_until(
            lambda name=name, victim=victim: (
                main_process(stack, name) not in (None, victim)
            ),
            30,
            f"restarted {name}",
        )
    stack.wait_until(lambda: answers(stack), 30, "answering again")
    stack.wait_until(lambda: counted(stack) == "0", 30, "counting again")


def counted(stack: Stack) -> str:
    users = "from accounts.models import User; print(User.objects.count())"
    return stack.manage("shell", "--verbosity", "0", "--command", users).stdout.strip()


def main_process(stack: Stack, name: str) -> int | None:
    """The child of the supervisor whose command line holds `name`."""
    listed = subprocess.run(
        ["ps", "-eo", "pid=,ppid=,args=", "-ww"],
        capture_output=True,
        text=True,
        check=True,
    )
    for line in listed.stdout.splitlines():
        pid, parent, command = line.split(None, 2)
        if int(parent) == stack.process.pid and name in command:
            return int(pid)
    return None


def answers(stack: Stack) -> bool:
    try:
        return stack.get("/accounts/login/") == 200
    except OSError:
        return False


def test_a_killed_supervisor_takes_its_children_along_and_starts_again_elsewhere(stack):
    children = stack.descendants()

    stack.process.kill()
    stack.process.wait()

    give_up_at = time.monotonic() + 15
    while children & set(processes()) and time.monotonic() < give_up_at:
        time.sleep(0.1)
    if sys.platform == "linux":
        assert children & set(processes()) == set()
    assert stack.manage("migrate").returncode == 2
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        again = Stack(stack.data, taken.getsockname()[1])
        try:
            again.wait_until_ready()
            assert f"Port {again.port} is taken" in again.said()
        finally:
            again.process.send_signal(signal.SIGTERM)
            assert again.process.wait(15) == 0


@pytest.mark.skipif(os.geteuid() != 0, reason="only root hands its servers over")
def test_root_below_a_closed_folder_keeps_the_data_elsewhere(passable_folder):
    folder = passable_folder
    folder.chmod(0o700)
    for stack in running(folder / "data"):
        (note,) = re.findall(r"servers keep their data in (\S+)", stack.said())
        assert stack.get("/accounts/login/") == 200
        assert (Path(note) / "postgres" / "PG_VERSION").exists()
    assert folder.stat().st_mode & 0o777 == 0o700
    shutil.rmtree(note)
