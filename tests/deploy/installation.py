"""An installation as Docker or systemd would run it, without either of them.

Its processes get a clean environment, a database and a Redis of their own on the
servers of this test run, and the very commands that stand in the files.
"""

from __future__ import annotations

import http.client
import itertools
import json
import os
import re
import secrets
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
from psycopg import sql

from config.stack.servers import free_port
from tests.deploy.files import ROOT

_END_SECONDS = 20


def _redis_databases() -> Iterator[int]:
    """Those of this test process in turn: no worker takes the ticks of another's test.

    0 is the tests', 9 the fault tests'.
    """
    process = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
    step = int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
    return itertools.cycle(range(1 + process % 8, 9, step))


_free_databases = _redis_databases()


@dataclass
class Installation:
    data: Path
    site_url: str
    database_url: str
    redis_url: str
    more: dict[str, str] = field(default_factory=dict)
    port: int = field(default_factory=free_port)
    started: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)

    @property
    def environment(self) -> dict[str, str]:
        """Every setting given or empty, so that no developer's .env gets in."""
        example = (ROOT / ".env.example").read_text()
        unset = dict.fromkeys(re.findall(r"^([A-Z_]+)=", example, re.MULTILINE), "")
        return {
            **unset,
            "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
            "HOME": str(self.data),
            "PORT": str(self.port),
            "SITE_URL": self.site_url,
            "CALLBACK_DATA": str(self.data),
            "DATABASE_URL": self.database_url,
            "REDIS_URL": self.redis_url,
            "GUNICORN_CMD_ARGS": f"--bind 127.0.0.1:{self.port}",
            **self.more,
        }

    def run(self, *command: str, seconds: float = 120) -> str:
        """Run to the end; its standard output. AssertionError if it fails."""
        done = subprocess.run(
            command,
            cwd=ROOT,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=seconds,
        )
        assert done.returncode == 0, f"{command} ended with {done.stderr}"
        return done.stdout

    def start(self, name: str, *command: str) -> subprocess.Popen[bytes]:
        with self._log(name).open("wb") as log:
            self.started[name] = subprocess.Popen(
                command,
                cwd=ROOT,
                env=self.environment,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        return self.started[name]

    def _log(self, name: str) -> Path:
        return self.data / f"{name}.log"

    def said(self, name: str) -> str:
        return self._log(name).read_text()

    def wait_until(
        self, condition: Callable[[], bool], what: str, seconds: float = 60
    ) -> None:
        give_up_at = time.monotonic() + seconds
        while not condition():
            logs = "\n".join(f"{name}: {self.said(name)}" for name in self.started)
            assert time.monotonic() < give_up_at, f"never {what}\n{logs}"
            for name, process in self.started.items():
                assert process.poll() is None, f"{name} ended\n{logs}"
            time.sleep(0.1)

    def ask(self, path: str) -> tuple[int, dict[str, object]]:
        """GET as a monitor on this machine does; 0 while nobody answers."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            host = urlsplit(self.site_url).netloc
            connection.request("GET", path, headers={"Host": host})
            answer = connection.getresponse()
            return answer.status, json.loads(answer.read() or "{}")
        except OSError:
            return 0, {}
        finally:
            connection.close()

    def wait_for_page(self) -> None:
        self.wait_until(lambda: self.ask("/healthz")[0] == 200, "answered")

    def end(self) -> None:
        """Ask all to end; kill, by group, what does not."""
        for process in self.started.values():
            if process.poll() is None:
                process.send_signal(signal.SIGTERM)
        for process in self.started.values():
            try:
                process.wait(_END_SECONDS)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()


@contextmanager
def installation(data: Path, *, site_url: str, **more: str) -> Iterator[Installation]:
    """Everything but running processes; what was started ends with it."""
    with database() as url:
        redis = os.environ["REDIS_URL"].rpartition("/")[0]
        made = Installation(
            data=data,
            site_url=site_url,
            database_url=url,
            redis_url=f"{redis}/{next(_free_databases)}",
            more=more,
        )
        try:
            yield made
        finally:
            made.end()


@contextmanager
def database() -> Iterator[str]:
    """An empty database on the test server, dropped afterwards; gives its address."""
    at = urlsplit(os.environ["DATABASE_URL"])
    name = f"callback_{secrets.token_hex(6)}"
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as admin:
        admin.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        try:
            yield at._replace(path=f"/{name}").geturl()
        finally:
            drop = sql.SQL("DROP DATABASE {} WITH (FORCE)")
            admin.execute(drop.format(sql.Identifier(name)))
