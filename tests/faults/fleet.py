"""Real senders and a real mail server as processes, and the killing of them."""

from __future__ import annotations

import os
import random
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Protocol

from config.stack.servers import free_port
from tests.faults.crowd import database_url

LEASE_SECONDS, SWEEP_SECONDS = 3, 5


class Senders(Protocol):
    """Processes that send; any of `alive` may be killed, others take their place."""

    def start(self) -> None: ...

    def alive(self) -> list[int]: ...

    def stop(self) -> None: ...


def python(*arguments: str, env: dict[str, str]) -> subprocess.Popen[bytes]:
    silent = subprocess.DEVNULL
    return subprocess.Popen(
        [sys.executable, *arguments], env=env, stdout=silent, stderr=silent
    )


def environment(smtp_port: int, **more: str) -> dict[str, str]:
    """What the children are told: this test's database, the sink, short times."""
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "DATABASE_URL": database_url(),
        "EMAIL_URL": f"smtp://127.0.0.1:{smtp_port}",
        "REMINDER_LEASE_SECONDS": str(LEASE_SECONDS),
        "REMINDER_SWEEP_SECONDS": str(SWEEP_SECONDS),
        "REMINDER_TICK_SECONDS": "1",
        **more,
    }


class ForkedSenders:
    """Children that run the tick in a loop, without any broker."""

    def __init__(self, env: dict[str, str], count: int = 3) -> None:
        self.env, self.count = env, count

    def start(self) -> None:
        count = str(self.count)
        self.parent = python("-m", "tests.faults.senders", count, env=self.env)

    def alive(self) -> list[int]:
        return _children(self.parent.pid)

    def stop(self) -> None:
        children = self.alive()
        end(self.parent)
        for pid in children:
            kill(pid)


class CeleryWorker:
    """The worker and beat of the product, on a Redis database of their own."""

    def __init__(self, env: dict[str, str], folder: Path) -> None:
        redis = env["REDIS_URL"].rpartition("/")[0]
        self.env = {**env, "REDIS_URL": f"{redis}/9"}
        self.folder = folder

    def start(self) -> None:
        worker = ("worker", "--concurrency=3", "--loglevel=error")
        beat = ("beat", "--loglevel=error", f"--schedule={self.folder / 'beat'}")
        self.worker = self._celery(*worker)
        self.beat = self._celery(*beat, "--pidfile=")

    def _celery(self, *arguments: str) -> subprocess.Popen[bytes]:
        return python("-m", "celery", "-A", "config.celery", *arguments, env=self.env)

    def alive(self) -> list[int]:
        """The processes of its pool; the worker itself makes new ones."""
        return _children(self.worker.pid)

    def stop(self) -> None:
        end(self.beat)
        end(self.worker)


def _children(pid: int) -> list[int]:
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text()
    return [int(child) for child in children.split()]


@contextmanager
def running(senders: Senders) -> Iterator[None]:
    senders.start()
    try:
        yield
    finally:
        senders.stop()


@contextmanager
def sink(log: Path, *more: str, port: int | None = None) -> Iterator[int]:
    """A mail server of its own, which writes down each mail before it answers."""
    port = port or free_port()
    arguments = ("--port", str(port), "--log", str(log), *more)
    server = python("-m", "tests.sink", *arguments, env={**os.environ})
    wait_until(lambda: _answers(port), seconds=15)
    try:
        yield port
    finally:
        end(server)


def _answers(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
    except OSError:
        return False
    return True


def kill_again_and_again(
    senders: Senders, *, until: Callable[[], bool], times: int
) -> int:
    """kill -9 a random sender every 0.05 to 0.2 s; returns how many died of it."""
    dice = random.Random()  # noqa: S311
    kills = 0
    while not until() and kills < times:
        time.sleep(dice.uniform(0.05, 0.2))
        pids = senders.alive()
        kills += bool(pids) and kill(dice.choice(pids))
    return kills


def kill(pid: int) -> bool:
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        return False
    return True


def ask_to_end(pid: int) -> None:
    with suppress(ProcessLookupError):
        os.kill(pid, signal.SIGTERM)


def end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def wait_until(condition: Callable[[], bool], *, seconds: float) -> bool:
    give_up_at = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > give_up_at:
            return False
        time.sleep(0.1)
    return True
