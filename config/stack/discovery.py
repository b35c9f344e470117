"""How a command in a second terminal finds the running stack.

The supervisor holds a lock on a file in the data folder for as long as it lives;
the system lets go of it however the supervisor ends, so neither a kill nor a
re-used process id can make a dead stack look alive.
"""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import time
from collections.abc import Iterator
from pathlib import Path

from config.stack.problem import StackError

_PATIENCE_SECONDS = 1.0


def _lock_path(data: Path) -> Path:
    return data / "stack.lock"


def _state_path(data: Path) -> Path:
    return data / "stack.json"


def running_environment(data: Path) -> dict[str, str]:
    """DATABASE_URL, REDIS_URL and PORT of the stack on `data`; empty if none runs."""
    try:
        lock = os.open(_lock_path(data), os.O_RDONLY)
    except OSError:
        return {}
    try:
        fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return _read(data)
    else:
        return {}
    finally:
        os.close(lock)


def _read(data: Path) -> dict[str, str]:
    try:
        state = json.loads(_state_path(data).read_text())
    except (OSError, ValueError):
        return {}  # the stack is still starting
    return {str(name): str(value) for name, value in state.items()}


def publish(data: Path, environment: dict[str, str]) -> None:
    """Write what a second terminal needs, readable by the owner only."""
    draft = data / f".stack.json.{os.getpid()}"
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT, 0o600), "w") as file:
        json.dump(environment, file, indent=1)
    draft.replace(_state_path(data))


@contextlib.contextmanager
def exclusive(data: Path) -> Iterator[None]:
    """Hold the data folder; StackError if another supervisor does.

    A command that just looks holds the lock for an instant, hence the patience.
    """
    lock = os.open(_lock_path(data), os.O_RDWR | os.O_CREAT, 0o600)
    give_up_at = time.monotonic() + _PATIENCE_SECONDS
    try:
        while True:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() > give_up_at:
                    raise StackError(
                        f"A stack already runs on {data}. End that one first, "
                        "or name another folder in CALLBACK_DATA."
                    ) from None
                time.sleep(0.05)
        _state_path(data).unlink(missing_ok=True)
        yield
    finally:
        _state_path(data).unlink(missing_ok=True)
        os.close(lock)
