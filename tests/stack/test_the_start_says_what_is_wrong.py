"""A start that cannot succeed ends soon, names what is wrong and what to do."""

from __future__ import annotations

import os
import subprocess

import pytest

from config.stack import folders
from config.stack.problem import StackError
from config.stack.servers import free_port
from tests.stack.running import manage, start_and_wait


def test_all_mistakes_in_the_settings_at_once(tmp_path):
    refused = start_and_wait(
        tmp_path / "data",
        PORT="no number",
        SITE_URL="jobs.example.com",
        EMAIL_URL="mail.example.com",
        DATABASE_URL="sqlite:///x",
        DEBUG="perhaps",
        REDIS_URL="htp://localhost",
        SECRET_KEY="short",
        DEFAULT_FROM_EMAIL="nobody",
    )

    assert refused.returncode == 2
    for name in (
        *("PORT", "SITE_URL", "EMAIL_URL", "DATABASE_URL", "DEBUG"),
        *("REDIS_URL", "SECRET_KEY", "DEFAULT_FROM_EMAIL"),
    ):
        assert f"  {name}: " in refused.stderr
    assert "Traceback" not in refused.stderr


def test_a_database_that_nobody_answers_for(tmp_path):
    refused = start_and_wait(
        tmp_path / "data",
        DATABASE_URL=f"postgres://me:secret@127.0.0.1:{free_port()}/callback",
        REDIS_URL="redis://127.0.0.1:6379/0",
    )

    assert refused.returncode == 2
    assert "The database that DATABASE_URL names cannot be reached" in refused.stdout
    said = refused.stdout + refused.stderr
    assert "Traceback" not in said
    assert "secret" not in said


def test_a_platform_without_the_servers(monkeypatch):
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)

    with pytest.raises(StackError, match="Set DATABASE_URL and REDIS_URL"):
        folders.programs(None)


def test_a_data_folder_that_cannot_be_made(tmp_path):
    (tmp_path / "file").write_text("in the way")

    refused = start_and_wait(tmp_path / "file" / "data")

    assert refused.returncode == 2
    assert "data folder" in refused.stderr
    assert "Traceback" not in refused.stderr


def test_a_data_folder_that_cannot_be_made_for_other_commands(tmp_path):
    (tmp_path / "file").write_text("in the way")

    refused = manage(tmp_path / "file" / "data", "check")

    assert refused.returncode == 2
    assert refused.stderr.count("\n") == 2, refused.stderr
    assert "CALLBACK_DATA: the data folder" in refused.stderr


@pytest.fixture
def read_only(tmp_path):
    """A data folder with everything in it, on a file system nobody may write to."""
    if os.geteuid() != 0:
        pytest.skip("only root mounts a file system")
    mount(tmp_path, "-t", "tmpfs", "-o", "size=1m", "tmpfs")
    (tmp_path / "secret_key").write_text("kept")
    mount(tmp_path, "-o", "remount,ro")
    yield tmp_path
    subprocess.run(["umount", tmp_path], check=True)


def mount(folder, *arguments):
    done = subprocess.run(["mount", *arguments, folder], check=False)
    if done.returncode:
        pytest.skip("this machine lets nobody mount a file system")


def test_a_data_folder_that_is_read_only(read_only):
    refused = start_and_wait(read_only)

    assert refused.returncode == 2
    assert f"{read_only} cannot be written to: Read-only" in refused.stderr
    assert "CALLBACK_DATA" in refused.stderr
    assert (read_only / "secret_key").read_text() == "kept"
