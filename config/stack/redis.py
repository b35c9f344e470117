"""Redis as a child: only wakes workers, may lose everything at any moment."""

from __future__ import annotations

import os
import socket
from dataclasses import dataclass
from pathlib import Path

from config.stack.account import Account
from config.stack.children import Child


@dataclass
class Redis:
    """One server on 127.0.0.1 with its files in `folder`."""

    program: Path
    folder: Path
    port: int
    password: str
    account: Account | None = None

    @property
    def url(self) -> str:
        return f"redis://:{self.password}@127.0.0.1:{self.port}/0"

    def initialise(self) -> None:
        self.folder.mkdir(mode=0o700, exist_ok=True)
        self._write_settings()
        if self.account:
            self.account.give(self.folder)
            self.account.give(self._settings_file)

    @property
    def _settings_file(self) -> Path:
        return self.folder / "redis.conf"

    def _write_settings(self) -> None:
        """In a file for us alone: a password never shows in a process list."""
        self._settings_file.unlink(missing_ok=True)
        descriptor = os.open(self._settings_file, os.O_WRONLY | os.O_CREAT, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(self._settings())

    def child(self) -> Child:
        return Child(
            "redis",
            [self.program, self._settings_file],
            folder=Path("/"),
            account=self.account,
        )

    def _settings(self) -> str:
        return "\n".join(
            [
                "bind 127.0.0.1",
                f"port {self.port}",
                f"requirepass {self.password}",
                f'dir "{self.folder}"',
                # A key that goes missing stops Celery's workers.
                "maxmemory-policy noeviction",
                "appendonly yes",
                "appendfsync everysec",
                'save ""',
                "loglevel warning",
                # Not shown: it opens with advice on the kernel's settings.
                "logfile redis.log",
                "",
            ]
        )

    def is_ready(self) -> bool:
        """It knows the password and answers (redis.io/docs, protocol: inline)."""
        asked = f"AUTH {self.password}\r\nPING\r\n"
        try:
            with socket.create_connection(("127.0.0.1", self.port), 2) as line:
                line.sendall(asked.encode())
                with line.makefile("rb") as answers:
                    return [answers.readline() for _ in "12"] == [
                        b"+OK\r\n",
                        b"+PONG\r\n",
                    ]
        except OSError:
            return False
