"""The data folder, and the secrets made once and kept in it. Imports next to nothing."""

from __future__ import annotations

import base64
import contextlib
import os
from pathlib import Path


def make_folder(path: Path) -> None:
    """Make a folder for us alone. Root's may be passed through by the servers' account.

    Who may only pass through sees no names, and every file in it is 0600.
    """
    mode = 0o711 if os.geteuid() == 0 else 0o700
    path.parent.mkdir(parents=True, exist_ok=True)
    path.mkdir(mode=mode, exist_ok=True)


def kept_secret(path: Path) -> str:
    """The secret kept at `path`, made on first use and readable by its owner only.

    Several processes may come here at once: whoever links its file first wins,
    and all of them read that one.
    """
    if not path.exists():
        make_folder(path.parent)
        draft = path.with_name(f".{path.name}.{os.getpid()}.{os.urandom(4).hex()}")
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(base64.urlsafe_b64encode(os.urandom(63)).decode())
        with contextlib.suppress(FileExistsError):
            path.hardlink_to(draft)
        draft.unlink()
    return path.read_text().strip()
