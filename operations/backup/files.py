"""What is worth keeping of the data folder.

The secret key: without it links in mails already sent, and second factors, are
worth nothing. The mails that were kept as files. Not the embedded databases, whose
rows are in the tables, nor their passwords and ports.
"""

from __future__ import annotations

import os
import shutil
import zipfile
from pathlib import Path

from operations.backup.archive import FILES, BackupError

SECRET_KEY = "secret_key"  # noqa: S105  (the name of a file)
_MAIL = "mail"


def worth_keeping(data: Path, *, key_is_set: bool) -> list[str]:
    """Paths inside the data folder; no key where the environment has the one in use."""
    key = [] if key_is_set else [data / SECRET_KEY]
    found = [*key, *sorted((data / _MAIL).glob("*.eml"))]
    return [path.relative_to(data).as_posix() for path in found if path.is_file()]


def write(archive: zipfile.ZipFile, data: Path, name: str) -> None:
    archive.write(data / name, f"{FILES}/{name}")


def read(archive: zipfile.ZipFile, data: Path, name: str) -> bool:
    """Put a file back, for its owner only; say whether that changed anything.

    A file of that name with other content is kept beside it as `….replaced`.
    """
    path = _inside(data, name)
    with archive.open(f"{FILES}/{name}") as source:
        draft = path.with_name(f".{path.name}.restored")
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with os.fdopen(os.open(draft, _FRESH, 0o600), "wb") as target:
            shutil.copyfileobj(source, target)
    if path.exists() and path.read_bytes() == draft.read_bytes():
        draft.unlink()
        return False
    if path.exists():
        path.replace(path.with_name(f"{path.name}.replaced"))
    draft.replace(path)
    return True


_FRESH = os.O_WRONLY | os.O_CREAT | os.O_TRUNC


def _inside(data: Path, name: str) -> Path:
    """The path of a kept file. A backup is input: it names no place of its own."""
    path = Path(name)
    if name != SECRET_KEY and (path.parent != Path(_MAIL) or path.suffix != ".eml"):
        raise BackupError(f"The backup wants to write {name}, which it may not.")
    return data / path
