"""Says "look now" every few seconds: `python -m config.beat`.

`celery --app config.beat beat` does the same and takes more memory.
An application of its own that knows the names of the tasks and loads none of them:
beat needs neither Django nor the database.
"""

from __future__ import annotations

import os
import time
from datetime import timedelta
from typing import Any, cast

from celery import Celery
from celery.beat import ScheduleEntry, Scheduler

from config.background import CELERY, beat_schedule

app = Celery(
    "callback",
    broker=os.environ.get("REDIS_URL") or "redis://127.0.0.1:6379/0",
    fixups=[],  # none: they would load Django
)
app.conf.update(CELERY)
app.conf.beat_schedule = beat_schedule(
    int(os.environ.get("REMINDER_TICK_SECONDS") or 15)
)


class SteadyScheduler(Scheduler):
    """Every entry by the seconds that passed, not by the clock on the wall.

    Celery's own compares wall times: set the clock back a day and no reminder leaves
    for a day. Nothing is stored: a beat begins by asking for everything at once.
    """

    def __init__(self, *arguments: Any, **options: Any) -> None:
        self._next: dict[str, float] = {}
        super().__init__(*arguments, **options)

    def tick(self, *_heap: Any, **_more: Any) -> float:
        """Send what is due; returns the seconds until something is due again."""
        now = time.monotonic()
        for name, entry in self.schedule.items():
            if self._next.get(name, now) <= now:
                self._next[name] = now + _seconds_between(entry)
                self.apply_entry(entry, producer=self.producer)
        return max(0.0, min(self._next.values()) - time.monotonic())


def _seconds_between(entry: ScheduleEntry) -> float:
    every: timedelta = cast("Any", entry.schedule).run_every
    return every.total_seconds()


if __name__ == "__main__":
    # As Celery's command line does it, which loads the tools of a shell: 10 MB.
    ours = cast("Any", SteadyScheduler)
    app.Beat(scheduler=ours, loglevel="WARNING", quiet=True).run()
