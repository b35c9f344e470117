"""Redis only wakes workers: without it pages answer and rounds are saved."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator

import pytest

from tests.faults.stack.does import do
from tests.stack.running import Stack, running

QUICK_SECONDS = 2.0


@pytest.fixture
def stack(passable_folder) -> Iterator[Stack]:
    with running(passable_folder / "data", REMINDER_TICK_SECONDS="2") as stack:
        yield stack


def redis(stack: Stack) -> int:
    pid = stack.child("redis-server")
    assert pid
    return pid


def expect_quick_pages_and_saving(stack: Stack) -> None:
    began = time.monotonic()
    assert stack.get("/accounts/login/") == 200
    assert time.monotonic() - began < QUICK_SECONDS
    assert float(do(stack, "log_rounds(1)")) < QUICK_SECONDS


def expect_reminders_to_leave(stack: Stack) -> None:
    """Without a mail server they are kept as a file: the same way through Redis."""
    stack.wait_until(lambda: "scheduled" not in do(stack, "due()"), 120, "told")


def test_killed(stack):
    os.kill(redis(stack), signal.SIGKILL)

    expect_quick_pages_and_saving(stack)
    expect_reminders_to_leave(stack)


def test_wiped(stack):
    do(stack, "wipe_redis()")

    expect_quick_pages_and_saving(stack)
    expect_reminders_to_leave(stack)


def test_hanging(stack):
    hanging = redis(stack)
    os.kill(hanging, signal.SIGSTOP)
    try:
        expect_quick_pages_and_saving(stack)
    finally:
        os.kill(hanging, signal.SIGCONT)

    expect_reminders_to_leave(stack)
