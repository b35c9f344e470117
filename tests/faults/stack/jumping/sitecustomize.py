"""Loaded by every Python process of a stack with this folder on its PYTHONPATH.

The clock of all of them follows the file that CLOCK_FILE names: the seconds written
there are added to the true time. What only counts seconds (time.monotonic) does not.
"""

from __future__ import annotations

import os
import threading
import time
from pathlib import Path

import time_machine

_file = Path(os.environ["CLOCK_FILE"])
_clock = time_machine.travel(time.time(), tick=True).start()
_added = 0.0


def _follow() -> None:
    global _added
    while True:
        wanted = float(_file.read_text() or 0)
        if wanted != _added:
            _clock.shift(wanted - _added)
            _added = wanted
        time.sleep(0.1)


def _start() -> None:
    threading.Thread(target=_follow, daemon=True).start()


_start()
os.register_at_fork(after_in_child=_start)
