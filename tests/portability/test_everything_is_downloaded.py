from __future__ import annotations

import csv
import io
import zipfile

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from accounts.spreadsheet import harmless
from applications.actions import create_application
from applications.models import Application
from portability.export import applications_csv
from reminders.delivery.sender import run_due
from tests.portability.life import document, live

URL = "/you/data/download/"


def test_as_one_zip_from_the_page_you(alice, proven_client):
    live(alice)
    assert URL in proven_client.get("/you/").content.decode()
    assert "Download everything" in proven_client.get(URL).content.decode()

    response = proven_client.post(URL)

    assert response["Content-Disposition"].startswith('attachment; filename="callback-')
    assert "no-store" in response["Cache-Control"]
    data = b"".join(response.streaming_content)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        assert {"account.json", "applications.csv"} <= set(archive.namelist())
    written = document(data)
    assert written["account"]["email"] == "alice@example.com"
    assert "canary role" in str(written["applications"])


def test_with_the_mails_that_were_written(alice, proven_client, settings, tmp_path):
    settings.CALLBACK_DATA = tmp_path
    live(alice)
    assert run_due() == 1
    data = b"".join(proven_client.post(URL).streaming_content)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        (name,) = [n for n in archive.namelist() if n.startswith("mails/")]
        (kept,) = (tmp_path / "mail").iterdir()
        assert archive.read(name) == kept.read_bytes()


def test_the_command_writes_the_same(alice, tmp_path):
    live(alice)
    path = tmp_path / "out.zip"
    call_command("export_account", "Alice@example.com", str(path), verbosity=0)
    assert "canary role" in str(document(path.read_bytes())["applications"])
    assert path.stat().st_mode & 0o077 == 0
    with pytest.raises(CommandError, match="Nobody has the address"):
        call_command("export_account", "nobody@example.com", str(path))


# --- the table ---------------------------------------------------------------


def table(owner) -> list[dict[str, str]]:
    text = applications_csv(owner)
    assert text.startswith("\ufeff")
    return [*csv.DictReader(io.StringIO(text[1:], newline=""))]


def test_the_table_reads_back_with_commas_quotes_and_lines(alice):
    role = 'Head of "Data", Berlin\nand beyond'
    create_application(
        owner=alice,
        company_name="Größe, Söhne & 株式会社",
        role=role,
        now=timezone.now(),
    )
    (row,) = table(alice)
    assert row["role"] == role
    assert row["company"] == "Größe, Söhne & 株式会社"
    assert (row["stage"], row["rounds"]) == ("applied", "0")


@pytest.mark.parametrize("lead", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_is_a_formula(lead, alice):
    application = create_application(
        owner=alice, company_name="Acme", role="Role", now=timezone.now()
    )
    evil = f"{lead}cmd|' /C calc'!A0"
    Application.objects.filter(pk=application.pk).update(
        role=evil, location=evil, source=evil
    )
    application.company.name = evil
    application.company.save()
    (row,) = table(alice)
    for column in ("company", "role", "location", "source"):
        assert row[column] == f"'{evil}"


def test_plain_cells_stay_as_they_are():
    cells = harmless([None, 3, "1-2", "a=b", "", "x@example.com"])
    assert cells == ["", "3", "1-2", "a=b", "", "x@example.com"]
