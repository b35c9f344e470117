"""Reads what came from elsewhere, within limits of size, time and memory.

Each reading runs in a process of its own, forked from one that is loaded and warm
(`forkserver`), and is gone with it: no invitation can make another's reading wrong,
slow or impossible. Safe to call from any thread.
"""

from __future__ import annotations

import atexit
import json
import logging
import os
import socket
import subprocess
import sys
import threading
import time
from datetime import datetime
from pathlib import Path
from typing import Any

from interviews.invites.bulk import ADVICE, refuse_large
from interviews.invites.forkserver import MOST_TIME, READY
from interviews.invites.found import Found, NotRead
from interviews.invites.telling import found_of

log = logging.getLogger(__name__)

_ROOT = Path(__file__).parents[2]
# Seconds to wait for a process that is loading, and beyond the time a reading has.
_LOADING, _GRACE = 20.0, 0.5
# What the program needs of the environment; no secret is among it.
_KEPT = ("PATH", "LANG", "LC_ALL", "PYTHONPATH", "PYTHONTZPATH", "PYTHONHOME")

PROGRAM = ["-m", "interviews.invites.forkserver"]

_TOO_LONG = f"This takes too long to read. {ADVICE}"
_FAULT = f"Something in this could not be read. {ADVICE}"


def read_limited(
    data: bytes,
    *,
    received_at: datetime,
    zone: str | None = None,
    locale: str | None = None,
    filename: str = "",
) -> Found:
    """Like `reading.read`, for bytes that anybody may have sent.

    At most 5 MB, two seconds and 200 MB; raises `NotRead` beyond, and whenever the
    reader itself fails.
    """
    refuse_large(data)
    asked = {
        "received_at": received_at.isoformat(),
        "zone": zone,
        "locale": locale,
        "filename": filename,
    }
    answer = _ask(json.dumps(asked).encode() + b"\n" + data)
    if "fault" in answer:
        log.error("An invitation was not read: %s", answer["fault"])
        raise NotRead(_FAULT)
    if "not_read" in answer:
        raise NotRead(answer["not_read"])
    return found_of(answer["found"])


def warm() -> None:
    """Start loading the reader, so that the first reading need not wait for it."""
    _reader.start()


def _ask(request: bytes) -> dict[str, Any]:
    ours, theirs = socket.socketpair()
    with ours:
        with theirs:
            try:
                _reader.hand_over(theirs)
            except OSError as error:
                return {"fault": f"the reader did not start: {error}"}
        started = time.monotonic()
        ours.settimeout(MOST_TIME + _GRACE)
        answer = _answer(ours, request)
    if answer:
        told: dict[str, Any] = json.loads(answer)
        return told
    is_late = time.monotonic() - started > MOST_TIME / 2
    return {"not_read": _TOO_LONG} if is_late else {"fault": "killed"}


def _answer(connection: socket.socket, request: bytes) -> bytes:
    """What the reading says; nothing when it is too slow, or dies over it."""
    try:
        connection.sendall(request)
        connection.shutdown(socket.SHUT_WR)
        return b"".join(iter(lambda: connection.recv(65536), b""))
    except OSError:
        return b""


class _Reader:
    """The process to fork readings from: started when first needed, and again when
    it has died."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._control: socket.socket | None = None
        self._is_ready = False

    def start(self) -> None:
        with self._lock:
            self._started()

    def hand_over(self, connection: socket.socket) -> None:
        """Give a connection to a new reading."""
        with self._lock:
            try:
                self._send(connection)
            except OSError:
                self._stop()
                self._send(connection)

    def _send(self, connection: socket.socket) -> None:
        control = self._started()
        if not self._is_ready:
            if control.recv(1) != READY:
                raise ConnectionError("it ended while it was loading")
            self._is_ready = True
        socket.send_fds(control, [b"+"], [connection.fileno()])

    def _started(self) -> socket.socket:
        if self._control is None:
            self._control, theirs = socket.socketpair()
            self._control.settimeout(_LOADING)
            with theirs:
                self._process = _program(theirs)
        return self._control

    def _stop(self) -> None:
        """End the process, which ends itself when its connection is closed."""
        if self._control is not None:
            self._control.close()
        if self._process is not None:
            self._process.kill()
            self._process.wait()
        self._control, self._process, self._is_ready = None, None, False

    def stop(self) -> None:
        with self._lock:
            self._stop()

    def forget(self) -> None:
        """In a process forked from this one: the reader is the parent's."""
        if self._control is not None:
            self._control.close()
        self._lock = threading.Lock()
        self._control, self._process, self._is_ready = None, None, False


def _program(control: socket.socket) -> subprocess.Popen[bytes]:
    """The program, with nothing of ours open in it."""
    return subprocess.Popen(  # noqa: S603 - our own
        [sys.executable, *PROGRAM],
        cwd=_ROOT,
        env={name: os.environ[name] for name in _KEPT if name in os.environ},
        stdin=control.fileno(),
        stdout=subprocess.DEVNULL,
    )


_reader = _Reader()
atexit.register(_reader.stop)
os.register_at_fork(after_in_child=_reader.forget)
