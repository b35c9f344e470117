from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.invites.manage import read_invite

EVENT = b"""BEGIN:VCALENDAR
METHOD:REQUEST
BEGIN:VEVENT
UID:second-round@globex.example
SEQUENCE:0
DTSTAMP:20261120T090000Z
DTSTART;TZID=Europe/Berlin:20261203T140000
DTEND;TZID=Europe/Berlin:20261203T150000
SUMMARY:Second interview: Data Analyst
ORGANIZER;CN=Nora Lind:mailto:nora@globex.example
LOCATION:https://meet.google.com/abc-defg-hij
END:VEVENT
END:VCALENDAR
"""
MAIL = b"""From: Nora Lind <nora@globex.example>
To: sam@example.com
Subject: Second interview at Globex
Date: Fri, 20 Nov 2026 09:00:00 +0100
Message-ID: <1@globex.example>
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8

Hi Sam,

we would like to invite you to a second interview on Thursday 3 December,
14:00 to 15:00 CET, via Zoom: https://globex.zoom.us/j/8812204417

Best regards
Nora Lind
"""
WORDS = b"Could we have your second interview on Thu 3 Dec 2026, 2pm-3pm CET?"
KEYS = {
    "is_invite", "kind", "method", "uid", "sequence", "summary", "company", "role",
    "round_number", "sessions", "organiser", "to_prepare", "certainty", "sources",
    "questions",
}  # fmt: skip
OF_A_SESSION = {
    "starts_at", "ends_at", "time_zone", "place", "link", "setting", "formats", "people"
}  # fmt: skip


@pytest.mark.parametrize("data", [EVENT, MAIL, WORDS])
def test_each_form_tells_the_same_times(data: bytes, tmp_path: Path) -> None:
    done = read_invite(
        "-", "--received", "2026-11-20T09:00+01:00", data=data, folder=tmp_path
    )

    assert (done.returncode, done.stderr) == (0, b"")
    told = json.loads(done.stdout)
    assert told.keys() >= KEYS
    assert (told["is_invite"], told["kind"]) == (True, "invite")
    (session,) = told["sessions"]
    assert session.keys() >= OF_A_SESSION
    assert session["starts_at"] == "2026-12-03T13:00:00Z"
    assert session["ends_at"] == "2026-12-03T14:00:00Z"
    assert session["time_zone"] == "Europe/Berlin"


def test_a_file_is_read_too(tmp_path: Path) -> None:
    file = tmp_path / "invite.ics"
    file.write_bytes(EVENT)

    done = read_invite(str(file), folder=tmp_path)

    assert done.returncode == 0
    assert json.loads(done.stdout)["uid"] == "second-round@globex.example"


def test_what_is_no_invite_is_told_and_exits_with_one(tmp_path: Path) -> None:
    data = b"We regret to inform you that we have chosen another candidate."

    done = read_invite("-", data=data, folder=tmp_path)

    assert (done.returncode, done.stderr) == (1, b"")
    told = json.loads(done.stdout)
    assert (told["is_invite"], told["kind"]) == (False, "rejection")


@pytest.mark.parametrize(
    ("arguments", "data", "says"),
    [
        (["-"], b"", b"nothing in it"),
        (["-"], b"%PDF-1.7", b"a PDF file"),
        (["-"], b"x" * (5 * 1024 * 1024 + 1), b"larger than 5 MB"),
        (["missing.ics"], b"", b"No such file"),
        (["-", "--zone", "Mars/Base"], WORDS, b"Mars/Base"),
        (["-", "--received", "soon"], WORDS, b"soon"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_line(
    arguments: list[str], data: bytes, says: bytes, tmp_path: Path
) -> None:
    done = read_invite(*arguments, data=data, folder=tmp_path)

    assert (done.returncode, done.stdout) == (2, b"")
    assert says in done.stderr
    assert done.stderr.count(b"\n") == 1
