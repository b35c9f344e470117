"""What must be done before the web process starts: `python -m config.stack.prepare`.

Migrations, the table of the cache, and the static files, in one process. With
`--static` only the static files, which need no database.
"""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path

import django
from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    if "--static" not in sys.argv:
        call_command("migrate", interactive=False, verbosity=0)
        call_command("createcachetable", verbosity=0)
    collect_static()


def collect_static() -> None:
    """Collect unless the very same files were collected last time: it takes seconds."""
    marker = Path(settings.STATIC_ROOT) / ".collected"
    now = _fingerprint()
    if marker.exists() and marker.read_text() == now:
        return
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
    main()
