"""The promises of the reminders as figures: one table, the machine named.

    python -m benchmarks.reminders [--only rate claim …] [--large]

Fails where a promise is missed. Each part has servers and a folder of its own, and
leaves nothing behind.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from importlib import import_module
from multiprocessing import get_context
from pathlib import Path

from benchmarks.reminders_place import placed, stacked
from benchmarks.reminders_report import Report

Place = Callable[[], AbstractContextManager[Path]]
PARTS: dict[str, Place] = {
    "rate": placed,
    "claim": placed,
    "planning": placed,
    "lateness": stacked,
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", nargs="+", choices=PARTS, default=list(PARTS))
    parser.add_argument(
        "--large", action="store_true", help="claim also beside ten million reminders"
    )
    asked = parser.parse_args()
    report = Report()
    for part in asked.only:
        # Django is set up once in a process, and each part has another database.
        with get_context("spawn").Pool(1) as pool:
            report.add(pool.apply(measured, (part, asked.large)))
    return report.show()


def measured(name: str, large: bool) -> Report:  # noqa: FBT001
    report = Report()
    with PARTS[name]() as folder:
        # Models can be imported only now.
        part = import_module(f"benchmarks.reminders_{name}")
        more = {"large": True} if large and name == "claim" else {}
        part.measure(report, folder, **more)
    return report


if __name__ == "__main__":
    sys.exit(main())
