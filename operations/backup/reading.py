"""Bringing a backup back: all of it or nothing, and no mail a second time."""

from __future__ import annotations

import zipfile
from pathlib import Path

import psycopg
from django.core.management import call_command
from django.db import Error, connection, transaction
from django.db.migrations.executor import MigrationExecutor

from accounts.models import User
from operations.backup import files, tables
from operations.backup.archive import BackupError, Manifest, parts
from reminders.delivery import restored
from reminders.delivery.clock import database_now


def restore(archive: zipfile.ZipFile, manifest: Manifest) -> restored.Doubtful:
    """Make the database what the backup says, then migrate it to this version.

    One transaction: whoever looks, a worker too, sees the old rows or the new ones,
    and those already guarded. Raises BackupError and leaves everything as it was.
    """
    try:
        with transaction.atomic(durable=True):
            tables.take_all()
            known = tables.counters_now()
            tables.drop_all()
            _migrate_as(manifest)
            _load(archive, manifest, known)
            call_command("migrate", interactive=False, verbosity=0)
            call_command("createcachetable", verbosity=0)
            return restored.guard(now=database_now())
    except (Error, psycopg.Error, zipfile.BadZipFile, KeyError) as error:
        raise BackupError(f"The backup does not fit: {error}") from error


def refuse_unfit(manifest: Manifest, *, version: str) -> None:
    """Raise BackupError for a backup that this Callback cannot read."""
    theirs, ours = parts(manifest.version), parts(version)
    if theirs > ours:
        raise BackupError(
            f"The backup is of Callback {manifest.version}, this is {version}. "
            f"Install {manifest.version} or newer, then restore."
        )
    if theirs[0] != ours[0]:
        raise BackupError(
            f"The backup is of Callback {manifest.version}, this is {version}. Restore "
            f"it with a version {theirs[0]}.x, upgrade that, and back up again."
        )
    disk = MigrationExecutor(connection).loader.disk_migrations
    if unknown := [key for key in manifest.migrations if key not in disk]:
        raise BackupError(
            "The backup holds changes to the tables that this Callback does not know: "
            + ", ".join(f"{app} {name}" for app, name in unknown)
        )


def what_would_be_lost() -> str:
    """What this database holds of people, in words; empty for one without accounts."""
    table = User._meta.db_table
    if table not in connection.introspection.table_names():
        return ""
    with connection.cursor() as cursor:
        counts = []
        for name, word in _TOLD.items():
            cursor.execute(f'SELECT count(*) FROM "{name}"')  # noqa: S608  (ours)
            counts.append((cursor.fetchone()[0], word))
    if not counts[0][0]:
        return ""
    return ", ".join(f"{count} {word}{'s' * (count != 1)}" for count, word in counts)


_TOLD = {
    User._meta.db_table: "account",
    "applications_application": "application",
    "interviews_round": "round",
}


def put_files_back(
    archive: zipfile.ZipFile, manifest: Manifest, data: Path, *, key_is_set: bool
) -> list[str]:
    """The files of the backup; returns those that changed.

    Where SECRET_KEY comes from the environment, the file would be read by nobody.
    """
    return [
        name
        for name in manifest.files
        if not (key_is_set and name == files.SECRET_KEY)
        and files.read(archive, data, name)
    ]


def _migrate_as(manifest: Manifest) -> None:
    """Make the tables as they were when the backup was taken."""
    executor = MigrationExecutor(connection)
    executor.recorder.ensure_schema()
    wanted = set(manifest.migrations)
    graph = executor.loader.graph
    leaves = [
        key
        for key in wanted
        if key in graph.nodes and not (_children(executor, key) & wanted)
    ]
    executor.migrate(sorted(leaves))


def _children(
    executor: MigrationExecutor, key: tuple[str, str]
) -> set[tuple[str, str]]:
    """Those of the same app that build on it."""
    node = executor.loader.graph.node_map[key]
    return {child.key for child in node.children if child.key[0] == key[0]}


def _load(archive: zipfile.ZipFile, manifest: Manifest, known: dict[str, int]) -> None:
    tables.clear(manifest.tables)
    with connection.cursor() as cursor:
        # Migrations leave some at once; rows come in any order.
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
    for table in manifest.tables:
        tables.read(archive, table)
        tables.count_on(table, from_at_least=known)
    with connection.cursor() as cursor:
        # Checks every reference now; what is pending would stop the migrations.
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
