"""Tables in and out of PostgreSQL, by COPY: a stream of rows, never all in memory."""

from __future__ import annotations

import time
import zipfile
from collections.abc import Iterator

from django.db import OperationalError, connection, transaction
from django.db.migrations.recorder import MigrationRecorder
from psycopg import sql

from operations.backup.archive import BackupError, Table

# Who is signed in, and how often somebody tried: nothing to bring back, and nothing
# that should come to life again. The tables themselves are made by migrations.
LEFT_OUT = frozenset({"django_session", "usersessions_usersession"})
_CHUNK = 1 << 16
# Ours: more rows than a table gains between two backups.
_AHEAD = 10_000
# How long a restore waits until nobody else uses a table, and between two looks.
_PATIENCE_SECONDS, _PAUSE_SECONDS = 60.0, 0.2


def names() -> list[str]:
    """The tables of our models that exist, without those left out."""
    ours = connection.introspection.django_table_names(
        only_existing=True, include_views=False
    )
    return sorted(set(ours) - LEFT_OUT - {MigrationRecorder.Migration._meta.db_table})


def write(archive: zipfile.ZipFile, name: str) -> Table:
    """Copy a table into the archive, as the open transaction sees it."""
    columns = _columns(name)
    rows = 0
    statement = sql.SQL("COPY {} ({}) TO STDOUT").format(
        sql.Identifier(name), _listed(columns)
    )
    member = Table(name=name, columns=columns, rows=0, counters={}).member
    with (
        archive.open(member, "w", force_zip64=True) as file,
        connection.cursor() as cursor,
        cursor.copy(statement) as copy,
    ):
        for row in copy:
            rows += bytes(row).count(b"\n")
            file.write(row)
    return Table(name=name, columns=columns, rows=rows, counters=_counters(name))


def read(archive: zipfile.ZipFile, table: Table) -> None:
    """Copy a table out of the archive into the empty one. Raises BackupError."""
    statement = sql.SQL("COPY {} ({}) FROM STDIN").format(
        sql.Identifier(table.name), _listed(table.columns)
    )
    with connection.cursor() as cursor:
        with archive.open(table.member) as file, cursor.copy(statement) as copy:
            while chunk := file.read(_CHUNK):
                copy.write(chunk)
        cursor.execute(
            sql.SQL("SELECT count(*) FROM {}").format(sql.Identifier(table.name))
        )
        (found,) = cursor.fetchone()
    if found != table.rows:
        raise BackupError(
            f"{table.name} has {found} rows where the backup says {table.rows}."
        )


def clear(tables: list[Table]) -> None:
    """Empty them of what migrations put in, all at once: they point at each other."""
    listed = sql.SQL(", ").join(sql.Identifier(table.name) for table in tables)
    with connection.cursor() as cursor:
        cursor.execute(sql.SQL("TRUNCATE {} CASCADE").format(listed))


def take_all() -> None:
    """Lock every table of ours until the transaction ends. Raises BackupError.

    All of them or none: who waited for one while holding another could stand
    crosswise with a running worker.
    """
    give_up_at = time.monotonic() + _PATIENCE_SECONDS
    present = set(connection.introspection.table_names())
    listed = sql.SQL(", ").join(
        sql.Identifier(name) for name in _everything() if name in present
    )
    while present and not _taken(sql.SQL("LOCK {} NOWAIT").format(listed)):
        if time.monotonic() > give_up_at:
            raise BackupError("The tables are in use all the time; stop Callback.")
        time.sleep(_PAUSE_SECONDS)


def _taken(statement: sql.Composed) -> bool:
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
    except OperationalError:
        return False
    return True


def drop_all() -> None:
    """Take every table of ours away, and the record of migrations."""
    with connection.cursor() as cursor:
        for name in _everything():
            cursor.execute(
                sql.SQL("DROP TABLE IF EXISTS {} CASCADE").format(sql.Identifier(name))
            )


def _everything() -> Iterator[str]:
    yield from connection.introspection.django_table_names(
        only_existing=True, include_views=False
    )
    yield MigrationRecorder.Migration._meta.db_table


def count_on(table: Table, *, from_at_least: dict[str, int]) -> None:
    """Let its counters go on far behind every number given out since.

    Links in mails name rows by number: one that was lost must not come to mean a
    new row.
    """
    with connection.cursor() as cursor:
        for column, last in table.counters.items():
            known = from_at_least.get(f"{table.name}.{column}", 0)
            cursor.execute(
                "SELECT setval(pg_get_serial_sequence(%s, %s), %s)",
                [f'"{table.name}"', column, max(last, known) + _AHEAD],
            )


def counters_now() -> dict[str, int]:
    """The last number given out by each counter here: "table.column" to number."""
    return {
        f"{name}.{column}": last
        for name in names()
        for column, last in _counters(name).items()
    }


def _columns(name: str) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT column_name FROM information_schema.columns"
            " WHERE table_schema = current_schema() AND table_name = %s"
            " AND is_generated = 'NEVER' ORDER BY ordinal_position",
            [name],
        )
        return [column for (column,) in cursor.fetchall()]


def _counters(name: str) -> dict[str, int]:
    """Per column: the last number of its sequence; 0 for one that never gave any."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT attname, coalesce(pg_sequence_last_value("
            "pg_get_serial_sequence(%s, attname)::regclass), 0)"
            " FROM pg_attribute WHERE attrelid = %s::regclass AND attnum > 0"
            " AND NOT attisdropped"
            " AND pg_get_serial_sequence(%s, attname) IS NOT NULL",
            [f'"{name}"'] * 3,
        )
        return dict(cursor.fetchall())


def _listed(columns: list[str]) -> sql.Composed:
    return sql.SQL(", ").join(sql.Identifier(column) for column in columns)
