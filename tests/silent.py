"""A mail server that takes a mail up to the dot, and then never says a word."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator

import pytest


class SilentServer:
    """`dots` mails were ended by their sender; none was answered."""

    def __init__(self) -> None:
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        self.dots = 0
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            try:
                line, _ = self.listener.accept()
            except OSError:
                return
            threading.Thread(target=self._talk, args=[line], daemon=True).start()

    def _talk(self, line: socket.socket) -> None:
        with line, line.makefile("rwb", buffering=0) as words:
            words.write(b"220 silent.example.com\r\n")
            in_data = False
            for said in words:
                if in_data:
                    self.dots += said == b".\r\n"
                    continue
                in_data = said.upper().startswith(b"DATA")
                words.write(b"354 go on\r\n" if in_data else b"250 OK\r\n")


@pytest.fixture
def silent() -> Iterator[SilentServer]:
    server = SilentServer()
    yield server
    server.listener.close()
