"""`python -m config worker`: Celery's worker on the one machine.

The same as `celery --app config worker`, without Celery's command line: that loads the
tools of a shell, 7 MB that stay for as long as the worker runs.
"""

from __future__ import annotations

import sys

from config.celery import app

# One person's mails are few, and a second process takes 25 MB: they leave as soon after
# they are due with one (`benchmarks.reminders`). Containers and services run two.
_PROCESSES = 1


def main() -> int:
    worker = app.Worker(
        concurrency=_PROCESSES,
        loglevel="WARNING",
        quiet=True,
        # One machine: there are no other workers to talk to.
        without_gossip=True,
        without_mingle=True,
    )
    worker.start()
    return int(worker.exitcode or 0)


if __name__ == "__main__":
    if sys.argv[1:] != ["worker"]:
        sys.exit("usage: python -m config worker")
    sys.exit(main())
