"""A real SMTP server for tests: takes every mail, shows it, delivers none.

Also its own process, for tests that kill senders:
`python -m tests.sink --port 2525 --log accepted.txt` writes the Message-ID of each
mail to the log, and to the disk, before it answers 250.
"""

from __future__ import annotations

import argparse
import os
import ssl
import threading
import time
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

from config.stack.servers import free_port


@dataclass
class Sink:
    """Takes mail on 127.0.0.1, on a free port unless one is given.

    `sender_reply`, `recipient_reply` and `data_reply` are SMTP answers such as
    "451 later", given instead of taking the mail for as long as they are set.
    """

    port: int = field(default_factory=free_port)
    log: Path | None = None
    keep: bool = True
    raw: list[bytes] = field(default_factory=list)
    # The addresses of the clients that offered something, each once.
    peers: set[tuple[str, int]] = field(default_factory=set)
    sender_reply: str = ""
    recipient_reply: str = ""
    data_reply: str = ""
    # With a context nothing is taken before STARTTLS; with a login, before that.
    tls: ssl.SSLContext | None = None
    login: tuple[str, str] | None = None

    def start(self) -> None:
        self._controller = Controller(
            self,
            hostname="127.0.0.1",
            port=self.port,
            tls_context=self.tls,
            require_starttls=self.tls is not None,
            authenticator=self._knows,
            auth_required=self.login is not None,
        )
        self._controller.start()

    def _knows(self, *args: Any) -> AuthResult:
        given = args[-1]
        pair = (given.login.decode(), given.password.decode())
        return AuthResult(success=pair == self.login)

    def stop(self) -> None:
        self._controller.stop()

    @property
    def messages(self) -> list[EmailMessage]:
        """The mails taken so far, oldest first."""
        return [_read(raw) for raw in list(self.raw)]

    def wait_for(self, count: int, seconds: float = 10) -> list[EmailMessage]:
        """The mails, as soon as there are `count`; fails if there are never."""
        give_up_at = time.monotonic() + seconds
        while len(self.raw) < count and time.monotonic() < give_up_at:
            time.sleep(0.05)
        assert len(self.raw) >= count, f"{len(self.raw)} of {count} mails came"
        return self.messages

    # Called by aiosmtpd, under these names.

    async def handle_MAIL(  # noqa: N802
        self, server: Any, session: Any, envelope: Any, address: str, options: Any
    ) -> str:
        self.peers.add(session.peer)
        if self.sender_reply:
            return self.sender_reply
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(  # noqa: N802
        self, server: Any, session: Any, envelope: Any, address: str, options: Any
    ) -> str:
        if self.recipient_reply:
            return self.recipient_reply
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(  # noqa: N802
        self, server: Any, session: Any, envelope: Any
    ) -> str:
        if self.data_reply:
            return self.data_reply
        if self.log:
            _append(self.log, str(_read(envelope.content)["Message-ID"]))
        if self.keep:
            self.raw.append(envelope.content)
        return "250 taken"


def _read(raw: bytes) -> EmailMessage:
    message = message_from_bytes(raw, policy=policy.default)
    assert isinstance(message, EmailMessage)
    return message


def _append(log: Path, line: str) -> None:
    with log.open("a") as file:
        file.write(f"{line}\n")
        file.flush()
        os.fsync(file.fileno())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--log", type=Path, required=True)
    arguments = parser.parse_args()
    Sink(port=arguments.port, log=arguments.log, keep=False).start()
    threading.Event().wait()


if __name__ == "__main__":
    main()
