"""A file of no known kind that is no text is refused, and not shown as letters."""

from __future__ import annotations

import random
from datetime import UTC, datetime

import pytest

from interviews.invites.found import Found, NotRead
from interviews.invites.reading import read
from tests.invites.web.letters import LETTER, event


def reading(data: bytes) -> Found:
    return read(data, received_at=datetime(2026, 11, 23, tzinfo=UTC), filename="a.ics")


@pytest.mark.parametrize("size", [300, 3000, 100_000])
def test_bytes_of_a_program(size):
    data = b"\x7fELF" + random.Random(7).randbytes(size)  # noqa: S311 - no secret
    with pytest.raises(NotRead, match="not text"):
        reading(data)


@pytest.mark.parametrize(
    "data",
    [
        LETTER.encode("utf-16"),
        LETTER.encode("iso2022_jp"),
        "面接は11月30日14時".encode("iso2022_jp") * 20,
        "Gespräch am 30. November um 14 Uhr, Größe".encode("cp1252"),
        "面接は11月30日14時".encode("shift_jis"),
        LETTER.replace("\n", "\f\v\r\n").encode(),
        (LETTER + "\x07\x08").encode(),
        event().encode(),
    ],
)
def test_a_text_in_any_writing_is_read(data):
    assert reading(data).text
