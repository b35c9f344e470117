"""Who the servers run as: root hands them to an account without rights."""

from __future__ import annotations

import os
import pwd
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from config.stack.problem import StackError

# PostgreSQL refuses to run as root. Both names are common; the first one fits.
_CANDIDATES = ("postgres", "nobody")


@dataclass(frozen=True)
class Account:
    """An account of this machine, for programs started as root."""

    name: str
    uid: int
    gid: int

    def popen_arguments(self) -> dict[str, Any]:
        return {"user": self.uid, "group": self.gid, "extra_groups": []}

    def give(self, path: Path) -> None:
        os.chown(path, self.uid, self.gid)

    def can_run(self, *command: str | Path) -> bool:
        """Tried, not computed from modes: run `command` as this account."""
        try:
            ended = subprocess.run(
                command,
                check=False,
                cwd="/",
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                **self.popen_arguments(),
            )
        except OSError:
            return False
        return ended.returncode == 0

    def can_enter(self, folder: Path) -> bool:
        return self.can_run("/bin/sh", "-c", 'cd "$1"', "sh", folder)


def for_servers() -> Account | None:
    """None for an ordinary user, who runs the servers as themself."""
    if os.geteuid() != 0:
        return None
    for name in _CANDIDATES:
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return Account(name, entry.pw_uid, entry.pw_gid)
    raise StackError(
        "As root, PostgreSQL needs an unprivileged account to run as: "
        f"none of {', '.join(_CANDIDATES)} exists. "
        "Start as an ordinary user, or set DATABASE_URL and REDIS_URL."
    )
