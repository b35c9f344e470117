"""A process whose children send what is due, for tests that kill them.

`python -m tests.faults.senders 3` keeps three children alive. A fork is there at once, where a new Python would take a second.
"""

from __future__ import annotations

import os
import signal
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
    from django.db import connection

    from reminders.delivery import stopping
    from reminders.delivery.clock import UNAVAILABLE
    from reminders.tasks import tick

    signal.signal(signal.SIGTERM, lambda *_: stopping.ask())
    while os.getppid() == parent and not stopping.is_asked():
        try:
            tick()
        except UNAVAILABLE:
            connection.close()
        time.sleep(0.1)
    os._exit(0)


if __name__ == "__main__":
    main(int(sys.argv[1]))
