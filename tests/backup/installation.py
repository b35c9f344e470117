"""A second database on the test's PostgreSQL, and commands run against it for real."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

ROOT = Path(__file__).resolve().parents[2]
# Not brought back: who is signed in, how often somebody tried. Made anew: when which
# migration was applied, and when each plan was last checked.
_NOT_COMPARED = {
    "cache",
    "django_session",
    "usersessions_usersession",
    "django_migrations",
    "reminders_plancheck",
}


@dataclass
class Installation:
    """A database and a data folder of its own."""

    url: str
    data: Path

    def manage(self, *arguments: object, **environment: str) -> str:
        """Run a command of manage.py; what it said. Fails if the command did."""
        ended = self.try_to_manage(*arguments, **environment)
        assert ended.returncode == 0, ended.stdout + ended.stderr
        return ended.stdout

    def try_to_manage(
        self, *arguments: object, **environment: str
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "manage.py", *map(str, arguments)],
            cwd=ROOT,
            env={
                **os.environ,
                "DATABASE_URL": self.url,
                "CALLBACK_DATA": str(self.data),
                "SECRET_KEY": "",
                **environment,
            },
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )

    def do(self, statement: str, *values: object) -> list[Any]:
        with psycopg.connect(self.url) as connection:
            cursor = connection.execute(statement.encode(), values)
            return cursor.fetchall() if cursor.description else []

    def tables(self) -> dict[str, list[str]]:
        """Every row of every table, as text, in an order of its own."""
        names = self.do(
            "SELECT table_name FROM information_schema.tables"
            " WHERE table_schema = 'public' ORDER BY 1"
        )
        return {
            name: self._rows(name) for (name,) in names if name not in _NOT_COMPARED
        }

    def _rows(self, table: str) -> list[str]:
        # When a plan was last checked is made anew, like the table that says it of each.
        left_out = "ARRAY['checked_at']"
        rows = self.do(
            f'SELECT (to_jsonb(t) - {left_out})::text FROM "{table}" t ORDER BY 1'  # noqa: S608
        )
        return [row for (row,) in rows]


@contextmanager
def installed(
    name: str, folder: Path, *, like: str = "template1"
) -> Iterator[Installation]:
    """A database of that name, gone afterwards: empty, or a copy of another."""
    server = os.environ["DATABASE_URL"]
    base, _, _ = server.rpartition("/")
    called = sql.Identifier(name)
    make = sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(
        called, sql.Identifier(like)
    )
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(sql.SQL("DROP DATABASE IF EXISTS {}").format(called))
        connection.execute(make)
        folder.mkdir()
        yield Installation(f"{base}/{name}", folder)
        connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(called))
