"""A disk that is full, a clock that jumps: a clear word, and nothing is lost."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.stack.does import do
from tests.stack.running import Stack, running, started

ROUNDS = 3


@pytest.fixture
def small_disk(passable_folder) -> Iterator[Path]:
    if os.geteuid() != 0:
        pytest.skip("only root mounts a file system")
    disk = passable_folder / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=250m,mode=0711", "tmpfs", disk]
    if subprocess.run(mount, check=False).returncode:
        pytest.skip("this machine lets nobody mount a file system")
    yield disk
    subprocess.run(["umount", "--lazy", disk], check=True)


def fill(disk: Path) -> Path:
    filler = disk / "filler"
    subprocess.run(
        ["dd", "if=/dev/zero", f"of={filler}", "bs=1M"],
        check=False,
        capture_output=True,
    )
    assert os.statvfs(disk).f_bavail == 0
    return filler


def test_a_full_disk(small_disk, passable_folder):
    log = passable_folder / "stack.log"
    settings = {"REMINDER_TICK_SECONDS": "2"}
    with started(Stack(small_disk / "data", log=log, settings=settings)) as stack:
        stack.wait_until_ready()
        do(stack, f"log_rounds({ROUNDS})")

        filler = fill(small_disk)
        stack.wait_until(lambda: "disk is nearly full" in stack.said(), 60, "told")
        refused = stack.manage("shell", "-v", "0", "-c", MANY_ROWS)
        assert refused.returncode != 0

        filler.unlink()
        stack.wait_until(lambda: "room on the disk again" in stack.said(), 60, "told")
        stack.wait_until(lambda: counts(stack) == ROUNDS, 120, "counting again")
        stack.wait_until(stack.answers, 60, "answering again")
        do(stack, "expect_one_more_to_leave()")
        stack.stop()


# More than what is left of PostgreSQL's own files holds.
MANY_ROWS = """
from django.db import connection
with connection.cursor() as cursor:
    cursor.execute(
        "CREATE TABLE full_disk AS SELECT repeat(md5(n::text), 100) "
        "FROM generate_series(1, 200000) AS n"
    )
"""


def counts(stack: Stack) -> int | None:
    code = "from tests.faults.stack import deeds; deeds.rounds()"
    said = stack.manage("shell", "-v", "0", "-c", code).stdout.strip()
    return int(said) if said else None


def test_a_start_on_a_full_disk(small_disk):
    fill(small_disk)

    with started(Stack(small_disk / "data", log=Path(f"{small_disk}.log"))) as stack:
        assert stack.process.wait(60) != 0
        assert "No space left on device" in stack.said()
        assert "Traceback" not in stack.said()


JUMPING = Path(__file__).parent / "jumping"
A_DAY = 24 * 3600


@pytest.mark.parametrize(("jump", "way"), [(-A_DAY, "back"), (A_DAY, "forward")])
def test_the_clock_jumps(passable_folder, jump, way):
    """Set a day back or forward, reminders leave within a tick as before."""
    clock = passable_folder / "clock"
    clock.write_text("0")
    jumping = {"PYTHONPATH": str(JUMPING), "CLOCK_FILE": str(clock)}
    data = passable_folder / "data"
    with running(data, REMINDER_TICK_SECONDS="2", **jumping) as stack:
        do(stack, f"log_rounds({ROUNDS})")
        stack.wait_until(lambda: "scheduled" not in do(stack, "due()"), 60, "told")

        clock.write_text(str(jump))

        stack.wait_until(lambda: f"went {way} by 1440" in stack.said(), 60, "told")
        do(stack, "expect_more_ticks(3)")
        do(stack, "expect_one_more_to_leave()")
        assert int(do(stack, "rounds()")) >= ROUNDS
        assert stack.answers()
