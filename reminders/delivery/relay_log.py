"""The log of a relay, read on from where it was left, also when it is rotated.

Messages fall into doubt long after their lines were written. So for one that is looked
for the first time all of the log is read, and from then on what is added.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from reminders.delivery.evidence import Finding, findings

# How much of a log is looked at: a busy relay writes this much in hours.
_TAIL = 64 * 1024 * 1024


@dataclass
class RelayLog:
    """What one process has read of it, and for whose sake."""

    sought: set[str] = field(default_factory=set)
    # The file that was read, how far, and its last line: to know it again.
    _file: tuple[Path, int] | None = None
    _offset: int = 0
    _last: bytes = b""
    # Queue numbers of Postfix of which more may be said.
    _seen: dict[str, str] = field(default_factory=dict)

    def read_on(self, path: Path, message_ids: Collection[str]) -> list[Finding]:
        """What it proves of these messages and was not told before. Raises OSError."""
        if not self.sought.issuperset(message_ids):
            self.forget()
        self.sought = set(message_ids)
        found = findings(self._new_lines(path), self._seen)
        return [finding for finding in found if finding.message_id in self.sought]

    def forget(self) -> None:
        """Read all of it the next time."""
        self.sought, self._seen = set(), {}
        self._file, self._offset, self._last = None, 0, b""

    def _new_lines(self, path: Path) -> Iterator[str]:
        file = (path, path.stat().st_ino)
        if self._file != file or not self._knows(path):
            # It is another one by now: what is left of the old one stands beside it.
            before = path.with_name(f"{path.name}.1")
            if before.exists():
                yield from self._lines(before)
            self._file, self._offset, self._last = file, 0, b""
        yield from self._lines(path)

    def _knows(self, path: Path) -> bool:
        """Whether what was read last still stands where it stood."""
        with path.open("rb") as file:
            file.seek(self._offset - len(self._last))
            return file.read(len(self._last)) == self._last

    def _lines(self, path: Path) -> Iterator[str]:
        """Lines from the offset on. The last may still grow: it is read again then."""
        begin = self._offset if self._knows(path) else 0
        with path.open("rb") as file:
            size = file.seek(0, os.SEEK_END)
            self._offset = file.seek(max(begin, size - _TAIL))
            for line in file:
                if line.endswith(b"\n"):
                    self._offset += len(line)
                    self._last = line
                yield line.decode(errors="replace")
