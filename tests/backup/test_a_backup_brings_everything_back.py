"""`manage.py backup` and `restore`, on real databases, in processes of their own."""

from __future__ import annotations

import json
import threading
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from operations.backup.archive import MANIFEST
from tests.backup.installation import Installation, installed

pytestmark = pytest.mark.enable_socket


@pytest.fixture(scope="module")
def old(worker, migrated, tmp_path_factory) -> Iterator[Installation]:
    """Filled with the sample, a mail kept as a file, and a signed-in visitor."""
    folder = tmp_path_factory.mktemp("old") / "data"
    with installed(f"old_{worker}", folder, like=migrated) as installation:
        installation.manage("demo")
        (folder / "mail").mkdir()
        (folder / "mail" / "kept.eml").write_bytes(b"Subject: kept\r\n\r\nwords\r\n")
        installation.do(
            "INSERT INTO django_session VALUES ('a-visitor', 'signed in', now())"
        )
        yield installation


@pytest.fixture
def new(worker, tmp_path) -> Iterator[Installation]:
    with installed(f"new_{worker}", tmp_path / "data") as installation:
        yield installation


@pytest.fixture(scope="module")
def file(old, tmp_path_factory) -> Path:
    path: Path = tmp_path_factory.mktemp("backups") / "callback.backup"
    assert "secret key" in old.manage("backup", path)
    return path


def test_a_round_trip_brings_back_every_row_and_file(old, new, file):
    before = old.tables()

    said = new.manage("restore", file)

    assert new.tables() == before
    assert sum(map(len, before.values())) > 400
    for name in ("secret_key", "mail/kept.eml"):
        assert (new.data / name).read_bytes() == (old.data / name).read_bytes()
        assert (new.data / name).stat().st_mode & 0o777 == 0o600
    assert "made by Callback" in said
    _nobody_is_signed_in(new)
    _new_rows_get_numbers_nobody_had(old, new)


def test_a_restore_waits_for_who_is_still_writing(old, file):
    """A worker holds a row and then wants another table: neither waits for ever."""
    with psycopg.connect(old.url) as worker:
        worker.execute("SELECT 1 FROM applications_application FOR UPDATE")
        restoring = threading.Thread(
            target=old.manage, args=("restore", file, "--replace")
        )
        restoring.start()
        time.sleep(4)
        worker.execute("UPDATE accounts_user SET time_zone = 'UTC'")
        worker.commit()
        restoring.join(60)

    assert not restoring.is_alive()
    assert old.do("SELECT time_zone FROM accounts_user") == [("Europe/London",)]


def _nobody_is_signed_in(new):
    assert new.do("SELECT count(*) FROM django_session") == [(0,)]


def _new_rows_get_numbers_nobody_had(old, new):
    ((last,),) = old.do("SELECT max(id) FROM interviews_followup")
    ((following,),) = new.do(
        "SELECT nextval(pg_get_serial_sequence('interviews_followup', 'id'))"
    )
    assert following > last + 1000


def test_the_file_is_whole_private_and_never_written_over(old, file):
    before = file.read_bytes()

    again = old.try_to_manage("backup", file)

    assert file.stat().st_mode & 0o777 == 0o600
    assert again.returncode == 1
    assert "exists already" in again.stderr
    assert file.read_bytes() == before
    assert [path.name for path in file.parent.iterdir()] == [file.name]


def test_a_database_with_people_is_not_replaced_unasked(old, file):
    old.do("UPDATE applications_application SET role = 'changed since'")

    refused = old.try_to_manage("restore", file)

    assert refused.returncode == 1
    assert "1 account, 40 applications" in refused.stderr
    assert "--replace" in refused.stderr
    assert old.do("SELECT DISTINCT role FROM applications_application") == [
        ("changed since",)
    ]
    old.manage("restore", file, "--replace")
    ((roles,),) = old.do("SELECT count(DISTINCT role) FROM applications_application")
    assert roles > 20


def _changed(file: Path, to: Path, **said: object) -> Path:
    """The same backup, with other words in its manifest."""
    with zipfile.ZipFile(file) as source, zipfile.ZipFile(to, "w") as target:
        for member in source.namelist():
            content = source.read(member)
            if member == MANIFEST:
                content = json.dumps({**json.loads(content), **said}).encode()
            target.writestr(member, content)
    return to


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"version": "0.99.0"}, "Install 0.99.0 or newer"),
        ({"format": 2}, "made by a newer Callback"),
        ({"migrations": [["reminders", "0999_unheard_of"]]}, "does not know"),
        ({"files": ["../outside"]}, "may not"),
    ],
)
def test_what_does_not_fit_is_refused_in_words(new, file, tmp_path, said, words):
    refused = new.try_to_manage("restore", _changed(file, tmp_path / "b", **said))

    assert refused.returncode == 1
    assert words in refused.stderr
    assert "Traceback" not in refused.stderr
    assert not (new.data.parent / "outside").exists()


def test_a_broken_file_changes_nothing(old, file, tmp_path):
    before = old.tables()
    cut = tmp_path / "cut"
    cut.write_bytes(file.read_bytes()[:-2000])
    flipped = tmp_path / "flipped"
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 0xFF
    flipped.write_bytes(content)

    for broken in (cut, flipped, tmp_path / "nowhere"):
        refused = old.try_to_manage("restore", broken, "--replace")
        assert refused.returncode == 1, refused.stdout
        assert "Traceback" not in refused.stderr

    assert old.tables() == before


def test_a_backup_of_older_tables_is_migrated(worker, migrated, new, tmp_path):
    """As it is after `git pull`: the code knows more than the tables."""
    with installed(f"older_{worker}", tmp_path / "older", like=migrated) as older:
        older.manage("migrate", "account", "0006", "--verbosity=0")
        older.do(
            "INSERT INTO accounts_user (password, is_superuser, email, name, time_zone,"
            " answer_wait_days, is_staff, is_active, date_joined)"
            " VALUES ('!', false, 'old@example.com', '', 'UTC', 7, false, true, now())"
        )
        older.manage("backup", tmp_path / "backup")

    new.manage("restore", tmp_path / "backup")

    assert new.do("SELECT email FROM accounts_user") == [("old@example.com",)]
    new.manage("migrate", "--check")


def test_a_key_from_the_environment_stays_there(old, tmp_path):
    path = tmp_path / "without-key"

    said = old.manage("backup", path, SECRET_KEY="k" * 60)

    assert "The secret key is not in it" in said
    with zipfile.ZipFile(path) as archive:
        assert "files/secret_key" not in archive.namelist()
