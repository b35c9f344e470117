"""What planning costs: an edit of a round with six people, and healing 10,000 plans.

    python -m benchmarks.reminders_planning [APPLICATIONS]

Starts PostgreSQL for itself, as `make run` would. Prints a table; fails where the
promise of `docs/reminders.md` is not kept.
"""

from __future__ import annotations

import os
import platform
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from config.stack import account, folders, servers
from config.stack.children import Child
from config.stack.postgres import Postgres

if TYPE_CHECKING:
    from accounts.models import User
    from interviews.models import Round

PEOPLE = 6
EDITS = 200
APPLICATIONS = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
OWNERS = 100
LIMIT_MS = 20.0


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="callback-bench-") as name:
        folder = Path(name)
        folder.chmod(0o711)  # root's servers pass through
        (folder / "data").mkdir(mode=0o700)
        child = _database(folder)
        try:
            return _measure()
        finally:
            child.end(10)


def _database(folder: Path) -> Child:
    """A PostgreSQL of our own, migrated, and Django set up to use it."""
    owner = account.for_servers()
    programs, _ = folders.programs(owner)
    data, _ = folders.servers_data(folder / "data", owner, ours=True)
    postgres = Postgres(
        initdb=programs.initdb,
        program=programs.postgres,
        psql=programs.psql,
        folder=data / "postgres",
        port=servers.free_port(),
        password="bench",  # noqa: S106  (gone with its folder in a minute)
        account=owner,
        options={},
    )
    child = servers.start(
        postgres, output=os.open(folder / "log", os.O_CREAT | os.O_WRONLY)
    )
    os.environ |= {
        "DATABASE_URL": postgres.url,
        "REDIS_URL": "redis://127.0.0.1:1/0",
        "CALLBACK_DATA": str(folder / "data"),
        "SECRET_KEY": "bench" * 20,
        "EMAIL_URL": "",
        "DJANGO_SETTINGS_MODULE": "config.settings",
    }
    _set_up()
    return child


def _set_up() -> None:
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)


def _measure() -> int:
    from django.utils import timezone

    from accounts.models import User

    now = timezone.now()
    owner = User.objects.create(email="bench@example.com", time_zone="Europe/Berlin")
    edits = _edits(_round(owner, now), now)
    written = _crowd(now)
    checked, seconds = _healed(now)
    print(f"{platform.platform()}, {os.cpu_count()} cores\n")  # noqa: T201
    p50, p95 = statistics.median(edits), statistics.quantiles(edits, n=20)[-1]
    good = p50 < LIMIT_MS
    _row(f"plan of an edit, {PEOPLE} people, p50", f"{p50:.1f} ms", ok=good)
    _row("the same, p95", f"{p95:.1f} ms")
    _row("reconciled from nothing", f"{checked / seconds:.0f} applications/s")
    _row("reminder rows written", f"{written() / seconds:.0f} rows/s")
    again, seconds = _healed(now + timedelta(minutes=1))
    _row("reconciled, nothing to do", f"{again / seconds:.0f} applications/s")
    return 0 if good else 1


def _row(what: str, figure: str, *, ok: bool = True) -> None:
    print(f"{what:<36}{figure:>22}{'' if ok else '   too slow'}")  # noqa: T201


def _round(owner: User, now: datetime) -> Round:
    from applications.actions import create_application
    from interviews.actions import Person, SessionDetails, add_round

    application = create_application(
        owner=owner, company_name="Acme", role="Analyst", now=now
    )
    people = [Person(name=f"Person {n}") for n in range(PEOPLE)]
    start = now + timedelta(days=3)
    session = SessionDetails(time_zone="Europe/Berlin", starts_at=start)
    return add_round(application, number=1, session=session, people=people, now=now)


def _edits(round_: Round, now: datetime) -> list[float]:
    """Milliseconds that following a moved round takes: messages owed and reminders."""
    from django.db import transaction

    from applications.models import Application
    from interviews import followups
    from reminders.reconcile import reconcile

    found = []
    for n in range(EDITS):
        starts_at = now + timedelta(days=3, minutes=n)
        round_.sessions.update(starts_at=starts_at, ends_at=None)
        with transaction.atomic():
            application = Application.objects.lock(round_.application_id)
            began = time.perf_counter()
            followups.reconcile(application, now=now)
            reconcile(application, now=now)
            found.append((time.perf_counter() - began) * 1000)
    return found[10:]


def _crowd(now: datetime) -> Callable[[], int]:
    """Ten thousand applications with a round each, that nothing was planned for."""
    from django.db import connection

    from accounts.models import User
    from applications.models import Application, Company
    from interviews.models import Round, Session
    from reminders.models import Reminder

    crowd = User.objects.bulk_create(
        User(email=f"bench{n}@example.com", time_zone="Europe/Berlin")
        for n in range(OWNERS)
    )
    companies = Company.objects.bulk_create(
        Company(owner=o, name="Acme") for o in crowd
    )
    applications = Application.objects.bulk_create(
        Application(owner=c.owner, company=c, role=f"{n}", stage="interviewing")
        for c in companies
        for n in range(APPLICATIONS // OWNERS)
    )
    rounds = Round.objects.bulk_create(
        Round(application=a, number=1, timed_at=now) for a in applications
    )
    start = now + timedelta(days=3)
    Session.objects.bulk_create(
        Session(round=r, starts_at=start, time_zone="Europe/Berlin") for r in rounds
    )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    before = Reminder.objects.count()
    return lambda: Reminder.objects.count() - before


def _healed(now: datetime) -> tuple[int, float]:
    from reminders.reconcile import reconcile_some

    began = time.perf_counter()
    checked = reconcile_some(limit=APPLICATIONS, now=now)
    return checked, time.perf_counter() - began


if __name__ == "__main__":
    sys.exit(main())
