"""PostgreSQL as a child: made once, started, asked whether it is there."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

import psycopg
from psycopg import sql

from config.stack.account import Account
from config.stack.children import Child
from config.stack.problem import StackError

MAJOR = "18"
_USER = "callback"
_DATABASE = "callback"


@dataclass
class Postgres:
    """One server on 127.0.0.1 with its files in `folder`."""

    initdb: Path
    program: Path
    folder: Path
    port: int
    password: str
    account: Account | None = None
    options: dict[str, str] = field(default_factory=dict)

    @property
    def url(self) -> str:
        return self._url(_DATABASE)

    def _url(self, database: str) -> str:
        return f"postgres://{_USER}:{self.password}@127.0.0.1:{self.port}/{database}"

    def initialise(self) -> None:
        """Make the files unless they are there; a half-made set is made anew."""
        version = self.folder / "PG_VERSION"
        if not self.folder.exists():
            self._make()
        elif (found := version.read_text().strip()) != MAJOR:
            raise StackError(
                f"{self.folder} was made by PostgreSQL {found}; this one is {MAJOR}. "
                "Move the data over with pg_dump of that version."
            )

    def _make(self) -> None:
        draft = self.folder.with_name(f"{self.folder.name}.new")
        shutil.rmtree(draft, ignore_errors=True)
        draft.mkdir(mode=0o700)
        password = draft.with_suffix(".password")
        password.unlink(missing_ok=True)
        with os.fdopen(os.open(password, os.O_WRONLY | os.O_CREAT, 0o600), "w") as file:
            file.write(self.password)
        if self.account:
            self.account.give(draft)
            self.account.give(password)
        try:
            self._run_initdb(draft, password)
        finally:
            password.unlink()
        draft.rename(self.folder)

    def _run_initdb(self, folder: Path, password: Path) -> None:
        ended = subprocess.run(
            [
                *(self.initdb, "-D", folder, "-U", _USER),
                *("--auth=scram-sha-256", f"--pwfile={password}"),
                # One order of letters on every machine.
                *("--encoding=UTF8", "--locale=C", "--locale-provider=builtin"),
                *("--builtin-locale=C.UTF-8", "--data-checksums"),
            ],
            check=False,
            cwd="/",
            env={**os.environ, "LC_ALL": "C"},
            capture_output=True,
            text=True,
            **(self.account.popen_arguments() if self.account else {}),
        )
        if ended.returncode:
            raise StackError(f"PostgreSQL's initdb failed:\n{ended.stderr}")

    def child(self) -> Child:
        options = {
            "listen_addresses": "127.0.0.1",
            "port": str(self.port),
            "unix_socket_directories": "",
            "timezone": "UTC",
            "log_timezone": "UTC",
            "log_line_prefix": "",
            # Refused statements are for the application to report.
            "log_min_messages": "fatal",
            **self.options,
        }
        settings = [f"--{name}={value}" for name, value in options.items()]
        return Child(
            "postgres",
            [self.program, "-D", self.folder, *settings],
            environment={"LC_ALL": "C"},
            folder=Path("/"),
            account=self.account,
            stop_signal=signal.SIGINT,  # "fast": ends sessions, writes everything
        )

    def is_ready(self) -> bool:
        """A real query was answered; makes our database on the first one."""
        try:
            with psycopg.connect(
                self._url("postgres"), connect_timeout=2, autocommit=True
            ) as connection:
                found = connection.execute(
                    "SELECT 1 FROM pg_database WHERE datname = %s", [_DATABASE]
                ).fetchone()
                if not found:
                    connection.execute(
                        sql.SQL("CREATE DATABASE {}").format(sql.Identifier(_DATABASE))
                    )
        except psycopg.OperationalError:
            return False
        return True
