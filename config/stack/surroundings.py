"""What the machine does to us: a disk that fills up, a clock that jumps."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

# Ours. PostgreSQL writes ahead in files of 16 MB and ends when it cannot.
_LOW_MB = 100
_JUMP_SECONDS = 60.0
_LOOK_EVERY_SECONDS = 5.0


def _clock() -> float:
    """Wall time against time passed: it changes only when the clock is set."""
    return time.time() - time.monotonic()


def _free_mb(folder: Path) -> int:
    disk = os.statvfs(folder)
    return disk.f_bavail * disk.f_frsize // 2**20


@dataclass
class Surroundings:
    """Looked at every few seconds; each change is told once."""

    folder: Path
    _clock: float = field(default_factory=_clock)
    _is_low: bool = False
    _look_at: float = 0.0

    def news(self) -> Iterator[str]:
        now = time.monotonic()
        if now < self._look_at:
            return
        self._look_at = now + _LOOK_EVERY_SECONDS
        yield from self._of_the_disk()
        yield from self._of_the_clock()

    def _of_the_disk(self) -> Iterator[str]:
        free = _free_mb(self.folder)
        if free < _LOW_MB and not self._is_low:
            yield (
                f"The disk is nearly full: {free} MB left at {self.folder}. What is "
                "saved stays; nothing new can be saved until there is room."
            )
        if free >= _LOW_MB and self._is_low:
            yield "There is room on the disk again."
        self._is_low = free < _LOW_MB

    def _of_the_clock(self) -> Iterator[str]:
        before, self._clock = self._clock, _clock()
        jumped = self._clock - before
        if abs(jumped) > _JUMP_SECONDS:
            way = "forward" if jumped > 0 else "back"
            yield (
                f"The clock of this machine went {way} by {abs(jumped) / 60:.0f} "
                "minutes (or the machine slept). Reminders follow the new time."
            )
