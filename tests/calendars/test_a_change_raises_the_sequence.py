"""A calendar takes a newer copy only under a higher number (RFC 5545, 3.8.7.4)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from accounts.actions import change_answer_wait, change_time_zone
from applications.actions import add_note, change_stage
from calendars import files
from calendars.models import Edition
from interviews.actions import (
    cancel_round,
    edit_round,
    record_outcome,
    restore_round,
)
from interviews.models import Round
from reminders import preferences
from reminders.reconcile import reconcile_some
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


def sequences(round_: Round) -> dict[str, int]:
    rows = Edition.objects.filter(application=round_.application)
    return dict(rows.values_list("key", "sequence"))


def test_by_another_wait_for_an_answer(round_, alice):
    asked = f"owed-{round_.pk}-status_check"
    before = sequences(round_)

    preferences.write(change_answer_wait(alice, days=9), {}, now=LATER)

    assert sequences(round_) == {**before, asked: before[asked] + 1}


def test_by_what_the_background_puts_right(round_):
    Round.objects.filter(pk=round_.pk).update(promised_on=START.date())
    asked = f"owed-{round_.pk}-status_check"
    before = sequences(round_)

    reconcile_some(limit=10, now=LATER)

    assert sequences(round_) == {**before, asked: before[asked] + 1}


def test_another_zone_moves_the_feedback_request(round_, alice):
    record_outcome(round_, outcome=Round.Outcome.NO, now=LATER)
    change_stage(round_.application, to="rejected", now=LATER)
    asking = round_.follow_ups.get(kind="feedback_request")
    before = sequences(round_)

    change_time_zone(alice, time_zone="America/New_York", now=LATER)

    moved = round_.follow_ups.get(kind="feedback_request")
    assert moved.due_at - asking.due_at == timedelta(hours=6)
    told = round_.reminders.get(kind="feedback_request")
    assert told.due_at == moved.due_at
    entry = f"owed-{round_.pk}-feedback_request"
    assert sequences(round_)[entry] == before[entry] + 1
