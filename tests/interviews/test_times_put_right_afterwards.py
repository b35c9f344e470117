"""Correcting what is known of the times is not moving the round."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from interviews.actions import edit_round
from interviews.models import Round
from reminders.models import Kind, Reminder
from tests.factories import create_round, create_session
from tests.interviews.world import DANA, NOW, acme, invited, open_notes, session

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
START = NOW + DAY


@pytest.fixture
def round_(alice) -> Round:
    return invited(acme(alice), starts_at=START, people=(DANA,))


def edit(round_, details, *, now) -> Round:
    return edit_round(round_, number=1, session=details, people=[DANA], now=now)


def test_an_end_put_right_weeks_later_keeps_the_note_owed(round_):
    edit(round_, session(START, length=2 * HOUR), now=START + 20 * DAY)

    assert open_notes(round_) == ["Dana Wu"]


def test_a_start_put_right_weeks_later_keeps_the_note_owed(round_):
    edit(round_, session(START - HOUR), now=START + 20 * DAY)

    assert open_notes(round_) == ["Dana Wu"]


def test_an_end_put_right_an_hour_later_keeps_the_second_mail_for_the_morning(round_):
    second = round_.reminders.get(key__endswith="second")

    edit(round_, session(START, length=HOUR / 2), now=START + 7 * HOUR)

    assert Reminder.objects.get(pk=second.pk).due_at == second.due_at


@pytest.mark.parametrize(
    "details",
    [
        session(START, length=2 * HOUR),
        session(START, length=None),
        replace(session(START), time_zone="Europe/Paris"),
    ],
    ids=["another end", "no end", "another name of the zone"],
)
def test_what_was_told_about_the_same_start_is_not_told_again(round_, details):
    told = round_.reminders.get(kind=Kind.PREPARE)
    told.state, told.settled_at = Reminder.State.TOLD, told.due_at
    told.save()

    edited = edit(round_, details, now=START - HOUR)

    assert edited.moves == 0
    assert round_.reminders.get(kind=Kind.PREPARE) == told


def test_a_first_date_is_when_the_times_were_entered(alice):
    round_ = invited(acme(alice), starts_at=None)
    later = NOW + DAY

    edited = edit(round_, session(START + 5 * DAY), now=later)

    assert (edited.moves, edited.timed_at) == (1, later)


def test_a_past_round_that_is_to_come_after_all_is_entered_anew(round_):
    later = START + 2 * DAY

    edited = edit(round_, session(later + DAY), now=later)

    assert edited.timed_at == later


@pytest.mark.parametrize(
    ("lengths", "known"),
    [((HOUR, HOUR), True), ((HOUR, None), False), ((None, HOUR), False)],
)
@pytest.mark.django_db
def test_the_end_is_known_when_every_session_has_one(lengths, known):
    round_ = create_round(starts_at=START, length=lengths[0])
    create_session(round_=round_, starts_at=START + 3 * HOUR, length=lengths[1])

    assert round_.end_is_known is known
    assert (round_.ends_at is not None) is known


@pytest.mark.django_db
def test_without_a_start_there_is_no_end():
    round_ = create_round(starts_at=None)

    assert not round_.end_is_known
    assert round_.ends_at is None
