"""What a killed supervisor left behind, ended by the next one.

On Linux children follow their supervisor by themselves; one that hangs does not, and
elsewhere none does. Each is known by its id and its birth: an id alone may have become
a stranger's.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import time
from collections.abc import Iterable
from pathlib import Path

from config.stack.children import Child
from config.stack.processes import birth_of

_PATIENCE_SECONDS = 5.0


def _path(data: Path) -> Path:
    return data / "children.json"


def record(data: Path, children: Iterable[Child]) -> None:
    """Write down who runs, for the case that we cannot end them."""
    rows = [
        {
            "name": child.name,
            "pid": child.process.pid,
            "birth": birth_of(child.process.pid),
            "stop_signal": int(child.stop_signal),
        }
        for child in children
        if child.process and child.running
    ]
    draft = _path(data).with_suffix(".new")
    # Not writing it is no reason to stop: the disk may be full.
    with contextlib.suppress(OSError):
        draft.write_text(json.dumps(rows, indent=1))
        draft.replace(_path(data))


def end_all(data: Path) -> list[str]:
    """End who is written down and still there; returns their names."""
    try:
        rows = json.loads(_path(data).read_text())
    except (OSError, ValueError):
        return []
    found = [row for row in rows if _is_there(row)]
    for row in found:
        _send(row["pid"], row["stop_signal"])
        _send(row["pid"], signal.SIGCONT)
    give_up_at = time.monotonic() + _PATIENCE_SECONDS
    while any(map(_is_there, found)) and time.monotonic() < give_up_at:
        time.sleep(0.05)
    for row in filter(_is_there, found):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(row["pid"], signal.SIGKILL)
    return [str(row["name"]) for row in found]


def _is_there(row: dict[str, object]) -> bool:
    birth = birth_of(int(str(row["pid"])))
    return bool(birth) and birth == row["birth"]


def _send(pid: int, number: int) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, number)
