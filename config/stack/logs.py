"""Everything the children say, line by line, with the name of who said it."""

from __future__ import annotations

import contextlib
import os
import selectors
import sys

_COLOURS = {"postgres": 34, "redis": 31, "web": 32, "worker": 35, "beat": 33}
_WIDTH = 8


class Logs:
    """One pipe per name; `pump` moves what came in to standard output."""

    def __init__(self) -> None:
        self._selector = selectors.DefaultSelector()
        self._ends: dict[str, int] = {}
        self._rest: dict[str, bytes] = {}
        self._coloured = sys.stdout.isatty() and "NO_COLOR" not in os.environ

    def pipe(self, name: str) -> int:
        """The descriptor that a child of this name writes to; kept for restarts."""
        if name not in self._ends:
            reading, writing = os.pipe()
            os.set_blocking(reading, False)
            self._selector.register(reading, selectors.EVENT_READ, name)
            self._ends[name], self._rest[name] = writing, b""
        return self._ends[name]

    def pump(self, seconds: float) -> None:
        """Show what arrives; returns after `seconds` or earlier."""
        for key, _ in self._selector.select(seconds):
            name = str(key.data)
            lines = (self._rest[name] + os.read(key.fd, 65536)).split(b"\n")
            self._rest[name] = lines.pop()
            for line in lines:
                self.say(name, line.decode(errors="replace").rstrip())

    def drain(self) -> None:
        """Show all that is left."""
        while self._selector.select(0):
            self.pump(0)

    def say(self, name: str, text: str) -> None:
        label = f"{name:<{_WIDTH}} |"
        if self._coloured:
            label = f"\x1b[{_COLOURS.get(name, 36)}m{label}\x1b[0m"
        # A closed terminal or a full disk must not end what is being told about.
        with contextlib.suppress(OSError):
            os.write(sys.stdout.fileno(), f"{label} {text}\n".encode())
