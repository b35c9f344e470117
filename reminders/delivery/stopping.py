"""Whether the worker is to end: known at once in all of its processes.

A worker that is asked to end waits for its children, who hear nothing of it. So the
moment lies in memory they share: made here, before they are forked.

A sender then takes no further message, and gives the mail server a few seconds more
for the answer it owes. If none comes, the sender itself writes down that this message
is in doubt, instead of being killed in the middle.
"""

from __future__ import annotations

import math
import mmap
import struct
import time

from django.conf import settings

# One double: when it was asked, by the monotonic clock; zero while nobody has.
_asked_at = mmap.mmap(-1, struct.calcsize("d"))


def ask() -> None:
    """From now on every sender of this worker comes to its end."""
    struct.pack_into("d", _asked_at, 0, time.monotonic())


def is_asked() -> bool:
    return _when() > 0


def deadline() -> float:
    """Until when to wait for an answer, monotonic; for ever while nobody asked."""
    if not is_asked():
        return math.inf
    return _when() + settings.REMINDER_STOP_SECONDS


def forget() -> None:
    """For a worker that begins anew in the same process."""
    struct.pack_into("d", _asked_at, 0, 0.0)


def _when() -> float:
    (moment,) = struct.unpack_from("d", _asked_at)
    return float(moment)
