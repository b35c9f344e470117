"""Two connections at once, one made to wait for the other."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from typing import TypeVar

from django.db import connection

# Not pg_stat_activity: a transaction sees that as it was when it first looked.
_BLOCKED = "SELECT count(*) FROM pg_locks WHERE NOT granted"
_PATIENCE = 10.0

A = TypeVar("A")
B = TypeVar("B")


def while_another(
    first: Callable[[Callable[[], None]], A], second: Callable[[], B]
) -> tuple[A, B]:
    """Run both; `first` is given a call that returns once `second` waits for a lock.

    Returns what each returned; raises what either raised, such as a deadlock.
    """
    held = Event()

    def let_the_other_wait() -> None:
        held.set()
        _until_somebody_waits()

    with ThreadPoolExecutor(2) as pool:
        one = pool.submit(_apart, lambda: first(let_the_other_wait))
        held.wait(_PATIENCE)
        two = pool.submit(_apart, second)
        return one.result(), two.result()


def _apart(job: Callable[[], A]) -> A:
    try:
        return job()
    finally:
        connection.close()


def _until_somebody_waits() -> None:
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        with connection.cursor() as cursor:
            cursor.execute(_BLOCKED)
            if cursor.fetchone()[0]:
                return
        time.sleep(0.02)
    raise AssertionError("nobody waits")
