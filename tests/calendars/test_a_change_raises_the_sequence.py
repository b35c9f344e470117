"""A calendar takes a newer copy only under a higher number (RFC 5545, 3.8.7.4)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from applications.actions import add_note
from calendars import files
from calendars.models import Edition
from interviews.actions import cancel_round, edit_round, restore_round
from interviews.models import Round
from tests.calendars.reading import event_of
from tests.interviews.world import DANA, NOW, RAFAEL, acme, invited, session

pytestmark = pytest.mark.usefixtures("monday")
START = NOW + timedelta(days=3)
LATER = NOW + timedelta(minutes=5)


@pytest.fixture
def round_(alice) -> Round:
    return invited(acme(alice), starts_at=START)


def number(round_: Round) -> int:
    return int(event_of(round_).sequence.value)


def edited(round_: Round, *, details=None, people=(DANA, RAFAEL)) -> Round:
    wanted = details or session(START)
    return edit_round(round_, number=1, session=wanted, people=people, now=LATER)


def test_it_begins_at_nought(round_):
    assert number(round_) == 0


@pytest.mark.parametrize(
    "change",
    [
        {"starts_at": START + timedelta(hours=1), "ends_at": None},
        {"ends_at": START + timedelta(minutes=30)},
        {"place": "Main Street 1"},
        {"link": "https://meet.example.com/"},
        {"time_zone": "Europe/London"},
    ],
    ids=lambda change: next(iter(change)),
)
def test_by_every_change_of_time_and_place(round_, change):
    edited(round_, details=replace(session(START), **change))

    event = event_of(round_)
    assert event.sequence.value == "1"
    assert event.last_modified.value == event.dtstamp.value == LATER


def test_by_another_person(round_):
    edited(round_, people=(DANA,))

    assert number(round_) == 1


def test_by_cancelling_and_by_restoring(round_):
    cancel_round(round_, now=LATER)
    assert number(round_) == 1

    restore_round(round_, now=LATER)
    assert number(round_) == 2


def test_not_by_what_the_entry_does_not_say(round_):
    before = files.of_rounds([round_.pk])

    edited(round_)
    add_note(round_.application, text="They rang", now=LATER)

    assert files.of_rounds([round_.pk]) == before


def test_the_name_stays_the_same(round_):
    before = event_of(round_).uid.value

    edited(round_, details=session(START + timedelta(days=7)))

    assert event_of(round_).uid.value == before


def test_going_back_and_forth_goes_on_rising(round_):
    numbers = []
    for place in ("A", "B", "A", "B"):
        edited(round_, details=replace(session(START), place=place))
        numbers.append(number(round_))

    assert numbers == [1, 2, 3, 4]


def test_reading_writes_nothing(round_):
    before = [*Edition.objects.values_list()]

    event_of(round_)

    assert [*Edition.objects.values_list()] == before
