"""How quick the pages are, and how heavy: `python -m benchmarks.pages`.

gunicorn as `make run` starts it, on a data folder of its own; owners of 100, 1,000 and
10,000 applications among 200 others (SIZES="1000 10000" takes some of them). One
signed-in client on one connection, then eight at once. Fails where a promise is not
kept: each figure stands beside its limit.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import cycle, product
from pathlib import Path
from typing import Any

from benchmarks.pace import Pace
from benchmarks.pages_browser import look_at
from benchmarks.pages_client import Client
from benchmarks.stack import machine, memory_per_part, processor_seconds, say
from tests.stack.running import Stack, started

VISITS, WARM_UP, CLIENTS, BURSTS = 120, 20, 8, 16
# Seconds.
BURST = 0.5
# Moved in turn.
CARDS = 20
# Seconds, and the share of one processor that background work takes when it is idle.
PATIENCE, IDLE = 150.0, 0.1
MOST_QUERIES, MOST_MEMORY = 12, 450.0
FIRST_VISIT, REPEAT_VISIT, MOST_REQUESTS, FRAGMENT = 70_000, 15_000, 10, 8_000
# Milliseconds to the first row on the screen, and to answer a press; what may move.
FIRST_ROW, SLOWEST, MOST_SHIFT = {"desk": 400, "phone": 1000}, 100, 0.02
# p50 and p95 in milliseconds; where two stand, for up to 1,000 and for 10,000.
LIMITS = {
    "today": ((17, 22), (20, 30)),
    "table": ((20, 28), (20, 28)),
    "board": ((25, 35), (25, 35)),
    "application": ((13, 20), (13, 20)),
    "round": ((13, 20), (13, 20)),
    "move a card": ((10, 15), (10, 15)),
    "mark as sent": ((10, 15), (10, 15)),
}
PER_SECOND = (105, 95)
_LARGE = 10_000

# Runs inside Django on the stack's own database; prints what the visits need.
_PLANT = """
import json
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from applications.models import Application
from benchmarks.pages_plant import plant
from interviews.models import FollowUp
settings.ALLOWED_HOSTS = ["*"]
owners, others = plant({sizes})
found = {{}}
for size, owner in zip({sizes}, owners):
    client = Client()
    client.force_login(owner)
    live = Application.objects.filter(owner=owner, stage="interviewing")
    jobs = list(live.filter(heard_at__gt=timezone.now()).order_by("pk")[:{cards}])
    job = jobs[0]
    met = job.rounds.order_by("-number").first()
    note = FollowUp.objects.for_user(owner).owed(timezone.now()).thank_yous().first()
    pages = {{
        "today": reverse("dashboard:today"),
        "table": reverse("applications:list"),
        "board": reverse("applications:board"),
        "application": job.get_absolute_url(),
        "round": met.get_absolute_url(),
    }}
    queries = {{}}
    for name, url in pages.items():
        client.get(url)
        with CaptureQueriesContext(connection) as asked:
            assert client.get(url).status_code == 200, url
            queries[name] = len(asked.captured_queries)
    found[size] = {{
        "pages": pages, "queries": queries,
        "moves": [reverse("applications:move", args=[job.pk]) for job in jobs],
        "sent": reverse("interviews:follow_up_sent", args=[note.pk]),
        "reopen": reverse("interviews:follow_up_reopen", args=[note.pk]),
        "cookies": {{name: c.value for name, c in client.cookies.items()}},
        "csrf": client.cookies[settings.CSRF_COOKIE_NAME].value,
    }}
