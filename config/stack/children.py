"""Programs started as direct children: started, watched, ended."""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from config.stack.account import Account

_PR_SET_PDEATHSIG = 1
_libc = ctypes.CDLL(None) if sys.platform == "linux" else None


def _die_with_parent(stop_signal: signal.Signals) -> Callable[[], None] | None:
    """On Linux: what the child runs before its program, so that it never outlives us."""
    if _libc is None:
        return None
    libc = _libc
    return lambda: libc.prctl(_PR_SET_PDEATHSIG, int(stop_signal))


@dataclass
class Child:
    """One program. `stop_signal` is the one it understands as "finish, then end".

    `stdin` is handed over on standard input: secrets never show in a process list.
    """

    name: str
    command: Sequence[str | Path]
    environment: Mapping[str, str] = field(default_factory=dict)
    stdin: bytes = b""
    folder: Path | None = None
    account: Account | None = None
    stop_signal: signal.Signals = signal.SIGTERM
    process: subprocess.Popen[bytes] | None = None

    def start(self, *, output: int | None = None) -> None:
        """Start it in a process group of its own, so that Ctrl-C reaches only us.

        `output` is a file descriptor for both of its outputs.
        """
        self.process = subprocess.Popen(
            self.command,
            stdin=subprocess.PIPE,
            stdout=output,
            stderr=subprocess.STDOUT if output is not None else None,
            cwd=self.folder,
            env={**os.environ, **self.environment},
            process_group=0,
            preexec_fn=_die_with_parent(self.stop_signal),
            **(self.account.popen_arguments() if self.account else {}),
        )
        assert self.process.stdin  # noqa: S101 -- it is a pipe, see above
        with contextlib.suppress(BrokenPipeError), self.process.stdin as pipe:
            pipe.write(self.stdin)

    @property
    def running(self) -> bool:
        return self.process is not None and self.process.poll() is None

    @property
    def exit_code(self) -> int | None:
        return self.process.returncode if self.process else None

    def ask_to_end(self) -> None:
        if self.process and self.running:
            self.process.send_signal(self.stop_signal)

    def wait(self, seconds: float) -> bool:
        """Wait for the end; False if it still runs after `seconds`."""
        if self.process is None:
            return True
        try:
            self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            return False
        return True

    def kill(self) -> None:
        """End it and whatever it started, without asking."""
        if self.process is None:
            return
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def end(self, seconds: float) -> None:
        """Ask, wait, then kill what is left of its group."""
        self.ask_to_end()
        self.wait(seconds)
        self.kill()
