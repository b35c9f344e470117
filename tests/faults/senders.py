"""A process whose children send what is due, for tests that kill them.

`python -m tests.faults.senders 3` keeps three children alive. A fork is there at once, where a new Python would take a second.
"""

from __future__ import annotations

import os
import sys
import time

import django


def main(count: int) -> None:
    django.setup()
    for _ in range(count):
        _give_birth()
    while os.waitpid(-1, 0):
        _give_birth()


def _give_birth() -> None:
    if os.fork() == 0:
        _send_for_ever(os.getppid())


def _send_for_ever(parent: int) -> None:
    from reminders.tasks import tick

    while os.getppid() == parent:
        tick()
        time.sleep(0.1)
    os._exit(0)


if __name__ == "__main__":
    main(int(sys.argv[1]))
