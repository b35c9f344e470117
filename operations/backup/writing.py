"""Making a backup: one snapshot, one file, there only when it is whole."""

from __future__ import annotations

import os
import secrets
import zipfile
from datetime import datetime
from pathlib import Path

from django.db import connection, transaction
from django.db.migrations.recorder import MigrationRecorder

from operations.backup import files, tables
from operations.backup.archive import BackupError, Manifest


def backup(path: Path, *, data: Path, version: str, key_is_set: bool) -> Manifest:
    """Write everything to `path`, readable by its owner only. Raises BackupError.

    The tables are those of one moment, whatever is written meanwhile. An existing
    file is never touched.
    """
    if path.exists():
        raise BackupError(f"{path} exists already; name another file.")
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        kept = files.worth_keeping(data, key_is_set=key_is_set)
        manifest = _write(draft, data, kept, version)
        draft.rename(path)
    except OSError as error:
        raise BackupError(f"{path} cannot be written: {error}") from error
    finally:
        draft.unlink(missing_ok=True)
    _settle(path.parent)
    return manifest


def _write(draft: Path, data: Path, kept: list[str], version: str) -> Manifest:
    descriptor = os.open(draft, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w+b") as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            manifest = _fill(archive, data, kept, version)
        file.flush()
        os.fsync(file.fileno())
    return manifest


def _fill(
    archive: zipfile.ZipFile, data: Path, kept: list[str], version: str
) -> Manifest:
    with transaction.atomic(durable=True):
        taken_at = _begin_snapshot()
        manifest = Manifest(
            version=version,
            taken_at=taken_at,
            migrations=sorted(MigrationRecorder(connection).applied_migrations()),
            tables=[tables.write(archive, name) for name in tables.names()],
            files=kept,
        )
    for name in manifest.files:
        files.write(archive, data, name)
    manifest.write(archive)
    return manifest


def _begin_snapshot() -> datetime:
    """From here on every statement sees the same moment; which one is returned."""
    with connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        cursor.execute("SELECT now()")
        taken_at: datetime = cursor.fetchone()[0]
    return taken_at


def _settle(folder: Path) -> None:
    """Let the name of the new file survive a crash of the machine."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
