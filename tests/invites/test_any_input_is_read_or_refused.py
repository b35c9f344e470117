from __future__ import annotations

import random
import time
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interviews.invites.found import Found, NotRead
from interviews.invites.reading import read
from tests.invites import hostile
from tests.invites.agreed import disagreements
from tests.invites.files import files
from tests.invites.texts import texts

RECEIVED = datetime(2026, 11, 20, 12, tzinfo=UTC)
TEXTS = [text.words for text in texts()]
FILES = [file.raw for file in files()]
PARTS = """
Interview|interview on |second round|Monday|next Tuesday|Thu 3 Dec|3/12|12/3/2026|3.12.
2026-12-03|31 February|the 3rd|tomorrow|morgen|demain|mañana|at 2|2pm|14:00|14 Uhr|14h30
2-3pm|from 9 to 5|11am–12pm|noon|ET|CST|GMT+1|UTC|Berlin time|heure de Paris|+05:30
45 minutes|an hour|with Anna Bell, VP|and Tom Keller|Frau Dr. Klein|panel|lunch|case
https://zoom.us/j/1|www.example.com|+1 555 010 0100|1 Main Street|Raum 3|or|and|to|until
Date:|Time:|Where:|When:|From: a@b.example|Subject: x|> |On Mon wrote:|---|* |•|\t|( ) [ ]
Best regards|Nora Lind|Globex GmbH|Dear Sam,|Sehr geehrte|we regret|cancelled|rescheduled
unsubscribe|BEGIN:VEVENT|DTSTART:20261203T140000|DTSTART;TZID=X:|END:VEVENT|<p>|</p><br>
""".replace("\n", "|").split("|")

few = settings(max_examples=120, deadline=None)


def judge(data: bytes, zone: str | None = "Europe/Berlin") -> Found | None:
    """Nothing but `NotRead` is raised, in time, and what is found agrees with itself."""
    started = time.monotonic()
    found: Found | None
    try:
        found = read(data, received_at=RECEIVED, zone=zone, locale="en-GB")
    except NotRead as error:
        refusal = str(error)
        found = None
    assert time.monotonic() - started < 2
    if found is None:
        assert refusal
        assert "\n" not in refusal
    else:
        assert list(disagreements(found)) == []
    return found


@few
@given(st.binary(max_size=3_000))
def test_any_bytes(data: bytes) -> None:
    judge(data)


@few
@given(st.text(max_size=2_000), st.sampled_from(["utf-8", "utf-16", "latin-1"]))
def test_any_text(text: str, charset: str) -> None:
    judge(text.encode(charset, "replace"))


@few
@given(
    st.lists(st.tuples(st.sampled_from(PARTS), st.sampled_from(" \n,")), max_size=60),
    st.sampled_from(["Europe/Berlin", "America/New_York", "UTC", None]),
)
def test_any_order_of_the_words_of_invitations(
    parts: list[tuple[str, str]], zone: str | None
) -> None:
    judge("".join(word + space for word, space in parts).encode(), zone)


@few
@given(st.sampled_from([*FILES, *(text.encode() for text in TEXTS)]), st.randoms())
def test_any_invitation_with_parts_lost_doubled_and_swapped(
    data: bytes, chance: random.Random
) -> None:
    pieces = [data]
    for _ in range(chance.randint(1, 4)):
        piece = pieces.pop(chance.randrange(len(pieces)))
        at = chance.randint(0, len(piece))
        pieces += [
            piece[:at],
            chance.choice([b"", b"\0", b"\xff", b"\n", b";"]),
            piece[at:],
        ]
    if chance.random() < 0.5:
        chance.shuffle(pieces)
    judge(b"".join(pieces))


@few
@given(
    st.lists(
        st.sampled_from(sorted({line for raw in FILES for line in raw.splitlines()})),
        max_size=60,
    )
)
def test_any_lines_of_calendars_and_mails(lines: list[bytes]) -> None:
    judge(b"BEGIN:VCALENDAR\n" + b"\n".join(lines))


@pytest.mark.parametrize("data", FILES + [text.encode() for text in TEXTS])
def test_what_is_found_in_the_corpora_agrees_with_itself(data: bytes) -> None:
    judge(data)


@pytest.mark.parametrize("name", hostile.ODD_BUT_READ)
def test_so_does_what_is_found_in_odd_ones(name: str) -> None:
    judge(hostile.ODD_BUT_READ[name])