print(json.dumps([others, found]))
"""


@dataclass(frozen=True)
class Row:
    """One line of the report; `limit` is in the same words as `found`."""

    what: str
    found: str
    limit: str
    is_kept: bool


def main() -> int:
    sizes = [int(size) for size in os.environ.get("SIZES", "100 1000 10000").split()]
    with tempfile.TemporaryDirectory(prefix="callback-bench-") as name:
        folder = Path(name)
        folder.chmod(0o711)  # root's servers pass through
        with started(Stack(folder / "data")) as stack:
            stack.wait_until_ready()
            others, found = _planted(stack, sizes)
            say(f"{machine()}, gunicorn as shipped; 200 others with {others:,} rows")
            say(f"background work of the planted rows: {_wait_until_idle(stack):.0f} s")
            kept = [_report(row) for row in _rows(stack, sizes, found)]
            stack.stop()
    return 0 if all(kept) else 1


def _planted(stack: Stack, sizes: list[int]) -> tuple[int, dict[str, Any]]:
    told = stack.shell(_PLANT.format(sizes=sizes, cards=CARDS), seconds=200)
    others, found = json.loads(told.splitlines()[-1])
    return others, found


def _wait_until_idle(stack: Stack) -> float:
    """Rows that came from nowhere are planned for: that is not what is measured.

    Returns the seconds waited, at most `PATIENCE`.
    """
    began = time.monotonic()
    waited = 0.0
    while waited < PATIENCE and _share_of_processor(stack) > IDLE:
        waited = time.monotonic() - began
    return waited


def _share_of_processor(stack: Stack) -> float:
    """Of one processor, over five seconds, by all parts of the stack."""
    pids = {stack.process.pid, *stack.descendants()}
    before = sum(map(processor_seconds, pids))
    time.sleep(5)
    return (sum(map(processor_seconds, pids)) - before) / 5


def _rows(stack: Stack, sizes: list[int], found: dict[str, Any]) -> Iterator[Row]:
    pace = Pace()
    for size in sizes:
        own = found[str(size)]
        say(f"\n{size:,} applications")
        client = Client(stack.port, own["cookies"], own["csrf"])
        yield from _pages(client, own, size, pace)
        yield from _acts(client, own, size, pace)
        yield _load(stack.port, own, size, pace)
        yield _memory(stack)
    client = Client(stack.port, own["cookies"], own["csrf"])
    yield from _weight(client, own)
    yield from _seen(stack.port, own, pace)
    say(f"\nat the machine's own pace: {pace.counted} of {pace.made} measurements")


def _pages(client: Client, own: dict[str, Any], size: int, pace: Pace) -> Iterator[Row]:
    for name, url in own["pages"].items():
        times = _timed(pace, partial(client.get, url))
        row = _speed(name, times, size)
        queries = own["queries"][name]
        yield Row(
            row.what,
            f"{row.found}, {queries} queries",
            f"{row.limit}, {MOST_QUERIES}",
            row.is_kept and queries <= MOST_QUERIES,
        )


def _acts(client: Client, own: dict[str, Any], size: int, pace: Pace) -> Iterator[Row]:
    stages = ("screening", "interviewing")
    # To one stage and back, one card after the other: each has the history of a card.
    turn = cycle(product(stages, own["moves"]))

    def move() -> bytes:
        stage, card = next(turn)
        return client.post(card, {"stage": stage})

    yield _act("move a card", _timed(pace, move), move(), size)
    sent = partial(client.post, own["sent"], {"next": "/"})
    reopened = partial(client.post, own["reopen"], {"next": "/"})
    times = _timed(pace, sent, first=reopened)
    yield _act("mark as sent", times, reopened(), size)


def _act(name: str, times: list[float], body: bytes, size: int) -> Row:
    row = _speed(name, times, size)
    fits = len(body) <= FRAGMENT
    found = f"{row.found}, {len(body):,} bytes"
    return Row(row.what, found, f"{row.limit}, {FRAGMENT:,}", row.is_kept and fits)


def _timed(
    pace: Pace, visit: Callable[[], bytes], *, first: Callable[[], object] | None = None
) -> list[float]:
    """Milliseconds of each visit once warm; what has to be done first is not timed."""

    def once() -> float:
        if first:
            first()
        began = time.perf_counter()
        visit()
        return (time.perf_counter() - began) * 1000

    for _ in range(WARM_UP):
        once()
    return pace.measured(once, wanted=VISITS)


def _speed(name: str, times: list[float], size: int) -> Row:
    p50, p95 = statistics.median(times), statistics.quantiles(times, n=20)[-1]
    most = LIMITS[name][size >= _LARGE]
    return Row(
        name,
        f"{p50:.1f} / {p95:.1f} ms",
        f"{most[0]} / {most[1]} ms",
        p50 <= most[0] and p95 <= most[1],
    )


def _load(port: int, own: dict[str, Any], size: int, pace: Pace) -> Row:
    """Eight clients ask for Today as fast as they are answered, in short bursts.

    A neighbour seen before or behind a burst was there in it; in a long one there may
    be another that is not seen.
    """

    def ask(client: Client) -> float:
        count, began = 0, time.monotonic()
        while time.monotonic() < began + BURST:
            client.get(own["pages"]["today"])
            count += 1
        return count / (time.monotonic() - began)

    def burst() -> float:
        return sum(pool.map(ask, clients))

    clients = [Client(port, own["cookies"], own["csrf"]) for _ in range(CLIENTS)]
    with ThreadPoolExecutor(CLIENTS) as pool:
        burst()
        rate = statistics.mean(pace.measured(burst, wanted=BURSTS))
    least = PER_SECOND[size >= _LARGE]
    return Row(
        "Todays a second, 8 clients", f"{rate:.0f}", f"at least {least}", rate >= least
    )


def _memory(stack: Stack) -> Row:
    parts = memory_per_part({stack.process.pid, *stack.descendants()})
    total = sum(parts.values())
    say("  ".join(f"{part} {size:.0f} MB" for part, size in parts.items()))
    return Row(
        "memory of the stack",
        f"{total:.0f} MB",
        f"{MOST_MEMORY:.0f} MB",
        total <= MOST_MEMORY,
    )


def _weight(client: Client, own: dict[str, Any]) -> Iterator[Row]:
    """What a browser fetches for Today: the first time, and once it keeps the rest."""
    url = own["pages"]["today"]
    page = client.get(url, compressed=True)
    html = client.get(url).decode()
    links = re.findall(r'<(?:link|script|use)\b[^>]*\b(?:href|src)="([^"#]+)', html)
    files = sorted({link for link in links if "/static/" in link})
    total = len(page) + sum(len(client.get(f, compressed=True)) for f in files)
    requests = 1 + len(files)
    say("\nweight, compressed")
    yield Row(
        "first visit",
        f"{total:,} bytes, {requests} requests",
        f"{FIRST_VISIT:,}, {MOST_REQUESTS}",
        total <= FIRST_VISIT and requests <= MOST_REQUESTS,
    )
    yield Row(
        "repeat visit",
        f"{len(page):,} bytes",
        f"{REPEAT_VISIT:,}",
        len(page) <= REPEAT_VISIT,
    )


def _seen(port: int, own: dict[str, Any], pace: Pace) -> Iterator[Row]:
    """The same page in a browser, with an empty cache and then with a full one."""
    if shutil.which("chromium") is None:
        say("no Chromium: not looked at in a browser")
        return
    found = look_at(port, own["pages"]["today"], own["cookies"], pace)
    for who, seen in found.items():
        most = FIRST_ROW[who]
        row = f"{seen.row:.0f} ms"
        yield Row(f"{who}: first row", row, f"{most} ms", seen.row <= most)
        moved = seen.shift <= MOST_SHIFT
        yield Row(f"{who}: moves (CLS)", f"{seen.shift:.3f}", f"{MOST_SHIFT}", moved)
        quick = seen.slowest <= SLOWEST
        slowest = f"{seen.slowest:.0f} ms"
        yield Row(f"{who}: slowest press (INP)", slowest, f"{SLOWEST} ms", quick)
        yield Row(
            f"{who}: over the wire",
            f"{seen.first_bytes:,} in {seen.requests}, then {seen.repeat_bytes:,}",
            f"{FIRST_VISIT:,} in {MOST_REQUESTS}, then {REPEAT_VISIT:,}",
            seen.first_bytes <= FIRST_VISIT
            and seen.requests <= MOST_REQUESTS
            and seen.repeat_bytes <= REPEAT_VISIT,
        )


def _report(row: Row) -> bool:
    said = "" if row.is_kept else "  MISSED"
    say(f"{row.what:<28}{row.found:<34}({row.limit}){said}")
    return row.is_kept


if __name__ == "__main__":
    sys.exit(main())
