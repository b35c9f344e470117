"""Beat asks for each task every so many seconds, wherever the clock is set to."""

from __future__ import annotations

import subprocess
import sys
from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from config import beat


@pytest.fixture
def asked(monkeypatch) -> list[str]:
    """The tasks beat asked for, in order."""
    names: list[str] = []
    monkeypatch.setattr(
        beat.SteadyScheduler,
        "apply_entry",
        lambda self, entry, producer=None: names.append(entry.name),
    )
    monkeypatch.setattr(beat.SteadyScheduler, "producer", None)
    return names


@pytest.fixture
def passed(monkeypatch) -> list[float]:
    """The seconds that have passed, to be set by the test."""
    seconds = [1000.0]
    monkeypatch.setattr("config.beat.time.monotonic", lambda: seconds[0])
    return seconds


@pytest.mark.parametrize("days", [-1, 0, 1])
def test_every_so_many_seconds(asked, passed, days):
    scheduler = beat.SteadyScheduler(app=beat.app)

    assert scheduler.tick() == 15
    assert sorted(asked) == ["reconcile", "tick"]
    with time_machine.travel(timezone.now() + timedelta(days=days)):
        passed[0] += 14
        assert scheduler.tick() == 1
        passed[0] += 1
        assert scheduler.tick() == 15

    assert asked.count("tick") == 2
    assert asked.count("reconcile") == 1


SEES_NO_DJANGO = """
import sys
from config.beat import SteadyScheduler, app
app.finalize()
assert len(SteadyScheduler(app).schedule) == 2
sys.exit("django.conf" in sys.modules)  # some of it Celery loads itself
"""


def test_it_does_without_django():
    ended = subprocess.run([sys.executable, "-c", SEES_NO_DJANGO], check=False)

    assert ended.returncode == 0
