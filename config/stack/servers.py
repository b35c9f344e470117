"""Starting a server and waiting until it truly answers."""

from __future__ import annotations

import socket
import sys
import time
from collections.abc import Callable
from typing import Protocol

from config.stack.children import Child
from config.stack.problem import StackError

_PAUSE_SECONDS = 0.05
_END_SECONDS = 5.0


class Server(Protocol):
    """PostgreSQL or Redis, as the modules of those names describe them."""

    port: int

    @property
    def url(self) -> str: ...

    def initialise(self) -> None: ...

    def child(self) -> Child: ...

    def is_ready(self) -> bool: ...


def is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def claim(port: int) -> socket.socket | None:
    """Keep a port from other stacks that are starting; None if one of them has it.

    Between finding a port free and listening on it lie seconds. The claim is a name
    in Linux's abstract namespace: it ends with our process, whatever ends that.
    """
    claimed = socket.socket(socket.AF_UNIX)
    if sys.platform != "linux":
        return claimed
    try:
        claimed.bind(f"\0callback-port-{port}")
    except OSError:
        claimed.close()
        return None
    return claimed


def free_port(preferred: int | None = None) -> int:
    """A port of 127.0.0.1 nobody listens on: the preferred one if it is free."""
    if preferred is not None and is_free(preferred):
        return preferred
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def start(
    server: Server,
    *,
    output: int | None = None,
    wait: Callable[[float], None] = time.sleep,
    patience_seconds: float = 60,
) -> Child:
    """Start the server and return when it answers; StackError if it never does.

    A server that dies at the start is started again: right after a crash
    PostgreSQL refuses as long as backends of its forerunner are still leaving.
    `wait` passes the time between two looks, and may raise to give up.
    """
    server.initialise()
    child = server.child()
    give_up_at = time.monotonic() + patience_seconds
    try:
        while time.monotonic() < give_up_at:
            if not child.running:
                child.start(output=output)
            wait(_PAUSE_SECONDS)
            if child.running and server.is_ready():
                return child
    except BaseException:
        child.end(_END_SECONDS)
        raise
    child.kill()
    raise StackError(f"{child.name} did not answer within {patience_seconds:.0f} s.")
