"""Today reads a message as one row; it says of it what the message says of itself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest

from accounts.models import User
from dashboard.lines import messages, rounds
from dashboard.lines.words import Words
from dashboard.today import Today
from interviews import letters
from interviews.actions import Noted, save_debrief
from interviews.models import FollowUp, Round
from tests.interviews.world import DANA, NOW, acme, invited

HOUR = timedelta(hours=1)
YESTERDAY = NOW - 24 * HOUR


def over(alice: User, topic: str, *, people: tuple[Any, ...], known: bool) -> Round:
    """A round of yesterday, with what was noted of the talk with its only contact."""
    round_ = invited(acme(alice), starts_at=YESTERDAY, people=people, now=YESTERDAY)
    if not known:
        round_.sessions.update(ends_at=None)
    contact = round_.people[0].pk if people else None
    noted = Noted(topics={contact: topic}, notes="Kind")
    return save_debrief(round_, noted, promised_on=None, now=NOW)


def shown(owner: User, now: datetime) -> Iterator[tuple[Any, FollowUp]]:
    for row in Today(owner, now).follow_ups:
        yield row, FollowUp.objects.complete().get(pk=row.pk)


@pytest.mark.parametrize("people", [(DANA,), ()], ids=["named", "nobody named"])
@pytest.mark.parametrize("topic", ["The data model", ""], ids=["topic", "no topic"])
@pytest.mark.parametrize("known", [True, False], ids=["end known", "end unknown"])
def test_a_note_owed(
    alice: User, people: tuple[Any, ...], topic: str, known: bool
) -> None:
    over(alice, topic, people=people, known=known)

    ((row, whole),) = shown(alice, NOW)
    line = messages.owed(row, Words(alice.zone, NOW))

    assert line.what == whole.title
    assert line.url == whole.get_absolute_url()
    assert ("topic missing" in line.when) == letters.lacks_topic(whole) == (not topic)
    assert line.when.startswith("ended" if whole.round.end_is_known else "began")
    assert line.detail.startswith("Acme, first interview")


def test_a_check_that_nobody_is_named_for(alice: User) -> None:
    invited(acme(alice), starts_at=YESTERDAY, people=(), now=YESTERDAY)

    rows = list(shown(alice, NOW + 30 * 24 * HOUR))

    assert {row.kind for row, _ in rows} == {"thank_you", "status_check"}
    words = Words(alice.zone, NOW)
    for row, whole in rows:
        assert messages.owed(row, words).what == whole.title


def test_a_round_to_come_with_whom_and_how(alice: User) -> None:
    invited(acme(alice), starts_at=NOW + HOUR)
    later = invited(acme(alice), starts_at=NOW + 26 * HOUR)
    later.sessions.update(setting="video")

    (row,) = Today(alice, NOW).later_rounds
    line = rounds.to_come(row, Words(alice.zone, NOW))

    assert row == later
    assert line.at == later.starts_at
    assert line.detail == "video · Dana Wu · Rafael Ortiz"
    assert line.when == "Tue 24 Nov, 14:00–15:00"
    later.sessions.update(ends_at=None)
    (row,) = Today(alice, NOW).later_rounds
    line = rounds.to_come(row, Words(alice.zone, NOW))
    assert line.when == "Tue 24 Nov, 14:00"
