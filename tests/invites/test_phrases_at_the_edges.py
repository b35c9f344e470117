from __future__ import annotations

from datetime import UTC, datetime

import pytest

from interviews.invites.found import Found, Kind
from interviews.invites.reading import read

RECEIVED = datetime(2026, 11, 20, 12, tzinfo=UTC)
AT_TWO = datetime(2026, 12, 3, 13, tzinfo=UTC)


def found(words: str) -> Found:
    return read(
        words.encode(), received_at=RECEIVED, zone="Europe/Berlin", locale="en-GB"
    )


@pytest.mark.parametrize(
    "words",
    [
        "Interview 2026-12-03T14:00:00+01:00",
        "Interview 2026-12-03T08:00-05:00 with Anna Bell",
        "Interview 2026-12-03T13:00Z",
        "Interview 2026-12-03 14:00 +01:00",
        "Interview on 3 December 2026, 14:00-15:00 CET",
    ],
)
def test_an_offset_behind_a_time_is_its_zone_and_no_end(words: str) -> None:
    (session,) = found(words).sessions

    assert session.starts_at == AT_TWO
    assert found(words).questions == []


def test_a_cancelled_time_is_found_though_the_words_speak_against_it() -> None:
    said = found("Wir müssen den Termin am 3.12. um 14 Uhr MEZ leider absagen.")

    assert said.kind is Kind.CANCEL
    assert [session.starts_at for session in said.sessions] == [AT_TWO]


@pytest.mark.parametrize("words", ["Your third round is booked", "third interview"])
def test_your_third_round_is_the_third(words: str) -> None:
    assert found(f"{words}: 3 Dec 2026, 14:00 CET").round_number == 3


def test_a_round_that_was_is_not_the_one_to_come() -> None:
    said = found("Thank you for your first interview. The next: 3 Dec 2026, 14:00 CET")

    assert said.round_number != 1


@pytest.mark.parametrize(
    "words",
    [
        "Chat next Tuesday at 2 ET with our CFO Linda Park",
        "La entrevista será el 9/12/2026 a las 16:00 en Calle de Alcalá 45, Madrid.",
        "Interview on 3 Dec 2026 at 2pm CET with CEO Max Stein",
        "Interview am 3.12.2026 um 14 Uhr MEZ in der Hauptstr. 5, 80331 München",
    ],
)
def test_what_stands_behind_at_and_with_is_not_always_a_company(words: str) -> None:
    assert found(words).company == ""


def test_who_wants_you_back_without_a_date_invites() -> None:
    said = found("We'd love you to come back and meet our team. When works next week?")

    assert said.kind is Kind.INVITE
    assert [question.field for question in said.questions] == ["sessions.0.starts_at"]
