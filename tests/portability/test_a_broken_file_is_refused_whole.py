"""Every mistake is named, and nothing of the file is written."""

from __future__ import annotations

import copy
import io
import json
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from portability import reading
from portability.reading import UnreadableError, read
from tests.portability.life import document, exported, live
from tests.security.tables import dump, lost

Breaking = Callable[[dict[str, Any]], Any]


@pytest.fixture
def written(alice, sink) -> dict[str, Any]:
    from reminders.delivery.sender import run_due

    live(alice)
    run_due()
    return document(exported(alice))


def upload(client, data: bytes):
    return client.post("/you/data/import/", {"file": SimpleUploadedFile("x", data)})


def set_(table: str, name: str, value: Any) -> Breaking:
    return lambda doc: doc[table][0].__setitem__(name, value)


BROKEN: dict[str, tuple[Breaking, str]] = {
    "no such stage": (set_("applications", "stage", "hired"), "stage: Value 'hired'"),
    "no text": (set_("applications", "role", ["x"]), "role: this is no text"),
    "empty": (set_("applications", "role", ""), "role: This field cannot be blank"),
    "too long": (set_("applications", "role", "x" * 201), "role: Ensure this value"),
    "a script": (
        set_("applications", "posting_url", "javascript:alert(1)"),
        "posting_url",
    ),
    "no number": (set_("applications", "pay_from", "many"), "pay_from"),
    "true is no number": (set_("applications", "pay_from", True), "pay_from"),
    "too large": (set_("applications", "pay_from", 10**12), "pay_from"),
    "no date": (set_("applications", "applied_on", "soon"), "applied_on"),
    "no moment": (
        set_("applications", "created_at", None),
        "created_at: this is missing",
    ),
    "no zone": (set_("notes", "created_at", "2026-01-01T10:00:00"), "says no zone"),
    "no year": (set_("notes", "created_at", "0001-01-01T00:00:00+14:00"), "created_at"),
    "a zero byte": (set_("notes", "text", "a\0b"), "a sign in it"),
    "half a sign": (set_("notes", "text", "\ud800"), "a sign in it"),
    "no such zone": (set_("sessions", "time_zone", "Mars/Base"), "time_zone"),
    "no list": (set_("sessions", "formats", "panel"), "formats: this is no list"),
    "no such format": (set_("sessions", "formats", ["dance"]), "formats"),
    "numbers in a list": (set_("sessions", "formats", [[1]]), "formats"),
    "nobody": (set_("contacts", "company", 987654321), "“company” names a row"),
    "a list for a row": (set_("contacts", "company", [1]), "“company” names a row"),
    "something new": (set_("notes", "mood", "good"), "“mood” is not known"),
    "a foreign key": (
        set_("reminders_told", "key", "prepare:round:1"),
        "key does not fit",
    ),
    "not told": (set_("reminders_told", "state", "scheduled"), "it was not told"),
    "a field away": (lambda d: d["notes"][0].pop("text"), "“text” is missing"),
    "a table away": (lambda d: d.pop("notes"), "notes: this part is missing"),
    "no row": (lambda d: d["notes"].append(7), "this is no row"),
    "twice": (lambda d: d["notes"].append(d["notes"][0]), "its id is there twice"),
    "no session": (lambda d: d["sessions"].clear(), "it has no session"),
    "no home": (lambda d: d["account"].update(time_zone="?"), "no such time zone"),
    "another format": (lambda d: d.update(format="other"), "no export of Callback"),
    "a later version": (lambda d: d.update(version=2), "another version of Callback"),
}


@pytest.mark.parametrize(("spoil", "words"), BROKEN.values(), ids=BROKEN)
def test_with_the_reason(spoil, words, written, mallory_client):
    spoil(written)
    before = dump()

    response = upload(mallory_client, json.dumps(written).encode())

    assert response.status_code == 422
    assert words.replace("'", "&#x27;") in response.content.decode()
    assert dump() == before


CONTRADICTIONS: dict[str, tuple[Breaking, str]] = {
    "one company twice": (
        lambda d: d["companies"][1].update(name=d["companies"][0]["name"].upper()),
        "You already have a company of that name.",
    ),
    "pay upside down": (
        lambda d: d["applications"][0].update(pay_from=9, pay_to=1),
        "cannot be less than pay",
    ),
    "an end before its start": (
        lambda d: d["sessions"][0].update(ends_at="2020-01-01T00:00:00+00:00"),
        "The end must be after the start.",
    ),
    "a round number twice": (
        lambda d: d["rounds"][1].update(number=d["rounds"][0]["number"]),
        "This application already has that round.",
    ),
    "the same seat twice": (
        lambda d: d["interviewers"].append(d["interviewers"][0] | {"id": 987654321}),
        "interviewers",
    ),
    "an outcome without its time": (
        lambda d: d["rounds"][0].update(outcome="offer", outcome_at=None),
        "rounds",
    ),
}


@pytest.mark.parametrize(
    ("spoil", "words"), CONTRADICTIONS.values(), ids=CONTRADICTIONS
)
def test_with_what_only_the_database_finds(spoil, words, written, mallory_client):
    spoil(written)
    before = dump()

    response = upload(mallory_client, json.dumps(written).encode())

    assert response.status_code == 422
    assert words in response.content.decode()
    assert lost(before, dump()) == []
    assert dump() == before


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not json",
        b"[1, 2]",
        b"[" * 100_000,
        b"\xff\xfe\x00",
        b"PK\x03\x04 broken",
        b'{"format": "callback account", "version": 1}',
    ],
    ids=["empty", "words", "list", "deep", "bytes", "no zip", "no account"],
)
def test_what_is_no_export_at_all(data, db, mallory_client):
    response = upload(mallory_client, data)
    assert response.status_code == 422
    assert 'id="id_file_error"' in response.content.decode()


def test_a_zip_without_the_file(db):
    with pytest.raises(UnreadableError, match=r"no account\.json"):
        read(_zip("other.json", b"{}"))


def test_a_zip_that_swells_up_is_not_unpacked(db):
    bomb = _zip("account.json", b" " * (reading.LARGEST_BYTES + 1))
    assert len(bomb) < 100_000
    with pytest.raises(UnreadableError, match="larger than 20 MB"):
        read(bomb)


def test_not_more_than_twenty_mistakes_are_listed(written):
    one = written["notes"][0]
    written["notes"] = [one | {"id": n, "text": ""} for n in range(100)]
    with pytest.raises(UnreadableError) as refused:
        read(json.dumps(written).encode())
    assert len(refused.value.mistakes) == 21


def test_too_many_rows(written, monkeypatch):
    monkeypatch.setattr(reading, "LARGEST_ROWS", 3)
    with pytest.raises(UnreadableError, match="more than 3 rows"):
        read(json.dumps(written).encode())


def test_the_sound_one_is_read(written):
    untouched = copy.deepcopy(written)
    assert read(json.dumps(written).encode()).count("applications") == 2
    assert written == untouched


def _zip(name: str, data: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, data)
    return file.getvalue()
