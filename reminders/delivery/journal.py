"""What a mail server answered, written to this machine's disk before the database.

The database may be away at the moment of the 250, and the sender may die before it
is back. So the answer goes to a small file first, synced; whoever finds it when its
writer is gone settles the message by it. Each sender has a file of its own and holds
a lock on it for as long as it lives: several processes share the folder safely.

The file has a place for each message that is handed over and not recorded yet. It is
taken before the fence is entered. A full disk therefore keeps a message back instead
of losing the answer to it.
"""

from __future__ import annotations

import fcntl
import json
import logging
import os
import socket
import uuid
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Self

from django.conf import settings

from reminders.delivery.claim import Claim

logger = logging.getLogger(__name__)

# One block of any disk: an entry is written where there is room for it already.
_SIZE = 4096
# Ours: so many messages of one sender wait to be recorded at most. If the disk is lost
# along with the sender, they are in doubt.
PLACES = 10
_EMPTY = b" " * _SIZE
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
        # By place. What was taken last is being handed over.
        self._entries: dict[int, Entry] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exception: object) -> None:
        if self._fd is not None:
            if not self._entries:
                self._path.unlink(missing_ok=True)
            os.close(self._fd)  # and with it the lock: others may read it now
            self._fd = None

    @property
    def is_full(self) -> bool:
        return len(self._entries) == PLACES

    def reserve(self, claim: Claim, message_id: str) -> None:
        """Take a place for the answer to come. Raises OSError when there is none."""
        if self._fd is None:
            self._open()
        place = min(set(range(PLACES)) - self._entries.keys())
        self._write(place, Entry(claim, message_id))

    def answered(self, claim: Claim, code: int, text: str) -> None:
        """Put the answer on the disk. Raises OSError; the database is still told."""
        for place, entry in self._entries.items():
            if entry.claim == claim and self._fd is not None:
                said = replace(entry, code=code, text=text[:_LONGEST_REPLY])
                self._write(place, said)
                os.fdatasync(self._fd)
                return

    def settled(self, claims: Iterable[Claim]) -> None:
        """The database knows, or need not: their places are free.

        What stays in the file is written over; until then it is harmless.
        """
        known = set(claims)
        self._entries = {p: e for p, e in self._entries.items() if e.claim not in known}

    def _open(self) -> None:
        folder().mkdir(mode=0o700, parents=True, exist_ok=True)
        name = f"{socket.gethostname()}-{os.getpid()}-{uuid.uuid4().hex[:8]}"
        path = folder() / name
        fd = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            fcntl.flock(fd, fcntl.LOCK_EX)
            if os.fstat(fd).st_nlink == 0:
                raise OSError("somebody took the new file for one left behind")
            _write_all(fd, _EMPTY * PLACES, 0)
            os.fsync(fd)
            _sync_folder()
        except OSError:
            path.unlink(missing_ok=True)
            os.close(fd)
            raise
        self._fd, self._path = fd, path

    def _write(self, place: int, entry: Entry) -> None:
        assert self._fd is not None  # noqa: S101  (who calls has opened it)
        _write_all(self._fd, _as_bytes(entry), place * _SIZE)
        self._entries[place] = entry


def _write_all(fd: int, block: bytes, at: int) -> None:
    if os.pwrite(fd, block, at) != len(block):
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
def left_behind(path: Path) -> Iterator[list[Entry]]:
    """What a sender that is gone wrote last; nothing while it lives.

    The file goes when the block is left without an exception.
    """
    fd = _taken_over(path)
    if fd is None:
        yield []
        return
    try:
        yield list(_read(fd, path))
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


def _read(fd: int, path: Path) -> Iterator[Entry]:
    for place in range(PLACES):
        written = os.pread(fd, _SIZE, place * _SIZE).strip(b" \0")
        if not written:
            continue
        try:
            yield _as_entry(json.loads(written))
        except (ValueError, KeyError, TypeError):
            logger.error("journal %s, place %s, cannot be read", path.name, place)


def _as_entry(said: dict[str, Any]) -> Entry:
    claim = Claim(uuid.UUID(said["message"]), uuid.UUID(said["token"]), said["owner"])
    return Entry(claim, said["message_id"], said["code"], said["text"])
