"""What was kept of a calendar file reads as words; its lines are one press away."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils.html import escape

from interviews.original import in_words
from tests.invites.web.letters import LETTER, event

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 23, 11, tzinfo=UTC)
LONDON = """Second interview

Hi Alice

DTSTART;TZID=Europe/London:20261203T130000
DTEND;TZID=Europe/London:20261203T140000
ORGANIZER:mailto:nora.lind@globex.test
ATTENDEE:mailto:priya@globex.test
LOCATION:Globex, 1 High Street
Nora Lind nora.lind@globex.test
Priya Nair priya@globex.test"""


def told(text: str):
    return in_words(text, zone=BERLIN, now=NOW)


def when(*lines: str) -> str:
    (only,) = told("\n".join(["Interview", "", *lines])).events
    return only.when


def test_when_where_and_who():
    original = told(LONDON)

    (only,) = original.events
    assert original.words == "Second interview\n\nHi Alice"
    assert only.when == "Thu 3 Dec, 14:00–15:00 (13:00 in London)"
    assert only.where == ["Globex, 1 High Street"]
    assert only.organiser == "Nora Lind (nora.lind@globex.test)"
    assert only.people == ["Priya Nair (priya@globex.test)"]


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (["DTSTART:20261203T130000Z", "DURATION:PT45M"], "Thu 3 Dec, 14:00–14:45"),
        (["DTSTART:20261203T130000"], "Thu 3 Dec, 13:00, with no time zone said"),
        (["DTSTART:20261203"], "Thu 3 Dec, no time said"),
        (
            ["DTSTART;TZID=W. Europe Standard Time:20261203T130000"],
            "Thu 3 Dec, 13:00",
        ),
        (
            ["DTSTART;TZID=Head office:20261203T130000"],
            "Thu 3 Dec, 13:00, in the zone “Head office”",
        ),
        (["DTSTART:20269999T990000"], ""),
    ],
)
def test_times_as_the_file_has_them(lines, words):
    assert when(*lines) == words


def test_several_events():
    assert len(told(f"{LONDON}\n\n{LONDON}").events) == 2


@pytest.mark.parametrize("text", [LETTER, "", "Our plan\nLOCATION: Berlin\nBest, Nora"])
def test_a_letter_stays_as_it_is(text):
    assert told(text).words == text.strip()
    assert not told(text).events


@pytest.mark.usefixtures("monday")
def test_the_page_hides_the_lines_behind_a_summary(alice_client, hand_in):
    invite = hand_in(event())

    page = alice_client.get(f"/invites/{invite.pk}/original/").content.decode()

    before, after = page.split("The lines of the calendar file")
    assert "Mon 30 Nov, 14:00–15:00" in before
    assert "Nora Lind (nora.lind@globex.test)" in before
    assert "DTSTART" not in before
    assert "DTSTART:20261130T130000Z" in after
    assert "UID:round-1@globex.test" in after


@pytest.mark.usefixtures("monday")
def test_nothing_in_it_is_a_page(alice_client, hand_in):
    evil = '<img src="https://evil.test/x.png" onerror=x>'
    invite = hand_in(event().replace("LOCATION:https:", f"LOCATION:{evil}https:"))

    page = alice_client.get(f"/invites/{invite.pk}/original/").content.decode()

    assert "<img" not in page
    assert page.count(escape(evil)) == 2
