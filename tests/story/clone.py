"""The product as a stranger gets it: a clean copy of the tree, `make run`, a page."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from config.stack.servers import free_port

ROOT = Path(__file__).resolve().parent.parent.parent
# What the harness of this run set for itself, and what would hide a mistake.
_NOT_INHERITED = {
    *("DATABASE_URL", "REDIS_URL", "SECRET_KEY", "SITE_URL", "DEBUG", "PORT"),
    *("DJANGO_SETTINGS_MODULE", "CALLBACK_DATA", "EMAIL_URL", "REGISTRATION_OPEN"),
}


def copy_of_the_tree(to: Path) -> Path:
    """What git would give: tracked files as they are now, nothing that is ignored."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    )
    for name in filter(None, listed.stdout.split("\0")):
        source = ROOT / name
        if source.is_file():
            target = to / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, target)
    return to


@contextmanager
def running(folder: Path, **environment: str) -> Iterator[str]:
    """`make run` in a clean copy; give its address. The Python packages are shared.

    Ends by Ctrl-C, as its user would end it.
    """
    clone = copy_of_the_tree(folder / "callback")
    port = free_port()
    output = folder / "output.txt"
    with output.open("wb") as log:
        process = subprocess.Popen(
            ["make", "run", f"VENV={sys.prefix}"],
            cwd=clone,
            env=_environment(PORT=str(port), **environment),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        yield _address(process, port, output)
    finally:
        _end(process)


def _environment(**given: str) -> dict[str, str]:
    kept = {k: v for k, v in os.environ.items() if k not in _NOT_INHERITED}
    return kept | given


def _address(process: subprocess.Popen[bytes], port: int, output: Path) -> str:
    """The address, as soon as its page answers."""
    address = f"http://localhost:{port}"
    give_up_at = time.monotonic() + 120
    while time.monotonic() < give_up_at and process.poll() is None:
        with suppress(OSError):
            urllib.request.urlopen(f"{address}/accounts/login/", timeout=5)  # noqa: S310
            return address
        time.sleep(0.3)
    raise AssertionError(f"make run did not come up:\n{output.read_text()[-4000:]}")


def _end(process: subprocess.Popen[bytes]) -> None:
    os.killpg(process.pid, signal.SIGINT)
    try:
        process.wait(timeout=20)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        raise
