"""The one-machine stack, started as `make run` starts it, looked at and ended."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from config.stack.processes import command_of
from config.stack.servers import free_port

ROOT = Path(__file__).resolve().parents[2]
# Conditions are waited for; the machine may be busy with something else.
START_SECONDS = 120

_SETTINGS = (
    *("DATABASE_URL", "REDIS_URL", "SITE_URL", "SECRET_KEY", "EMAIL_URL"),
    *("REMINDER_TICK_SECONDS", "REMINDER_STOP_SECONDS", "REMINDER_RELAY_LOG"),
    *("REMINDER_LEASE_SECONDS", "REMINDER_SWEEP_SECONDS", "REMINDER_DOUBT_SECONDS"),
    *("CALLBACK_DATA", "PORT"),
)


def environment(**more: str) -> dict[str, str]:
    """A newcomer's: nothing is set but what the test says."""
    return {**os.environ, **dict.fromkeys(_SETTINGS, ""), **more}


class Stack:
    """One supervisor and what it says. `before` is put in front of its command."""

    def __init__(
        self,
        data: Path,
        port: int | None = None,
        *,
        before: tuple[str, ...] = (),
        log: Path | None = None,
        root: Path = ROOT,
        settings: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self.data, self.port = data, port or free_port()
        self.log = log or data.parent / f"{data.name}.log"
        settings = {"CALLBACK_DATA": str(data), "PORT": str(self.port)} | dict(settings)
        with self.log.open("wb") as file:
            self.process = subprocess.Popen(
                [*before, sys.executable, "-m", "config.stack"],
                cwd=root,
                env=environment(**settings),
                stdout=file,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def said(self) -> str:
        return self.log.read_text()

    def wait_until(
        self, condition: Callable[[], bool], seconds: float, what: str
    ) -> None:
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

    def answers(self) -> bool:
        try:
            return self.get("/accounts/login/") == 200
        except OSError:
            return False

    def manage(
        self, *arguments: str, seconds: float = 60
    ) -> subprocess.CompletedProcess[str]:
        return manage(self.data, *arguments, seconds=seconds)

    def shell(self, code: str, *, seconds: float = 60) -> str:
        """What Python prints that runs inside Django, on the stack's database."""
        asked = ("shell", "--verbosity", "0", "--command", code)
        done = self.manage(*asked, seconds=seconds)
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def descendants(self) -> set[int]:
        return descendants(self.process.pid)

    def child(self, part: str) -> int | None:
        """The supervisor's own child whose command line holds `part`."""
        for pid, parent in processes().items():
            if parent == self.process.pid and part in command_of(pid):
                return pid
        return None

    def stop(self, seconds: float = 30) -> float:
        """End it as Ctrl-C or a service manager does; returns the seconds it took."""
        began = time.monotonic()
        self.process.send_signal(signal.SIGTERM)
        assert self.process.wait(seconds) == 0, self.said()
        return time.monotonic() - began

    def clean_up(self) -> None:
        """Leave nothing behind, whatever the test did to it."""
        mine = self.descendants()
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.process.wait(20)
        for pid in mine & set(processes()):
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()


@contextlib.contextmanager
def passable() -> Iterator[Path]:
    """Root's servers may pass through it; pytest keeps its own folders closed."""
    with tempfile.TemporaryDirectory(prefix="callback-stack-") as name:
        Path(name).chmod(0o711)
        yield Path(name)


@contextlib.contextmanager
def running(data: Path, **settings: str) -> Iterator[Stack]:
    with started(Stack(data, settings=settings)) as stack:
        stack.wait_until_ready()
        yield stack


@contextlib.contextmanager
def started(stack: Stack) -> Iterator[Stack]:
    """Whatever becomes of it, nothing of it is left afterwards."""
    try:
        yield stack
    finally:
        stack.clean_up()


def start_and_wait(data: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    """A start that is expected to be refused."""
    return subprocess.run(
        [sys.executable, "-m", "config.stack"],
        cwd=ROOT,
        env=environment(CALLBACK_DATA=str(data), **settings),
        capture_output=True,
        text=True,
        check=False,
        timeout=START_SECONDS,
    )


def manage(
    data: Path, *arguments: str, seconds: float = 60
) -> subprocess.CompletedProcess[str]:
    """A command in a second terminal."""
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=environment(CALLBACK_DATA=str(data)),
        capture_output=True,
        text=True,
        check=False,
        timeout=seconds,
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


def gone(pids: set[int], seconds: float = 15) -> bool:
    """Whether all of them ended, waiting for it."""
    give_up_at = time.monotonic() + seconds
    while pids & set(processes()):
        if time.monotonic() > give_up_at:
            return False
        time.sleep(0.1)
    return True
