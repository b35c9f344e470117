"""Where reminders are measured: PostgreSQL of its own, synced as `make run` has it."""

from __future__ import annotations

import os
import secrets
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import django
from django.core.management import call_command

from config.stack import account, folders, servers
from config.stack.children import Child
from config.stack.discovery import running_environment
from config.stack.postgres import Postgres
from tests.stack.running import passable, running


@contextmanager
def placed() -> Iterator[Path]:
    """A migrated database, gone afterwards, and Django set up to use it.

    Yields a folder that goes with it.
    """
    with tempfile.TemporaryDirectory(prefix="callback-bench-") as name:
        folder = Path(name)
        folder.chmod(0o711)  # root's servers pass through
        (folder / "data").mkdir(mode=0o700)
        child = _postgres(folder)
        try:
            django.setup()
            call_command("migrate", verbosity=0)
            yield folder
        finally:
            child.end(10)


@contextmanager
def stacked() -> Iterator[Path]:
    """The whole stack as `make run` starts it, its mail server a sink; else the same.

    Yields the folder with `data` and with the log of accepted mails.
    """
    with passable() as folder, ExitStack() as stack:
        log = folder / "accepted.txt"
        log.touch()
        address = f"smtp://127.0.0.1:{stack.enter_context(_sink(log))}"
        stack.enter_context(running(folder / "data", EMAIL_URL=address))
        os.environ |= running_environment(folder / "data")
        os.environ |= {"CALLBACK_DATA": str(folder / "data"), "EMAIL_URL": address}
        os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
        django.setup()
        yield folder


@contextmanager
def _sink(log: Path) -> Iterator[int]:
    port = servers.free_port()
    said = ("--port", str(port), "--log", str(log))
    with subprocess.Popen([sys.executable, "-m", "tests.sink", *said]) as sink:  # noqa: S603
        try:
            yield port
        finally:
            sink.terminate()


def _postgres(folder: Path) -> Child:
    owner = account.for_servers()
    programs, _ = folders.programs(owner)
    data, _ = folders.servers_data(folder / "data", owner, ours=True)
    postgres = Postgres(
        initdb=programs.initdb,
        program=programs.postgres,
        psql=programs.psql,
        folder=data / "postgres",
        port=servers.free_port(),
        password=secrets.token_urlsafe(),
        account=owner,
    )
    log = os.open(folder / "servers.log", os.O_WRONLY | os.O_CREAT, 0o600)
    child = servers.start(postgres, output=log)
    os.close(log)
    _tell(postgres.url, folder / "data")
    return child


def _tell(database_url: str, data: Path) -> None:
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "DATABASE_URL": database_url,
        # Nobody listens there: nothing here needs Redis.
        "REDIS_URL": "redis://127.0.0.1:1/0",
        "CALLBACK_DATA": str(data),
        "SECRET_KEY": secrets.token_urlsafe(64),
        "SITE_URL": "https://callback.example.com",
        "EMAIL_URL": "smtp://127.0.0.1:1",
    }
