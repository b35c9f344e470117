"""What a mail server answered, written to this machine's disk before the database.

The database may be away at the moment of the 250, and the sender may die before it
is back. So the answer goes to a small file first, synced; whoever finds it when its
writer is gone settles the message by it. Each sender has a file of its own and holds
a lock on it for as long as it lives: several processes share the folder safely.

The room is taken before the fence is entered. A full disk therefore keeps a message
back instead of losing the answer to it.
"""

from __future__ import annotations

import fcntl
import json
import logging
import os
import socket
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from django.conf import settings

from reminders.delivery.claim import Claim

logger = logging.getLogger(__name__)

# One block of any disk: an entry is written where there is room for it already.
_SIZE = 4096
_LONGEST_REPLY = 500


@dataclass(frozen=True)
class Entry:
    """A message on its way; `code` is None while no answer was heard."""

    claim: Claim
    message_id: str
    code: int | None = None
    text: str = ""


def folder() -> Path:
    return Path(settings.CALLBACK_DATA) / "journal"


class Journal:
    """One sender's file, made when first needed, gone once all in it is settled."""

    def __init__(self) -> None:
        self._fd: int | None = None
        self._path = Path()
        self._entry: Entry | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exception: object) -> None:
        if self._fd is not None:
            if self._entry is None:
                self._path.unlink(missing_ok=True)
            os.close(self._fd)  # and with it the lock: others may read it now
            self._fd = None

    def reserve(self, claim: Claim, message_id: str) -> None:
        """Take room for the answer to come. Raises OSError when there is none."""
        if self._fd is None:
            self._open()
        self._entry = Entry(claim, message_id)
        self._write(self._entry)

    def answered(self, code: int, text: str) -> None:
        """Put the answer on the disk. Raises OSError; the database is still told."""
        if self._fd is not None and self._entry is not None:
            claim, message_id = self._entry.claim, self._entry.message_id
            self._entry = Entry(claim, message_id, code, text[:_LONGEST_REPLY])
            self._write(self._entry)
            os.fdatasync(self._fd)

    def settled(self) -> None:
        """The database knows. What stays in the file is written over, or harmless."""
        self._entry = None

    def _open(self) -> None:
        folder().mkdir(mode=0o700, parents=True, exist_ok=True)
        name = f"{socket.gethostname()}-{os.getpid()}-{uuid.uuid4().hex[:8]}"
        path = folder() / name
        fd = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            fcntl.flock(fd, fcntl.LOCK_EX)
            if os.fstat(fd).st_nlink == 0:
                raise OSError("somebody took the new file for one left behind")
            _write_all(fd, b" " * _SIZE)
            os.fsync(fd)
            _sync_folder()
        except OSError:
            path.unlink(missing_ok=True)
            os.close(fd)
            raise
        self._fd, self._path = fd, path

    def _write(self, entry: Entry) -> None:
        assert self._fd is not None  # noqa: S101  (who calls has opened it)
        _write_all(self._fd, _as_bytes(entry))


def _write_all(fd: int, block: bytes) -> None:
    if os.pwrite(fd, block, 0) != len(block):
        raise OSError("the disk took only a part of it")


def _sync_folder() -> None:
    fd = os.open(folder(), os.O_RDONLY)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)


def _as_bytes(entry: Entry) -> bytes:
    claim = entry.claim
    said = {
        "message": str(claim.message_pk),
        "token": str(claim.token),
        "owner": claim.owner_id,
        "message_id": entry.message_id,
        "code": entry.code,
        "text": entry.text,
    }
    return json.dumps(said).encode().ljust(_SIZE)[:_SIZE]


@contextmanager
def left_behind(path: Path) -> Iterator[Entry | None]:
    """What a sender that is gone wrote last; None: nothing, or it still lives.

    The file goes when the block is left without an exception.
    """
    fd = _taken_over(path)
    if fd is None:
        yield None
        return
    try:
        yield _read(fd, path)
        path.unlink(missing_ok=True)
    finally:
        os.close(fd)


def _taken_over(path: Path) -> int | None:
    try:
        fd = os.open(path, os.O_RDWR)
    except OSError:  # somebody else was quicker
        return None
    try:
        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(fd)
        return None
    return fd


def _read(fd: int, path: Path) -> Entry | None:
    written = os.pread(fd, _SIZE, 0).strip(b" \0")
    if not written:
        return None
    try:
        said: dict[str, Any] = json.loads(written)
        claim = Claim(
            uuid.UUID(said["message"]), uuid.UUID(said["token"]), said["owner"]
        )
        return Entry(claim, said["message_id"], said["code"], said["text"])
    except (ValueError, KeyError, TypeError):
        logger.error("the journal %s cannot be read; the sweep will decide", path.name)
        return None
