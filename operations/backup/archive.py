"""The shape of a backup: a ZIP of the tables, the files, and a manifest.

The manifest is written last: a file without one was never finished. Each member
carries its checksum (ZIP's CRC-32), which reading to the end verifies.
"""

from __future__ import annotations

import json
import re
import zipfile
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Self

FORMAT = 1
MANIFEST = "manifest.json"
TABLES, FILES = "tables", "files"


class BackupError(Exception):
    """Told to the operator as it is."""


@dataclass(frozen=True, kw_only=True)
class Table:
    """A table in the backup: its columns in the order of the rows, and how many."""

    name: str
    columns: list[str]
    rows: int
    # The last number each of its columns gave out, for those that count.
    counters: dict[str, int]

    @property
    def member(self) -> str:
        return f"{TABLES}/{self.name}.copy"


@dataclass(frozen=True, kw_only=True)
class Manifest:
    """What a backup says about itself."""

    version: str
    # The database's clock when the snapshot was taken, UTC.
    taken_at: datetime
    # The migrations that made its tables: (app, name), as they were applied.
    migrations: list[tuple[str, str]]
    tables: list[Table]
    files: list[str]

    def write(self, archive: zipfile.ZipFile) -> None:
        said = {"format": FORMAT, **asdict(self), "taken_at": self.taken_at.isoformat()}
        archive.writestr(MANIFEST, json.dumps(said, indent=1))

    @classmethod
    def read(cls, archive: zipfile.ZipFile) -> Self:
        """Raises BackupError for a file that is none, or of a later kind."""
        try:
            said: dict[str, Any] = json.loads(archive.read(MANIFEST))
        except (KeyError, ValueError) as error:
            raise BackupError("This is no finished backup of Callback.") from error
        if said["format"] != FORMAT:
            raise BackupError("This backup was made by a newer Callback.")
        return cls(
            version=said["version"],
            taken_at=datetime.fromisoformat(said["taken_at"]),
            migrations=[(app, name) for app, name in said["migrations"]],
            tables=[Table(**table) for table in said["tables"]],
            files=said["files"],
        )


def opened(path: Path) -> zipfile.ZipFile:
    """The backup at `path`, to be read. Raises BackupError."""
    try:
        return zipfile.ZipFile(path)
    except FileNotFoundError as error:
        raise BackupError(f"There is no file {path}.") from error
    except (OSError, zipfile.BadZipFile) as error:
        raise BackupError(f"{path} cannot be read as a backup: {error}") from error


def parts(version: str) -> tuple[int, ...]:
    """ "1.12.3" as (1, 12, 3), for comparing."""
    return tuple(int(number) for number in re.findall(r"\d+", version)[:3])
