from __future__ import annotations

from datetime import timedelta

from interviews.actions import edit_round
from tests.interviews.world import DANA, NOW, acme, invited, session

TOMORROW = NOW + timedelta(days=1)


def test_new_times_count_as_a_move(alice):
    round_ = invited(acme(alice), starts_at=TOMORROW)
    later = NOW + timedelta(hours=5)

    moved = edit_round(
        round_,
        number=1,
        session=session(TOMORROW + timedelta(hours=2)),
        people=[DANA],
        now=later,
    )

    assert (moved.moves, moved.timed_at) == (1, later)


def test_anything_else_does_not(alice):
    round_ = invited(acme(alice), starts_at=TOMORROW)

    edited = edit_round(
        round_,
        number=2,
        session=session(TOMORROW),
        people=[DANA],
        to_prepare="A case",
        now=NOW + timedelta(hours=5),
    )

    assert (edited.moves, edited.timed_at) == (0, NOW)
