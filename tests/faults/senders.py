"""A process whose children send what is due, for tests that kill them.

`python -m tests.faults.senders 3` keeps three children alive and prints the number
of each new one. A fork is there at once, where a new Python would take a second.
"""

from __future__ import annotations

import os
import sys
import time

import django


def main(count: int) -> None:
    django.setup()
    children = {_child() for _ in range(count)}
    while os.getppid() != 1:
        gone, _ = os.waitpid(-1, 0)
        children.discard(gone)
        children.add(_child())


def _child() -> int:
    pid = os.fork()
    if pid == 0:
        _send_for_ever(os.getppid())
    sys.stdout.write(f"{pid}\n")
    sys.stdout.flush()
    return pid


def _send_for_ever(parent: int) -> None:
    from reminders.tasks import tick

    while os.getppid() == parent:
        tick()
        time.sleep(0.1)
    os._exit(0)


if __name__ == "__main__":
    main(int(sys.argv[1]))
