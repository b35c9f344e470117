"""The process that each reading is forked from; `limits` starts it as a program.

It has the reader loaded and warm, holds neither secrets nor connections, and reads
nothing itself: one process that it forked waits for the next invitation, reads that
and ends. Whatever an invitation did, to a cache or to the memory, ends there too.
"""

from __future__ import annotations

import gc
import json
import os
import resource
import select
import signal
import socket
from contextlib import suppress
from datetime import datetime
from typing import Any

# Base included; about 30 MB of it are the program.
MOST_MEMORY = 200 * 1024 * 1024
# Seconds of work, and from request to answer on a machine that is busy. An ordinary
# reading takes hundredths of one.
MOST_WORK, MOST_TIME = 1.0, 1.5
# How long the next one waits to be forked, in seconds, so as not to get in the way of a
# reading; one that takes longer does not hold up another.
_ALONE = 0.03
# Samples read by a process that waits: each takes a few milliseconds of work, and the
# first few touch most of the memory that a reading will.
_REHEARSED = 3
READY = b"!"
_BEGUN = b"+"

_TOO_BIG = (
    "Reading this takes too much memory. Copy the text of the invitation instead."
)


def main() -> None:
    """Keep one process ready that is to read one invitation; end with the parent."""
    # Whoever started us decides when to stop, by closing their end.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    control = socket.socket(fileno=0)
    from interviews.invites.samples import rehearsals

    for _ in rehearsals():
        pass
    gc.collect()
    gc.freeze()
    control.sendall(READY)
    while _fork_one(control):
        pass


def _fork_one(control: socket.socket) -> bool:
    """Fork a process for the next reading and wait until it has begun, or is over.

    False when it ended without: there is nobody to read for.
    """
    begun, tell = os.pipe()
    if os.fork() == 0:
        os.close(begun)
        _read_one(control, tell)
    os.close(tell)
    has_begun = os.read(begun, 1) == _BEGUN
    select.select([begun], [], [], _ALONE)
    os.close(begun)
    return has_begun


def _read_one(control: socket.socket, tell: int) -> None:
    """Wait for a connection, answer its request, and end."""
    try:
        gc.disable()
        _unshare(control)
        with control:
            message, handles, _, _ = socket.recv_fds(control, 1, 1)
        if message:
            # Nobody is there to be told when the parent was killed: read all the same.
            with suppress(BrokenPipeError):
                os.write(tell, _BEGUN)
            _limit()
            with socket.socket(fileno=handles[0]) as connection:
                _serve(connection)
    finally:
        os._exit(0)


def _unshare(control: socket.socket) -> None:
    """Have the memory that a reading writes to copied now, until somebody waits."""
    from interviews.invites.samples import rehearsals

    reading = rehearsals()
    for _ in range(_REHEARSED):
        is_awaited, _, _ = select.select([control], [], [], 0)
        if is_awaited:
            return
        next(reading)


def _serve(connection: socket.socket) -> None:
    with connection.makefile("rwb") as stream:
        stream.write(json.dumps(_answer(stream)).encode())


def _limit() -> None:
    """What the kernel holds, whatever the reading does: nobody catches the alarm."""
    signal.setitimer(signal.ITIMER_PROF, MOST_WORK)
    signal.setitimer(signal.ITIMER_REAL, MOST_TIME)
    for limit, most in (
        (resource.RLIMIT_CPU, 2),
        (resource.RLIMIT_AS, MOST_MEMORY),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NPROC, 0),
    ):
        resource.setrlimit(limit, (most, most))


def _answer(stream: Any) -> dict[str, Any]:
    """A request is a line of JSON, then the invitation; `limits` writes it."""
    from interviews.invites.found import NotRead
    from interviews.invites.reading import read
    from interviews.invites.telling import found_as_data

    try:
        asked = json.loads(stream.readline())
        asked["received_at"] = datetime.fromisoformat(asked["received_at"])
        return {"found": found_as_data(read(stream.read(), **asked))}
    except NotRead as error:
        return {"not_read": str(error)}
    except MemoryError:
        return {"not_read": _TOO_BIG}
    except Exception as error:  # a fault of ours: told to the log, without any words
        return {"fault": _place(error)}


def _place(error: Exception) -> str:
    """Where in our code it went wrong, and nothing of what was read."""
    at = error.__traceback__
    while at and at.tb_next and "invites" in at.tb_next.tb_frame.f_code.co_filename:
        at = at.tb_next
    where = f"{at.tb_frame.f_code.co_name}, line {at.tb_lineno}" if at else "nowhere"
    return f"{type(error).__name__} in {where}"


if __name__ == "__main__":
    main()
