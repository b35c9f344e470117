"""A client that costs next to nothing: one connection, one request after the other."""

from __future__ import annotations

import socket
from collections.abc import Mapping
from urllib.parse import urlencode

_GOOD = (b"200", b"204")


class Client:
    """Signed in by its cookies; keeps its connection as a browser does."""

    def __init__(self, port: int, cookies: Mapping[str, str], csrf: str) -> None:
        self._cookie = "; ".join(f"{name}={value}" for name, value in cookies.items())
        self._port, self._csrf = port, csrf
        self._connect()

    def get(self, path: str, *, compressed: bool = False) -> bytes:
        """The body of an answer that has to be 200."""
        extra = "Accept-Encoding: gzip, br\r\n" if compressed else ""
        return self._ask(f"GET {path} HTTP/1.1\r\n{extra}", b"")

    def post(self, path: str, values: Mapping[str, str]) -> bytes:
        """As htmx posts a form: the fragment that comes back."""
        body = urlencode(values).encode()
        head = (
            f"POST {path} HTTP/1.1\r\nHX-Request: true\r\nX-CSRFToken: {self._csrf}\r\n"
            "Content-Type: application/x-www-form-urlencoded\r\n"
            f"Content-Length: {len(body)}\r\n"
        )
        return self._ask(head, body)

    def _connect(self) -> None:
        self._socket = socket.create_connection(("localhost", self._port), timeout=30)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._file = self._socket.makefile("rb", buffering=1 << 17)

    def _ask(self, head: str, body: bytes) -> bytes:
        asked = f"{head}Host: localhost:{self._port}\r\nCookie: {self._cookie}\r\n\r\n"
        self._socket.sendall(asked.encode() + body)
        status = self._file.readline()
        if not status:  # kept too long without a word
            self._connect()
            return self._ask(head, body)
        length, closes = 0, False
        while (line := self._file.readline().strip().lower()) != b"":
            name, _, value = line.partition(b":")
            if name == b"content-length":
                length = int(value)
            closes |= name == b"connection" and value.strip() == b"close"
        answer: bytes = self._file.read(length)
        if status.split()[1] not in _GOOD:
            raise RuntimeError(f"{head.splitlines()[0]}: {status!r} {answer[:300]!r}")
        if closes:
            self._connect()
        return answer
