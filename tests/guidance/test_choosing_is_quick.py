from __future__ import annotations

import time

import pytest

from benchmarks.guidance import LIMIT_MS, full, milliseconds, p95
from guidance.situation import Phase


@pytest.mark.parametrize("phase", Phase)
def test_the_advice_of_a_full_round_takes_under_five_milliseconds(phase: Phase) -> None:
    """Of processor time: other programs may hold the processor meanwhile."""
    assert p95(milliseconds(full(phase), runs=60, clock=time.thread_time)) < LIMIT_MS
