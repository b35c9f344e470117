"""How many mails a second leave, beside the limit and beside a package for the same.

All send the same mails to the same mail server: a process of its own that writes each
accepted Message-ID to the disk before it answers. Ours are sent by
`background.look()`, as the worker's task runs it, in forked processes. The plans were
looked at within the hour, as the background does.
"""

from __future__ import annotations

import os
import smtplib
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from django.conf import settings
from django.db import connections
from django.utils import timezone

from accounts.models import User
from applications.models import Application
from benchmarks.reminders_report import Report
from reminders import background, tasks
from reminders.models import Message, PlanCheck
from tests.faults import crowd, fleet

WORKERS = (1, 2, 4)
MAILS = 600
# Of the bare loop, with two workers: what is promised, and what is aimed at.
SHARE, AIM = 35.0, 70.0
_PATIENCE_SECONDS = 300.0
_SENDER = "callback@example.com"


def measure(report: Report, folder: Path) -> None:
    report.part(f"Sending {MAILS} mails")
    log = folder / "accepted.txt"
    log.touch()
    with fleet.sink(log) as port:
        _write_to(port)
        _warm_up()
        rates = {count: _ours(count, log) for count in WORKERS}
        mails = _frozen()
        twice = _twice(log)
        bare = max(_bare(port, mails), _bare(port, mails))
        one_by_one = _package(port, mails, folder, batch=1)
        in_batches = _package(port, mails, folder, batch=100)
    report.figure("a bare loop of smtplib, one connection", bare, "mails/s")
    for count, rate in rates.items():
        _tell(report, count, rate, bare)
    report.figure(
        "django-post_office, one mail a batch",
        one_by_one,
        "mails/s",
        note="a kill repeats at most one mail",
    )
    report.figure(
        "django-post_office, a hundred a batch",
        in_batches,
        "mails/s",
        note="a kill repeats up to a hundred",
    )
    report.figure(
        "2 workers, times the package one by one",
        rates[2] / one_by_one,
        "times",
        at_least=1,
    )
    report.figure("accepted twice", twice, "mails", at_most=0)
    report.figure("due, but not sent", _unsent(), "mails", at_most=0)


def _tell(report: Report, count: int, rate: float, bare: float) -> None:
    name = f"{count} worker{'' if count == 1 else 's'}"
    report.figure(name, rate, "mails/s")
    share = 100 * rate / bare
    promised = SHARE if count == 2 else None
    note = f"aim {AIM:.0f}" if count == 2 else ""
    what = f"{name}, of the bare loop"
    report.figure(what, share, "%", at_least=promised, note=note)


def _write_to(port: int) -> None:
    settings.EMAIL_CONFIGURED = True
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
    settings.DEFAULT_FROM_EMAIL = _SENDER


# --- ours -------------------------------------------------------------------------


def _ours(workers: int, log: Path) -> float:
    _make_due(MAILS)
    before = _lines(log)
    connections.close_all()
    pids = [_forked() for _ in range(workers)]
    began = time.monotonic()
    while _lines(log) < before + MAILS:
        assert time.monotonic() < began + _PATIENCE_SECONDS, "too slow to measure"  # noqa: S101
        time.sleep(0.02)
    seconds = time.monotonic() - began
    for pid in pids:
        _, status = os.waitpid(pid, 0)
        assert status == 0, "a worker failed"  # noqa: S101
    return MAILS / seconds


def _warm_up() -> None:
    """A worker lives for long: what it loads with its first mail is loaded here."""
    _make_due(owners=2)
    assert background.look() == 2  # noqa: S101


def _make_due(owners: int) -> None:
    """One thank-you note each for so many owners, planned and looked at just now."""
    newest = User.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    crowd.due(owners=owners, rounds=1)
    crowded = User.objects.filter(pk__gt=newest)
    now = timezone.now()
    PlanCheck.objects.bulk_create(
        PlanCheck(application=application, checked_at=now)
        for application in Application.objects.filter(owner__in=crowded)
    )


def _forked() -> int:
    """A worker's child: it sends until nothing is due, as tick after tick does."""
    pid = os.fork()
    if pid:
        return pid
    status = 1
    try:
        # What a worker says goes to its log; here nobody reads it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        tasks.settle_in()
        while background.look():
            pass
        status = 0
    finally:
        os._exit(status)


def _lines(log: Path) -> int:
    return log.read_bytes().count(b"\n")


def _twice(log: Path) -> int:
    accepted = log.read_text().split()
    return len(accepted) - len(set(accepted))


def _unsent() -> int:
    due = 2 + MAILS * len(WORKERS)
    return due - Message.objects.filter(state=Message.State.SENT).count()


def _frozen() -> list[bytes]:
    mimes = Message.objects.values_list("mime", flat=True)[:MAILS]
    return [bytes(mime) for mime in mimes]


# --- others -----------------------------------------------------------------------


def _bare(port: int, mails: Sequence[bytes]) -> float:
    """The limit: nothing is asked, nothing written down, one mail after the other."""
    with smtplib.SMTP("127.0.0.1", port) as smtp:
        began = time.monotonic()
        for number, mail in enumerate(mails):
            smtp.sendmail(_SENDER, f"crowd{number}@example.com", mail)
        return len(mails) / (time.monotonic() - began)


def _package(port: int, mails: Sequence[bytes], folder: Path, *, batch: int) -> float:
    sample = folder / "sample.eml"
    sample.write_bytes(mails[0])
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.reminders_package"],
        env={
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "benchmarks.reminders_package_settings",
            "SAMPLE": str(sample),
            "MAILS": str(len(mails)),
            "BATCH": str(batch),
            "SINK_PORT": str(port),
        },
        check=True,
        capture_output=True,
        text=True,
    )
    return float(done.stdout.split()[-1])
