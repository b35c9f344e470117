"""How quickly the stack starts and ends, and how much memory it takes when idle.

`python -m benchmarks.stack`: on a data folder and a port of its own, started as
`make run` starts it. Memory is the proportional share (PSS) that Linux counts: what
several processes share is counted once, divided among them.
"""

from __future__ import annotations

import os
import platform
import re
import sys
import tempfile
import time
from pathlib import Path

from config.stack import account, folders, postgres
from config.stack.processes import command_of
from tests.stack.running import Stack, descendants, gone, started

# What the issue of this project promises.
LIMITS = {"first start": 120.0, "later start": 15.0, "stop": 10.0, "memory": 450.0}
_SETTLED_SECONDS = 40
_VISITS = 20
_PARTS = {
    "supervisor": "config.stack.supervise",
    "postgres": "postgres",
    "redis": "redis-server",
    "web": "gunicorn",
    "worker": "config worker",
    "beat": "config.beat",
}


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="callback-bench-") as name:
        folder = Path(name)
        folder.chmod(0o711)  # root's servers pass through
        times, memory = measure(folder / "data")
    say(f"{machine()}\n")
    good = [row(name, seconds, LIMITS[name], "s") for name, seconds in times.items()]
    say("")
    for part, megabytes in memory.items():
        say(f"{part:<14}{megabytes:>8.1f} MB")
    good.append(row("memory", sum(memory.values()), LIMITS["memory"], "MB"))
    return 0 if all(good) else 1


def measure(data: Path) -> tuple[dict[str, float], dict[str, float]]:
    """Seconds of a first start, a later one and a stop; megabytes per part."""
    times: dict[str, float] = {}
    with started(Stack(data)) as stack:
        times["first start"] = seconds_to_ready(stack)
        stack.stop()
    with started(Stack(data)) as stack:
        times["later start"] = seconds_to_ready(stack)
        for _ in range(_VISITS):
            stack.get("/accounts/login/")
        time.sleep(_SETTLED_SECONDS)  # two ticks, so that the workers have worked
        everything = {stack.process.pid, *stack.descendants()}
        memory = memory_per_part(everything)
        times["stop"] = stack.stop()
        assert gone(everything)  # noqa: S101 -- else the figure means nothing
    return times, memory


def seconds_to_ready(stack: Stack) -> float:
    began = time.monotonic()
    stack.wait_until_ready()
    return time.monotonic() - began


def memory_per_part(pids: set[int]) -> dict[str, float]:
    found = dict.fromkeys(_PARTS, 0.0)
    for part, sign in _PARTS.items():
        heads = {pid for pid in pids if sign in command_of(pid)}
        if part == "postgres":  # its children show what they do instead of a command
            heads |= set().union(*map(descendants, heads))
        found[part] = sum(map(megabytes, heads))
    return found


def megabytes(pid: int) -> float:
    try:
        text = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return 0.0  # it has ended since it was listed
    return int(re.findall(r"^Pss:\s+(\d+)", text, flags=re.MULTILINE)[0]) / 1024


def processor_seconds(pid: int) -> float:
    """What a process has used so far; nothing once it has ended."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def row(name: str, value: float, limit: float, unit: str) -> bool:
    said = "" if value <= limit else "  TOO MUCH"
    say(f"{name:<14}{value:>8.1f} {unit:<3} (at most {limit:.0f}){said}")
    return value <= limit


def machine() -> str:
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    programs, _ = folders.programs(account.for_servers())
    return (
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, "
        f"{memory:.0f} GB, Python {platform.python_version()}, "
        f"PostgreSQL {postgres.version(programs.postgres)}"
    )


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")


if __name__ == "__main__":
    sys.exit(main())
