"""Whatever a name or a place says, it adds no line of its own to the file."""

from __future__ import annotations

import pytest

from calendars import files
from tests import factories
from tests.calendars.reading import check_lines, event_of
from tests.interviews.world import NOW

EVIL = [
    "A\r\nBEGIN:VALARM\r\nACTION:EMAIL\r\nATTENDEE:mailto:victim@example.com",
    "A\nEND:VEVENT\nEND:VCALENDAR",
    "A\rATTACH:https://evil.example.com/",
    "A\u2028BEGIN:VEVENT\u2029\u0085UID:1",
    "A\\nBEGIN:VALARM",
    'A;VALUE=URI:x,y;z:"q"\\',
    "A\x00\x07\x1b\x7f\u202egnp",
    "\ufeffA",
    "^n^'^^",
    "é" * 190,
    "名前" * 95,
    "👩🏽‍💻" * 40,
    "W" * 200,
    " \t ",
    "x" * 60 + "\n" + "y" * 80,
]


@pytest.fixture(params=EVIL, ids=range(len(EVIL)))
def round_(request, db):
    evil = request.param
    # PostgreSQL holds no NUL; a form refuses it, a file that is imported too.
    evil = evil.replace("\x00", "")
    application = factories.create_application(company_name=evil, role=evil)
    person = factories.create_contact(application=application, name=evil, title=evil)
    made = factories.create_round(
        application=application, starts_at=NOW, people=[person], to_prepare=evil * 3
    )
    made.sessions.update(place=evil, link=f"https://meet.example.com/{evil[:99]}")
    return made


def test_it_stays_where_it_was_written(round_):
    check_lines(files.of_rounds([round_.pk]))
    event = event_of(round_)

    found = {child.name for child in event.getChildren()}
    assert found <= {
        *("UID", "SEQUENCE", "DTSTAMP", "LAST-MODIFIED", "DTSTART", "DTEND"),
        *("SUMMARY", "LOCATION", "URL", "DESCRIPTION", "CONFERENCE"),
        *("STATUS", "TRANSP", "VALARM"),
    }
    assert event.uid.value == f"session-{round_.sessions.get().pk}@localhost"
    assert len(event.valarm_list) == 1
    assert event.valarm.action.value == "DISPLAY"
    assert "\n" not in event.summary.value


def test_and_reads_as_it_was_written(db):
    words = "Müller; Söhne, “GmbH” \\ 名前\nzweite Zeile"
    round_ = factories.create_round(starts_at=NOW, to_prepare=words)

    assert f"They ask you to prepare: {words}\n" in event_of(round_).description.value
