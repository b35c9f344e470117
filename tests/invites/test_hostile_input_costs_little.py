from __future__ import annotations

import time
from datetime import UTC, datetime

import pytest

from interviews.invites.found import Found, NotRead
from interviews.invites.limits import read_limited
from tests.invites import hostile

RECEIVED = datetime(2026, 11, 20, 12, tzinfo=UTC)
START = datetime(2026, 12, 3, 13, tzinfo=UTC)


def read(data: bytes) -> Found:
    return read_limited(
        data, received_at=RECEIVED, zone="Europe/Berlin", locale="en-GB"
    )


@pytest.mark.parametrize("name", hostile.COSTLY)
def test_it_is_read_or_refused_within_two_seconds(name: str) -> None:
    started = time.monotonic()
    try:
        read(hostile.COSTLY[name][: 5 * 1024 * 1024])
    except NotRead as refusal:
        said = str(refusal)
        assert said
        assert "\n" not in said
    assert time.monotonic() - started < 2


@pytest.mark.parametrize("name", hostile.ODD_BUT_READ)
def test_what_is_only_odd_is_read(name: str) -> None:
    found = read(hostile.ODD_BUT_READ[name])

    assert found.is_invite
    assert [session.starts_at for session in found.sessions] == [START]


def test_a_recurring_event_is_its_first_time() -> None:
    found = read(hostile.event(b"RRULE:FREQ=SECONDLY;COUNT=999999999"))

    assert [session.starts_at for session in found.sessions] == [
        datetime(2026, 12, 3, 14, tzinfo=UTC)
    ]


def test_what_a_page_does_not_show_is_not_read() -> None:
    found = read(hostile.ODD_BUT_READ["a script"])

    assert "alert" not in found.text


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"x" * (5 * 1024 * 1024 + 1), "larger than 5 MB"),
        (hostile.COSTLY["a calendar of 50,000 events"], "50,000 events"),
        (hostile.COSTLY["60,000 people"], "60,000 people"),
        (hostile.COSTLY["very many headers"], "headers"),
        (hostile.COSTLY["very many parts"], "parts"),
        (hostile.COSTLY["multiparts in multiparts"], "nested too deeply"),
        (b"PK\x03\x04", "a compressed file"),
        (b"\0" * 10_000, "nothing in it"),
    ],
)
def test_a_refusal_says_why_and_what_to_do(data: bytes, says: str) -> None:
    with pytest.raises(NotRead, match=says) as refused:
        read(data)

    assert any(word in str(refused.value) for word in ("copy", "Paste", "Save"))
