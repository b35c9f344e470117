"""Whether the machine runs at its own pace: what a neighbour takes is not measured.

A virtual machine shares its processors with others, and then does half the work in the
same time, for a tenth of a second or for minutes. A loop is timed on each processor
right before and right after what is measured; where one of them was slow, the
measurement does not count, and is made again.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from typing import TypeVar

_T = TypeVar("_T")
_ADDITIONS, _LOOPS = 10_000, 200
# Slower than the quickest loop by more than this: somebody else is at work. Shared
# processors show as 1.7 and more, its own scatter as 1.1.
_SLOW = 1.3
# Measurements made for each that is wanted, before those that do not count are taken.
_TRIES = 4


class Pace:
    """The machine's own pace, found by the quickest of many loops.

    `counted` of `made` measurements were made at it.
    """

    def __init__(self) -> None:
        self._quickest = min(_slowest_loop() for _ in range(_LOOPS))
        self.counted = self.made = 0

    def measured(
        self, measure: Callable[[], _T], *, wanted: int, seconds_between: float = 0
    ) -> list[_T]:
        """`wanted` results made at the machine's own pace; if it hardly has it, any."""
        counted: list[_T] = []
        rest: list[_T] = []
        while len(counted) < wanted and len(counted) + len(rest) < wanted * _TRIES:
            time.sleep(seconds_between)
            was_own, result = self._is_own(), measure()
            (counted if was_own and self._is_own() else rest).append(result)
        self.made += len(counted) + len(rest)
        self.counted += len(counted)
        return (counted + rest[::-1])[:wanted]

    def _is_own(self) -> bool:
        took = _slowest_loop()
        self._quickest = min(self._quickest, took)
        return took < self._quickest * _SLOW


def _slowest_loop() -> float:
    """Seconds on the slowest processor; of two loops, as the first may be woken up."""
    processors = os.sched_getaffinity(0)
    try:
        return max(min(_loop_on(each), _loop_on(each)) for each in processors)
    finally:
        os.sched_setaffinity(0, processors)


def _loop_on(processor: int) -> float:
    os.sched_setaffinity(0, {processor})
    began, total = time.perf_counter(), 0
    for number in range(_ADDITIONS):
        total += number
    return time.perf_counter() - began
