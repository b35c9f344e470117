from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.utils import timezone

from accounts.actions import change_time_zone
from accounts.models import User
from applications.models import Application, Company
from interviews.actions import mark_sent
from interviews.models import FollowUp, Round
from portability.tables import RESTORED
from reminders.delivery.sender import run_due
from reminders.models import Preferences, Reminder
from tests.factories import create_user
from tests.portability.life import document, exported, live

URL = "/you/data/import/"
CONFIRM = "/you/data/import/confirm/"


def upload(client, data: bytes, name: str = "callback.zip"):
    return client.post(URL, {"file": SimpleUploadedFile(name, data)})


def take_in(client, data: bytes):
    preview = upload(client, data)
    assert preview.status_code == 200, preview.content.decode()
    return client.post(CONFIRM, {"digest": preview.context["digest"]}, follow=True)


def without_numbers(written: dict[str, Any]) -> dict[str, Any]:
    """The restored tables with ids replaced by their place, so that two compare."""
    places = {
        table.name: {row["id"]: n for n, row in enumerate(written[table.name])}
        for table in RESTORED
    }
    models = {table.model: table.name for table in RESTORED}
    found: dict[str, Any] = {"time_zone": written["account"]["time_zone"]}
    for table in RESTORED:
        rows = [dict(row) for row in written[table.name]]
        for row in rows:
            del row["id"]
            for field in table.fields:
                name = models.get(field.related_model)  # type: ignore[arg-type]
                if name and row[field.name] is not None:
                    row[field.name] = places[name][row[field.name]]
            if "key" in row:
                head, _, tail = row["key"].partition(":round:")
                row["key"] = head + tail.lstrip("0123456789")
        found[table.name] = rows
    return found


@pytest.fixture
def lived(alice, sink) -> User:
    """Alice has been told once, has sent one note, and owes another."""
    past = live(alice)
    assert run_due() == 1
    note = FollowUp.objects.filter(round=past).order_by("pk")[0]
    mark_sent(note, now=timezone.now())
    return alice


def test_the_same_on_both_sides(lived, mallory_client, mallory):
    change_time_zone(lived, time_zone="Asia/Tokyo", now=timezone.now())
    data = exported(lived)

    page = take_in(mallory_client, data).content.decode()

    assert "2 applications are here" in page
    mallory.refresh_from_db()
    before, after = document(data), document(exported(mallory))
    assert without_numbers(after) == without_numbers(before)
    assert (mallory.email, mallory.time_zone) == ("mallory@example.com", "Asia/Tokyo")
    assert not Preferences.objects.get(owner=mallory).status_check


def test_the_preview_writes_nothing(lived, mallory_client, mallory):
    page = upload(mallory_client, exported(lived)).content.decode()
    assert "Nothing is written yet" in page
    assert "alice@example.com" in page
    assert not Application.objects.for_user(mallory).exists()
    mallory.refresh_from_db()
    assert mallory.time_zone == "Europe/Berlin"


def test_what_was_told_is_not_told_again(lived, mallory, mallory_client, sink):
    assert len(sink.messages) == 1
    take_in(mallory_client, exported(lived))

    assert run_due() == 0
    assert len(sink.messages) == 1
    told = Reminder.objects.for_user(mallory).exclude(state="scheduled")
    assert [row.state for row in told] == ["told"]


def test_a_check_in_that_was_told_stays_told(lived, mallory, mallory_client):
    """Its reminder is named after the check-in, which has another number here."""
    now = timezone.now()
    round_ = Round.objects.filter(application__owner=lived).order_by("pk")[0]
    past = now - timedelta(days=1)
    row = FollowUp.objects.create(round=round_, kind="check_in", due_at=past)
    Reminder.objects.create(
        owner=lived,
        application=round_.application,
        round=round_,
        kind="status_check",
        key=f"status_check:round:{round_.pk}:f{row.pk}",
        due_at=past,
        allowed_at=past,
        useless_after=now + timedelta(days=13),
        fingerprint="told",
        state="told",
        settled_at=now,
    )

    take_in(mallory_client, exported(lived))

    (here,) = FollowUp.objects.for_user(mallory).filter(kind="check_in")
    (reminder,) = Reminder.objects.for_user(mallory).filter(kind="status_check")
    assert reminder.key == f"status_check:round:{here.round_id}:f{here.pk}"
    assert reminder.state == "told"


