"""What must be done before the web process starts: `python -m config.stack.prepare`.

Migrations, the table of the cache, and the static files, in one process. With
`--static` only the static files, which need no database.
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import django
from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.db import OperationalError, connection
from environs import EnvValidationError

from config.environment import explain

# Any number, the same in all processes.
MIGRATING = 0x43414C4C


def main() -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    try:
        django.setup()
    except EnvValidationError as error:
        return explain(error)
    if "--static" not in sys.argv:
        if why_not := unreachable():
            sys.stderr.write(f"{why_not}\n")
            return 2
        migrate()
        if settings.DEMO:
            call_command("demo")
    collect_static()
    return 0


def unreachable() -> str:
    """Why the database cannot be reached, in a line for the operator; else nothing."""
    try:
        connection.ensure_connection()
    except OperationalError as error:
        why = " ".join(str(error).split())
        return f"The database that DATABASE_URL names cannot be reached: {why}"
    return ""


def migrate() -> None:
    """Bring the tables up to date; several that start at once take turns."""
    with alone():
        call_command("migrate", interactive=False, verbosity=0)
        call_command("createcachetable", verbosity=0)


@contextlib.contextmanager
def alone() -> Iterator[None]:
    """Hold a lock in PostgreSQL. It is let go of however this process ends."""
    held = connection.copy()
    try:
        with held.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [MIGRATING])
        yield
    finally:
        held.close()


def collect_static() -> None:
    """Collect unless the very same files were collected last time: it takes seconds."""
    target = Path(settings.STATIC_ROOT)
    marker, now = target / ".collected", _fingerprint()
    if _says(marker, now):  # nothing is written: the folder may be read-only
        return
    target.mkdir(parents=True, exist_ok=True)
    with (target / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not _says(marker, now):
            _collect(marker, now)


def _says(marker: Path, fingerprint: str) -> bool:
    return marker.exists() and marker.read_text() == fingerprint


def _collect(marker: Path, now: str) -> None:
    marker.unlink(missing_ok=True)
    call_command("collectstatic", interactive=False, verbosity=0)
    marker.write_text(now)


def _fingerprint() -> str:
    found = hashlib.sha256()
    for finder in get_finders():
        for path, storage in sorted(finder.list([]), key=lambda item: item[0]):
            state = Path(storage.path(path)).stat()
            found.update(f"{path} {state.st_size} {state.st_mtime_ns}\n".encode())
    return found.hexdigest()


if __name__ == "__main__":
    sys.exit(main())
