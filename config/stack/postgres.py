"""PostgreSQL as a child: made once, started, asked whether it is there."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

from config.stack import processes
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
    psql: Path
    folder: Path
    port: int
    password: str
    account: Account | None = None
    options: dict[str, str] = field(default_factory=dict)

    @property
    def url(self) -> str:
        return f"postgres://{_USER}:{self.password}@127.0.0.1:{self.port}/{_DATABASE}"

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
        self._forget_dead_holder()

    def _forget_dead_holder(self) -> None:
        """Remove a lock whose process id is somebody else's by now.

        PostgreSQL asks only whether that id lives, and after a restart of the machine
        or a container it often does. We hold the data folder: nobody else starts one.
        """
        lock = self.folder / "postmaster.pid"
        try:
            pid = int(lock.read_text().split("\n", 1)[0])
            command = processes.command_of(pid)
        except (FileNotFoundError, ValueError):
            return
        if str(self.folder) not in command:
            lock.unlink()

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
            self._make_database(draft)
        finally:
            password.unlink()
        draft.rename(self.folder)

    def _run_initdb(self, folder: Path, password: Path) -> None:
        self._run(
            *(self.initdb, "-D", folder, "-U", _USER),
            *("--auth=scram-sha-256", f"--pwfile={password}"),
            # One order of letters on every machine.
            *("--encoding=UTF8", "--locale=C", "--locale-provider=builtin"),
            *("--builtin-locale=C.UTF-8", "--data-checksums"),
        )

    def _make_database(self, folder: Path) -> None:
        """In single-user mode: whoever reaches the server finds the database."""
        create = f"CREATE DATABASE {_DATABASE}\n"
        self._run(self.program, "--single", "-D", folder, "postgres", told=create)

    def _run(self, program: Path, *arguments: str | Path, told: str = "") -> None:
        ended = subprocess.run(
            [program, *arguments],
            input=told,
            check=False,
            cwd="/",
            env={**os.environ, "LC_ALL": "C"},
            capture_output=True,
            text=True,
            **(self.account.popen_arguments() if self.account else {}),
        )
        if ended.returncode:
            raise StackError(f"PostgreSQL's {program.name} failed:\n{ended.stderr}")

    def child(self) -> Child:
        options = {
            "listen_addresses": "127.0.0.1",
            "port": str(self.port),
            "unix_socket_directories": "",
            "timezone": "UTC",
            "log_timezone": "UTC",
            "log_line_prefix": "",
            # Pages ask for few rows each, of data that lies in memory: no reading of
            # whole tables, no compiler, no helpers.
            "random_page_cost": "1.1",
            "jit": "off",
            "max_parallel_workers_per_gather": "0",
            # The pages of an owner of 10,000 applications need less; what else there is
            # lies in the memory of the system, which gives it to others when needed.
            "shared_buffers": "16MB",
            "io_method": "sync",
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
        """A real query was answered. Asked too early, it would be logged as refused."""
        if not self._says_ready():
            return False
        try:
            ended = subprocess.run(
                [self.psql, "--no-psqlrc", "--command", "SELECT 1"],
                check=False,
                env={**os.environ, **self._address()},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                timeout=5,
            )
        except subprocess.TimeoutExpired:
            return False
        return ended.returncode == 0

    def _says_ready(self) -> bool:
        """As pg_ctl looks: the eighth line of its lock file tells how far it is."""
        try:
            lines = (self.folder / "postmaster.pid").read_text().splitlines()
        except FileNotFoundError:
            return False
        return [line.strip() for line in lines[7:8]] == ["ready"]

    def _address(self) -> dict[str, str]:
        """As libpq's programs are told it: a password never shows in a process list."""
        return {
            "PGHOST": "127.0.0.1",
            "PGPORT": str(self.port),
            "PGUSER": _USER,
            "PGPASSWORD": self.password,
            "PGDATABASE": _DATABASE,
            "PGCONNECT_TIMEOUT": "2",
        }


def version(program: Path) -> str:
    """Such as 18.1, from the program itself."""
    said = subprocess.check_output([program, "--version"], text=True)
    return said.split()[2]
