"""What the system knows about a process id, which may be somebody else's tomorrow."""

from __future__ import annotations

import subprocess
from pathlib import Path

_HAS_PROC = Path("/proc/self/stat").exists()  # Linux


def birth_of(pid: int) -> str:
    """Something no two processes of this id share: empty when there is none.

    A process that ended and only waits to be asked for its exit code is none.
    """
    return _birth_on_linux(pid) if _HAS_PROC else _ps(pid, "lstart")


def command_of(pid: int) -> str:
    """Its program and arguments, separated by spaces; empty when there is none."""
    if not _HAS_PROC:
        return _ps(pid, "command")
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode()
    except (OSError, UnicodeDecodeError):
        return ""


def _birth_on_linux(pid: int) -> str:
    """The boot and the clock tick since then (proc(5): field 22 of stat)."""
    try:
        # The name in field 2 may hold anything, also spaces and brackets.
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        boot = Path("/proc/sys/kernel/random/boot_id").read_text().strip()
    except OSError:
        return ""
    state, ticks = fields[0], fields[19]
    return "" if state in "ZX" else f"{boot} {ticks}"


def _ps(pid: int, column: str) -> str:
    asked = ["ps", "-o", f"{column}=", "-p", str(pid)]
    ended = subprocess.run(asked, capture_output=True, text=True, check=False)
    return ended.stdout.strip()
