"""The stack starts beside another one, below closed folders and without a network."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from config.stack.servers import free_port
from tests.stack.running import ROOT, Stack, running, start_and_wait, started
from tests.story.clone import copy_of_the_tree

as_root = pytest.mark.skipif(os.geteuid() != 0, reason="needs the rights of root")


def test_two_from_one_clone(passable_folder):
    with (
        running(passable_folder / "one") as one,
        running(passable_folder / "two") as two,
    ):
        assert one.port != two.port
        assert one.answers()
        assert two.answers()
        assert one.shell("from django.conf import settings; print(settings.PORT)") == (
            str(one.port)
        )
        first = one.stop()
        assert first <= 10
        assert two.answers()


def modes(folder: Path) -> dict[Path, int]:
    return {each: each.stat().st_mode for each in (folder, *folder.parents)}


@pytest.fixture
def closed_clone(passable_folder):
    """A clone that only its owner may enter, as in the home folder of root."""
    closed = passable_folder / "closed"
    clone = copy_of_the_tree(closed / "callback")
    (clone / "build").mkdir()
    (clone / "build" / "assets").symlink_to(ROOT / "build" / "assets")
    closed.chmod(0o700)
    return clone


@as_root
def test_root_below_a_closed_folder_keeps_the_data_elsewhere(closed_clone):
    before = modes(closed_clone) | modes(Path("/var/lib"))
    log = closed_clone.parent / "stack.log"
    nowhere = {"CALLBACK_DATA": ""}
    start = Stack(closed_clone / "var", root=closed_clone, log=log, settings=nowhere)
    with started(start) as stack:
        stack.wait_until_ready()
        (note,) = re.findall(r"servers keep their data in (\S+)", stack.said())
        assert stack.answers()
        assert (Path(note) / "postgres" / "PG_VERSION").exists()
        assert note.startswith("/var/lib/callback/")
        stack.stop()
    assert modes(closed_clone) | modes(Path("/var/lib")) == before
    shutil.rmtree(note)


@as_root
def test_a_folder_the_user_chose_is_used_or_nothing(passable_folder):
    closed = passable_folder / "closed"
    closed.mkdir(mode=0o700)
    before = modes(closed)

    refused = start_and_wait(closed / "data")

    assert refused.returncode == 1
    assert f"cannot enter {closed} " in refused.stderr
    assert f"chmod o+x {closed}" in refused.stderr
    assert modes(closed) == before
    closed.chmod(0o711)  # what it says helps
    with running(closed / "data") as stack:
        assert stack.answers()


LOOPBACK = 'ip link set lo up 2>/dev/null; exec "$@"'


@as_root
def test_without_a_network(passable_folder):
    """In a network of its own, which has the loopback device and nothing else."""
    if subprocess.run(["unshare", "--net", "true"], check=False).returncode:
        pytest.skip("this machine lets nobody unshare the network")
    alone = ("unshare", "--net", "sh", "-c", LOOPBACK, "sh")
    data = passable_folder / "data"
    with started(Stack(data, free_port(), before=alone)) as stack:
        stack.wait_until_ready()  # it has asked for its page in there
        inside = subprocess.run(
            [
                *("nsenter", "--net", "--target", str(stack.process.pid)),
                *(sys.executable, "-c", REACHES_NOBODY),
            ],
            capture_output=True,
            check=False,
        )
        assert inside.returncode == 0, inside.stderr
        stack.stop()


# 192.0.2.0/24 is nobody's (RFC 5737); without a network there is not even a way there.
REACHES_NOBODY = """
import errno, socket, sys
with socket.socket() as probe:
    sys.exit(probe.connect_ex(("192.0.2.1", 80)) != errno.ENETUNREACH)
"""


def test_make_run_installs_once_only(tmp_path):
    """What is installed is not asked of any index again."""
    clone = copy_of_the_tree(tmp_path)
    done = ("venv/pyvenv.cfg", "venv/.run", "build/.assets")
    for name in done:
        (clone / name).parent.mkdir(exist_ok=True)
        (clone / name).touch()

    planned = subprocess.run(
        ["make", "--dry-run", "run", "VENV=venv"],
        cwd=clone,
        # Called by make, it would tell of the folder it enters.
        env={name: os.environ[name] for name in os.environ if "MAKE" not in name},
        capture_output=True,
        text=True,
        check=True,
    )

    assert planned.stdout.split() == ["exec", "venv/bin/python", "-m", "config.stack"]
