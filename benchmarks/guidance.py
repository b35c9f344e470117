"""How long it takes to choose the advice of a round with everything filled in:

    python -m benchmarks.guidance

Prints p50 and p95 of each phase. No database.
"""

from __future__ import annotations

import platform
import statistics
import sys
import time
from collections.abc import Callable

from guidance.choose import choose
from guidance.library import load
from guidance.situation import (
    Format,
    InterviewerKind,
    Logged,
    Material,
    PayRaised,
    Phase,
    RoleType,
    Seniority,
    Setting,
    Situation,
)

RUNS = 500
LIMIT_MS = 5.0


def full(phase: Phase) -> Situation:
    """Every fact known, every condition that can be met."""
    return Situation(
        phase=phase,
        number=2,
        settings=frozenset(Setting),
        formats=frozenset(Format),
        materials=frozenset(Material),
        sessions=4,
        interviewer_kinds=frozenset(InterviewerKind),
        interviewers=20,
        titles=tuple((kind, f"head of {kind}") for kind in InterviewerKind),
        role_type=RoleType.TECHNICAL,
        seniority=Seniority.LEADERSHIP,
        new_to_job_hunting=True,
        starts_known=True,
        length_known=True,
        minutes_until_start=20_000,
        has_log=True,
        log=frozenset(Logged),
        has_debrief=False,
        promised=True,
        overdue=True,
        thank_yous_owed=20,
        status_check_sent=False,
        red_flags_noted=True,
        pay_raised=PayRaised.BY_THEM,
    )


def milliseconds(
    situation: Situation,
    *,
    runs: int = RUNS,
    clock: Callable[[], float] = time.perf_counter,
) -> list[float]:
    library = load()
    done = {advice.id for advice in list(library)[::5]}
    times = []
    for _ in range(runs):
        start = clock()
        choose(library, situation, done=done)
        times.append((clock() - start) * 1000)
    return times


def p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]


def main() -> int:
    worst = 0.0
    sys.stdout.write(f"choosing advice, {len(load())} items, {platform.machine()}, ")
    sys.stdout.write(f"Python {platform.python_version()}\n")
    sys.stdout.write(f"{'phase':<14}{'p50 ms':>8}{'p95 ms':>8}\n")
    for phase in Phase:
        times = milliseconds(full(phase))
        worst = max(worst, p95(times))
        middle = statistics.median(times)
        sys.stdout.write(f"{phase:<14}{middle:>8.2f}{p95(times):>8.2f}\n")
    return int(worst >= LIMIT_MS)


if __name__ == "__main__":
    sys.exit(main())
