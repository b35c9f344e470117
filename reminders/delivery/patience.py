"""Going on while the database is away: it restarts, or another takes its place."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

from django.db import connection

from reminders.delivery import stopping
from reminders.delivery.clock import UNAVAILABLE

T = TypeVar("T")

# How long an answer is kept in hand while the database is away; afterwards its
# journal is found, or the sweep finds the message in doubt.
LONGEST_SECONDS = 150.0


def patiently(work: Callable[[], T], *, seconds: float | None = None) -> T:
    """Do it, again and again for so long, until the database is there.

    For what may be repeated without harm. Raises what it raised last.
    """
    give_up_at = time.monotonic() + (LONGEST_SECONDS if seconds is None else seconds)
    pause = 0.1
    while True:
        try:
            return work()
        except UNAVAILABLE:
            if time.monotonic() + pause > min(give_up_at, stopping.deadline() + 1):
                raise
            connection.close()
            time.sleep(pause)
            pause = min(pause * 2, 5.0)