def test_what_was_due_on_the_way_is_shown_and_not_mailed(
    alice, mallory, mallory_client, sink
):
    """Exported before the mail left; the old installation has sent it meanwhile."""
    live(alice)
    data = exported(alice)
    take_in(mallory_client, data)

    assert run_due() == 1
    (mail,) = sink.messages
    assert mail["To"] == "alice@example.com"
    assert Reminder.objects.for_user(mallory).filter(state="kept").count() == 1
    assert "canary" in mallory_client.get("/reminders/").content.decode()


def test_what_is_to_come_is_planned_anew(lived, mallory, mallory_client):
    take_in(mallory_client, exported(lived))

    def planned(owner):
        rows = Reminder.objects.for_user(owner).scheduled()
        return [*rows.order_by("due_at").values_list("kind", "due_at")]

    assert planned(mallory) == planned(lived)
    assert {kind for kind, _ in planned(mallory)} >= {"prepare"}


def test_a_second_yes_does_nothing(lived, mallory, mallory_client):
    preview = upload(mallory_client, exported(lived))
    for _ in range(2):
        mallory_client.post(CONFIRM, {"digest": preview.context["digest"]})
    assert Application.objects.for_user(mallory).count() == 2


def test_only_what_was_previewed_is_taken(lived, mallory, mallory_client):
    upload(mallory_client, exported(lived))
    page = mallory_client.post(CONFIRM, {"digest": "0" * 64}, follow=True)
    assert "Please choose the file again" in page.content.decode()
    assert not Application.objects.for_user(mallory).exists()


def test_anothers_upload_is_not_mine(lived, alice_client, mallory, mallory_client):
    preview = upload(mallory_client, exported(lived))
    stranger = create_user()
    alice_client.force_login(stranger)
    alice_client.post(CONFIRM, {"digest": preview.context["digest"]})
    assert not Application.objects.for_user(stranger).exists()


def test_an_account_with_something_in_it_takes_nothing(lived, alice_client):
    page = alice_client.get(URL).content.decode()
    assert "an import needs an empty one" in page
    assert 'type="file"' not in page
    assert "digest" not in upload(alice_client, exported(lived)).context
    assert Company.objects.for_user(lived).count() == 2


def test_the_json_alone_is_enough(lived, mallory, mallory_client):
    text = json.dumps(document(exported(lived))).encode()
    take_in(mallory_client, text)
    assert Round.objects.for_user(mallory).count() == 2


def test_the_command_does_the_same(lived, mallory, tmp_path):
    path = tmp_path / "out.zip"
    path.write_bytes(exported(lived))
    call_command("import_account", "mallory@example.com", str(path), verbosity=0)
    assert Application.objects.for_user(mallory).count() == 2
    for words, address, file in (
        ("already", "mallory@example.com", path),
        ("make the account first", "nobody@example.com", path),
        ("No such file", "mallory@example.com", tmp_path / "nowhere"),
    ):
        with pytest.raises(CommandError, match=words):
            call_command("import_account", address, str(file))


def test_it_works_a_month_later(lived, mallory, mallory_client, sink):
    """Rounds long past are history: nothing about them leaves."""
    written = document(exported(lived))
    text = json.dumps(_shifted(written, timedelta(days=-30))).encode()
    take_in(mallory_client, text)
    run_due()
    assert len(sink.messages) == 1
    assert Round.objects.for_user(mallory).count() == 2


def _shifted(value: Any, by: timedelta) -> Any:
    from django.utils.dateparse import parse_datetime

    if isinstance(value, dict):
        return {key: _shifted(each, by) for key, each in value.items()}
    if isinstance(value, list):
        return [_shifted(each, by) for each in value]
    if isinstance(value, str) and len(value) > 18 and "T" in value:
        moment = parse_datetime(value)
        return (moment + by).isoformat() if moment else value
    return value
