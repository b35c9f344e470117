"""How long the page of a round takes: `python -m benchmarks.round_page`.

Asked over HTTP of gunicorn as `make run` starts it, by one signed-in client, on a
data folder of its own. The round has everything filled in: twenty interviewers, four
sessions, tasks, lists, questions, stories, research, an earlier round written down.
Beside each figure stands how many queries the page makes.
"""

from __future__ import annotations

import http.client
import json
import statistics
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.stack import machine, say
from tests.stack.running import Stack, started

VISITS = 300
WARM_UP = 30
# p50 and p95 in milliseconds, as wanted for a machine with nothing else to do.
LIMITS = (13.0, 20.0)

# Runs inside Django on the stack's own database; prints what the visits need.
_PLANT = """
import json
from datetime import timedelta
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from tests.factories import create_user
from tests.interviews.full import full_round
owner, now, found = create_user(), timezone.now(), []
settings.ALLOWED_HOSTS = ["*"]
client = Client()
client.force_login(owner)
for name, days, people in (
    ("before, 20 people", 3, 20), ("before, 1 person", 3, 1), ("just after, 20", -1, 20),
):
    start = now + timedelta(days=days)
    url = full_round(owner, starts_at=start, now=now, people=people).get_absolute_url()
    client.get(url)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(url).status_code == 200
    found.append([name, url, len(asked)])
cookie = client.cookies[settings.SESSION_COOKIE_NAME].OutputString(attrs=[])
print(json.dumps([cookie, found]))
"""


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="callback-bench-") as name:
        folder = Path(name)
        folder.chmod(0o711)  # root's servers pass through
        with started(Stack(folder / "data")) as stack:
            stack.wait_until_ready()
            figures = measure(stack)
            stack.stop()
    report(figures)
    return 0


def measure(stack: Stack) -> list[tuple[str, int, list[float], int]]:
    """What is shown, queries, milliseconds of each visit, bytes of the page."""
    cookie, pages = json.loads(stack.shell(_PLANT).splitlines()[-1])
    return [
        (name, queries, *visits(stack.port, url, cookie))
        for name, url, queries in pages
    ]


def visits(port: int, url: str, cookie: str) -> tuple[list[float], int]:
    """One client, one connection, one visit after the other."""
    connection = http.client.HTTPConnection("localhost", port)
    times, size = [], 0
    for _ in range(WARM_UP + VISITS):
        began = time.perf_counter()
        connection.request("GET", url, headers={"Cookie": cookie})
        answer = connection.getresponse()
        size = len(answer.read())
        times.append((time.perf_counter() - began) * 1000)
        assert answer.status == 200, answer.status  # noqa: S101 -- else it means nothing
    connection.close()
    return times[WARM_UP:], size


def report(figures: list[tuple[str, int, list[float], int]]) -> None:
    """A table; what is slower than wanted is said, and fails nothing yet."""
    say(f"{machine()}, gunicorn as shipped, one client\n")
    say(f"{'round page':<20}{'queries':>8}{'kB':>6}{'p50 ms':>9}{'p95 ms':>9}")
    for name, queries, times, size in figures:
        p50, p95 = statistics.median(times), statistics.quantiles(times, n=20)[-1]
        kept = p50 <= LIMITS[0] and p95 <= LIMITS[1]
        said = "" if kept else f"  (wanted: {LIMITS[0]:.0f} / {LIMITS[1]:.0f})"
        say(f"{name:<20}{queries:>8}{size // 1000:>6}{p50:>9.1f}{p95:>9.1f}{said}")


if __name__ == "__main__":
    sys.exit(main())
