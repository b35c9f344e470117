"""The commands of docker-compose.yml and the Dockerfile, run without containers."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import LiteralString

import psycopg
import pytest
from psycopg import sql

from config.stack.prepare import MIGRATING
from tests.deploy import files
from tests.deploy.installation import Installation, installation
from tests.sink import Sink

pytestmark = pytest.mark.stack


def here(made: Installation, command: list[str]) -> list[str]:
    """The command with the container's data folder replaced by this one's."""
    folder = files.image_environment()["CALLBACK_DATA"]
    return [part.replace(f"{folder}/", f"{made.data}/") for part in command]


@pytest.fixture
def mail() -> Iterator[Sink]:
    sink = Sink()
    sink.start()
    yield sink
    sink.stop()


@pytest.fixture
def made(tmp_path: Path, mail: Sink) -> Iterator[Installation]:
    with installation(
        tmp_path,
        site_url="https://jobs.example.com",
        EMAIL_URL=f"smtp://127.0.0.1:{mail.port}",
        REMINDER_TICK_SECONDS="1",
    ) as made:
        yield made


def test_page_worker_and_beat_do_their_work(made, mail):
    made.run(*files.command("prepare"))
    assert (made.data / "secret_key").stat().st_mode & 0o777 == 0o600

    made.start("web", *files.command("web"))
    made.wait_for_page()
    made.run(*files.health_command())  # as Docker asks
    assert made.ask("/readyz")[0] == 503  # nobody has ticked yet

    made.run("python", "-m", "tests.deploy.seed")
    for name in ("worker", "beat"):
        made.start(name, *here(made, files.command(name)))

    (thanks,) = mail.wait_for(1, seconds=60)
    assert thanks["To"] == "alice@example.com"
    assert "https://jobs.example.com/m/" in thanks.get_body(("plain",)).get_content()
    made.wait_until(lambda: made.ask("/readyz")[0] == 200, "ready")

    # `docker compose stop` sends SIGTERM, and the worker has 150 s; idle, it needs few.
    made.end()
    assert [process.returncode for process in made.started.values()] == [0, 0, 0]


def test_the_static_files_of_the_image_need_no_server(made):
    (steps,) = [r for w, r in files.last_stage() if w == "RUN" and "--static" in r]
    (step,) = [step for step in steps.split("&&") if "--static" in step]
    made.database_url = made.redis_url = ""

    made.run("sh", "-c", step.strip())

    assert (files.ROOT / "build" / "static" / "staticfiles.json").exists()
    assert not (made.data / "secret_key").exists()


def test_several_may_prepare_the_same_database_at_once(made):
    command = files.command("prepare")

    with ThreadPoolExecutor(3) as pool:
        list(pool.map(lambda _: made.run(*command), range(3)))

    with psycopg.connect(made.database_url) as connection:
        twice = "SELECT count(*) - count(DISTINCT (app, name)) FROM django_migrations"
        assert number(connection, twice) == 0


def test_migrations_wait_for_whoever_migrates(made):
    tables = "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"
    waiting = (
        "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"
    )
    waiting += " AND database = (SELECT oid FROM pg_database WHERE datname = %s)"

    with psycopg.connect(made.database_url, autocommit=True) as other:
        other.execute("SELECT pg_advisory_lock(%s)", [MIGRATING])
        prepare = made.start("prepare", *files.command("prepare"))
        made.wait_until(
            lambda: number(other, waiting, other.info.dbname) == 1, "waited"
        )
        assert number(other, tables) == 0
        other.execute("SELECT pg_advisory_unlock(%s)", [MIGRATING])
        assert prepare.wait(60) == 0
        assert number(other, tables) > 20


def number(
    connection: psycopg.Connection[tuple[int]], query: LiteralString, *given: str
) -> int:
    row = connection.execute(query, given).fetchone()
    assert row
    return int(row[0])


def test_the_database_is_entered_with_the_password_that_is_made(made, tmp_path):
    *command, folder = files.command("keys")
    keys = tmp_path / "keys"
    keys.mkdir()
    for _ in range(2):  # the second start keeps what the first has made
        made.run(*command, str(keys))
    password = (keys / "postgres-password").read_text()
    said = files.service("web")["environment"]["DATABASE_URL"]

    for file in keys.iterdir():
        assert file.stat().st_mode & 0o777 == 0o600
    name = f"owner_{secrets.token_hex(4)}"
    with psycopg.connect(made.database_url, autocommit=True) as admin:
        role = sql.SQL("CREATE ROLE {} LOGIN PASSWORD {}")
        admin.execute(role.format(sql.Identifier(name), sql.Literal(password)))
        at = admin.info
        made.database_url = said.replace(f"{folder}/", f"{keys}/").replace(
            "callback@postgres:5432/callback",
            f"{name}@{at.host}:{at.port}/{at.dbname}",
        )
        ask = "from django.db import connection as c; c.ensure_connection(); "
        ask += "print(c.connection.info.user)"
        try:
            told = made.run("python", "manage.py", "shell", "-v", "0", "-c", ask)
        finally:
            admin.execute(sql.SQL("DROP ROLE {}").format(sql.Identifier(name)))
    assert told.strip() == name
