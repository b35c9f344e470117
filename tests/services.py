"""Loaded by pytest before Django: real PostgreSQL and Redis for this run only.

The process that starts the run (with xdist: the controller) starts both servers on
free ports and tells their addresses through the environment, which the workers
inherit. Nothing the developer set in the environment or `.env` gets through.
"""

from __future__ import annotations

import atexit
import os
import secrets
import shutil
import tempfile
from collections.abc import Generator
from pathlib import Path

import pytest

from config.stack import account, folders, servers
from config.stack.children import Child
from config.stack.postgres import Postgres
from config.stack.redis import Redis

_MARK = "CALLBACK_TEST_SERVICES"
_ROOT = Path(__file__).resolve().parent.parent

# Speed matters here and a crash loses nothing.
_FORGETFUL = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


class Services:
    """Both servers and the data folder of one test run."""

    def __init__(self) -> None:
        self.data = Path(tempfile.mkdtemp(prefix="callback-test-"))
        self.children: list[Child] = []

    def start(self) -> None:
        owner = account.for_servers()
        programs, _ = folders.programs(owner)
        data, _ = folders.servers_data(self.data, owner, ours=True)
        log = os.open(self.data / "servers.log", os.O_WRONLY | os.O_CREAT, 0o600)
        postgres = Postgres(
            initdb=programs.initdb,
            program=programs.postgres,
            psql=programs.psql,
            folder=data / "postgres",
            port=servers.free_port(),
            password=secrets.token_urlsafe(),
            account=owner,
            options=_FORGETFUL | {"max_connections": "200"},
        )
        self.children.append(servers.start(postgres, output=log))
        redis = Redis(
            program=programs.redis_server,
            folder=data / "redis",
            port=servers.free_port(),
            password=secrets.token_urlsafe(),
            account=owner,
        )
        self.children.append(servers.start(redis, output=log))
        os.close(log)
        self._tell(postgres.url, redis.url)

    def _tell(self, database_url: str, redis_url: str) -> None:
        """Set every name the settings read; empty means not given."""
        os.environ.update(
            {
                _MARK: str(os.getpid()),
                "DATABASE_URL": database_url,
                "REDIS_URL": redis_url,
                "CALLBACK_DATA": str(self.data),
                "SECRET_KEY": secrets.token_urlsafe(64),
                "PORT": "8000",
                "SITE_URL": "http://localhost:8000",
                "REGISTRATION_OPEN": "true",
                "DEBUG": "false",
                "EMAIL_URL": "",
                "TRUSTED_PROXIES": "",
                "OIDC_SERVER_URL": "",
                "OIDC_CLIENT_ID": "",
                "OIDC_CLIENT_SECRET": "",
                "OIDC_NAME": "",
                "OIDC_ONLY": "",
                "ADMIN_PATH": "",
                "DEFAULT_FROM_EMAIL": "",
                "REMINDER_LEASE_SECONDS": "",
                "REMINDER_SWEEP_SECONDS": "",
                "REMINDER_TICK_SECONDS": "",
                "REMINDER_STOP_SECONDS": "",
                "REMINDER_DOUBT_SECONDS": "",
                "REMINDER_IN_DOUBT": "",
                "REMINDER_RELAY_LOG": "",
                "LOG_FORMAT": "",
                "LOG_LEVEL": "",
            }
        )

    def stop(self) -> None:
        for child in reversed(self.children):
            child.end(10)
        shutil.rmtree(self.data, ignore_errors=True)


@pytest.hookimpl(wrapper=True)
def pytest_load_initial_conftests() -> Generator[None, object, object]:
    """Runs before pytest-django reads the settings: a wrapper comes first."""
    # Playwright keeps an event loop in the thread in which tests use the database.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    # WhiteNoise wants the folder to be there.
    (_ROOT / "build" / "static").mkdir(parents=True, exist_ok=True)
    (_ROOT / "build" / "assets").mkdir(parents=True, exist_ok=True)
    if _MARK not in os.environ:
        services = Services()
        atexit.register(services.stop)
        services.start()
    elif worker := os.environ.get("PYTEST_XDIST_WORKER"):
        _have_own_folder(worker)
    return (yield)


def _have_own_folder(worker: str) -> None:
    """Senders read the journals they find: not those of the tests beside them."""
    own = Path(os.environ["CALLBACK_DATA"]) / worker
    own.mkdir(exist_ok=True)
    os.environ["CALLBACK_DATA"] = str(own)
