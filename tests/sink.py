"""A real SMTP server for tests: takes every mail, shows it, delivers none.

Also its own process, for tests that kill senders:
`python -m tests.sink --port 2525 --log accepted.txt` writes the Message-ID of each
mail to the log, and to the disk, before it answers 250. `--events FILE` writes the same
as a provider would tell it; `--noise` refuses some mails for now and sometimes hangs up
after it has accepted one; `--pause 0.05` thinks about each for so long.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
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

_dice = random.Random()  # noqa: S311


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
    events: Path | None = None
    # Of a hundred: refused at RCPT, refused after the dot, accepted without an answer.
    noise: tuple[int, int, int] = (0, 0, 0)
    # Seconds it thinks about a mail after the dot.
    pause: float = 0.0
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
        if self._chance(0):
            return "451 4.7.1 later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(  # noqa: N802
        self, server: Any, session: Any, envelope: Any
    ) -> str:
        if self.data_reply:
            return self.data_reply
        if self._chance(1):
            return "452 4.3.1 later"
        if self.pause:
            # Whoever hangs up meanwhile is not waited for: the mail is dropped.
            await asyncio.sleep(self.pause)
        self._accept(envelope.content)
        if self._chance(2):
            server.transport.abort()
        return "250 taken"

    def _accept(self, content: bytes) -> None:
        if self.log or self.events:
            message_id = str(_read(content)["Message-ID"])
            event = json.dumps({"message_id": message_id, "event": "accepted"})
            if self.events:
                _append(self.events, event)
            if self.log:
                _append(self.log, message_id)
        if self.keep:
            self.raw.append(content)

    def _chance(self, stage: int) -> bool:
        return _dice.randrange(100) < self.noise[stage]


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
    parser.add_argument("--events", type=Path)
    parser.add_argument("--noise", action="store_true")
    parser.add_argument("--pause", type=float, default=0.0)
    given = parser.parse_args()
    Sink(
        port=given.port,
        log=given.log,
        events=given.events,
        noise=(5, 2, 1) if given.noise else (0, 0, 0),
        pause=given.pause,
        keep=False,
    ).start()
    threading.Event().wait()


if __name__ == "__main__":
    main()
