"""What something was read from is marked in the text; a line's end never is."""

from __future__ import annotations

from interviews.invites.found import Certainty, Found, Kind
from interviews.marking import marked


def found(**sources: str) -> Found:
    return Found(
        kind=Kind.INVITE,
        sources=sources,
        certainty=dict.fromkeys(sources, Certainty.ASK),
    )


def test_all_of_the_text_in_its_order():
    text = "Monday,\n\n09:00 Dana\nBest"

    pieces = marked(text, found(start="Monday,\n\n09:00"))

    assert "".join(piece.text for piece in pieces) == text
    assert [p.text for p in pieces if p.paths] == ["Monday,", "09:00"]


def test_what_is_asked_is_marked_as_such():
    pieces = marked("at 2pm CST", found(zone="CST"))

    assert [p.text for p in pieces if p.is_asked] == ["CST"]
