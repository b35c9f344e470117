"""Ctrl-C ends everything soon, even while a mail server owes us an answer."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator

import pytest

from tests.faults.stack.does import do
from tests.stack.running import processes, running


class SilentServer:
    """Takes a mail up to the dot, and then never says a word."""

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


def test_the_worker_itself_writes_down_what_is_in_doubt(passable_folder, silent):
    data = passable_folder / "data"
    settings = {"EMAIL_URL": f"smtp://127.0.0.1:{silent.port}"}
    with running(data, REMINDER_TICK_SECONDS="1", **settings) as stack:
        do(stack, "log_rounds(1)")
        stack.wait_until(lambda: silent.dots == 1, 60, "handed a mail over")
        everything = stack.descendants()

        took = stack.stop()

        assert took <= 10
        assert everything & set(processes()) == set()
    # Nothing but the worker could have written this: the sweep waits 15 minutes.
    with running(data, **settings) as again:
        assert do(again, "messages()") == "in_doubt=1"
        assert silent.dots == 1
