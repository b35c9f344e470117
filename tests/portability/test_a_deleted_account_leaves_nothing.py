"""Every table and the data folder are searched for a word that was everywhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db import connection
from django.test import Client

from accounts.models import User
from reminders.delivery.sender import run_due
from reminders.models import Outbox, Reminder
from tests.accounts.factors import give_app
from tests.conftest import PASSWORD
from tests.factories import create_user
from tests.portability.life import exported, live

URL = "/you/data/delete/"
WORD = "canary"


def tables_with(word: str) -> list[str]:
    """Tables of the database, models or not, with the word in any column of any row."""
    with connection.cursor() as cursor:
        names = connection.introspection.table_names(cursor)
        found = []
        for name in names:
            cursor.execute(
                f'SELECT 1 FROM "{name}" AS row WHERE row::text ILIKE %s LIMIT 1',  # noqa: S608
                [f"%{word}%"],
            )
            found += [name] if cursor.fetchone() else []
    return found


def files_with(word: str, folder: Path) -> list[Path]:
    return [
        path
        for path in folder.rglob("*")
        if path.is_file() and word.encode() in path.read_bytes().lower()
    ]


@pytest.fixture
def canary(db, settings, tmp_path) -> User:
    """An owner whose every text has the word, address included, with a kept mail."""
    call_command("createcachetable", verbosity=0)
    settings.CALLBACK_DATA = tmp_path
    user = create_user(email=f"{WORD}@example.com")
    user.set_password(PASSWORD)
    user.save()
    live(user, word=WORD)
    assert run_due() == 1
    give_app(user)
    return user


@pytest.fixture
def here(canary) -> Client:
    client = Client(headers={"User-Agent": f"{WORD} browser"})
    client.force_login(canary)
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    return client


def delete(client: Client):
    return client.post(URL, {"email": f"{WORD}@example.com"}, follow=True)


def test_in_the_database_and_on_the_disk(
    canary, here, tmp_path, django_capture_on_commit_callbacks
):
    assert len(tables_with(WORD)) >= 9
    assert len(files_with(WORD, tmp_path)) == 1

    with django_capture_on_commit_callbacks(execute=True):
        page = delete(here).content.decode()

    assert "Your account and everything in it is deleted." in page
    assert tables_with(WORD) == []
    assert files_with(WORD, tmp_path) == []
    assert not Reminder.objects.exists()
    assert not Outbox.objects.exists()
    assert run_due() == 0


def test_it_says_so_before_and_needs_the_address(canary, here):
    page = here.get(URL).content.decode()
    assert "Nobody can bring it back" in page
    for typed in ("", "other@example.com"):
        response = here.post(URL, {"email": typed})
        assert response.status_code == 422
        assert 'id="id_email_error"' in response.content.decode()
    assert User.objects.filter(pk=canary.pk).exists()


def test_all_browsers_are_signed_out(canary, here):
    other = Client()
    other.post(
        "/accounts/login/", {"login": canary.email, "password": PASSWORD}, follow=True
    )
    delete(here)
    assert not any(
        WORD in str(session.get_decoded()) for session in Session.objects.all()
    )


def test_an_upload_that_waited_is_gone(db, client):
    call_command("createcachetable", verbosity=0)
    donor, empty = create_user(), create_user(email="empty@example.com")
    empty.set_password(PASSWORD)
    empty.save()
    live(donor)
    client.force_login(empty)
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    file = SimpleUploadedFile("x.zip", exported(donor))
    client.post("/you/data/import/", {"file": file})
    key = f"portability.upload.{empty.pk}"
    assert cache.get(key)

    client.post(URL, {"email": "empty@example.com"})
    assert cache.get(key) is None


def test_everybody_else_stays(canary, here, alice):
    live(alice, word="magpie")
    before = tables_with("magpie")
    delete(here)
    assert tables_with("magpie") == before
    assert User.objects.get() == alice


def test_the_address_is_free_again(canary, here, client):
    delete(here)
    typed = {"email": canary.email, "password1": PASSWORD, "time_zone": "UTC"}
    assert client.post("/accounts/signup/", typed).status_code == 302
