"""The database's password, made once: `python -m config.pgpass FOLDER`.

PostgreSQL reads it from FOLDER/postgres-password when it sets itself up; whoever
connects names FOLDER/pgpass as `passfile` in DATABASE_URL. Both are for their owner
only (libpq refuses a password file that others may read).
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from config.kept import kept_secret


def make(folder: Path) -> None:
    password = kept_secret(folder / "postgres-password")
    # host:port:database:user:password; the password holds neither : nor \.
    draft = folder / f".pgpass.{os.getpid()}"
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT, 0o600), "w") as file:
        file.write(f"*:*:*:*:{password}\n")
    draft.replace(folder / "pgpass")


if __name__ == "__main__":
    make(Path(sys.argv[1]))
