from __future__ import annotations

from datetime import timedelta

from applications.actions import archive, change_stage, unarchive
from applications.models import Stage
from interviews.actions import (
    Person,
    add_interviewer,
    cancel_round,
    edit_round,
    mark_sent,
    record_outcome,
    reopen,
    restore_round,
    skip,
)
from interviews.models import FollowUp
from tests.interviews.world import (
    DANA,
    NOW,
    RAFAEL,
    acme,
    invited,
    open_notes,
    session,
)

YESTERDAY = NOW - timedelta(days=1)
TOMORROW = NOW + timedelta(days=1)


def test_one_note_for_each_from_the_end_of_the_round(alice):
    round_ = invited(acme(alice), starts_at=TOMORROW)

    assert open_notes(round_) == ["Dana Wu", "Rafael Ortiz"]
    assert not FollowUp.objects.owed(NOW).exists()
    owed = FollowUp.objects.owed(TOMORROW + timedelta(hours=1))
    assert owed.count() == 2


def test_without_an_end_it_is_owed_an_hour_after_the_start(alice):
    round_ = invited(acme(alice), starts_at=None)
    edit_round(
        round_,
        number=1,
        session=session(TOMORROW, length=None),
        people=[DANA],
        now=NOW,
    )

    note = round_.follow_ups.thank_yous().get(contact__name="Dana Wu")
    assert note.due_at == TOMORROW + timedelta(hours=1)


def test_without_a_date_nothing_is_owed(alice):
    round_ = invited(acme(alice), starts_at=None)

    assert open_notes(round_) == []


def test_without_names_one_note_is_owed_all_the_same(alice):
    round_ = invited(acme(alice), starts_at=YESTERDAY, people=())

    assert open_notes(round_) == [None]


def test_a_name_takes_the_place_of_nobody(alice):
    round_ = invited(acme(alice), starts_at=YESTERDAY, people=())

    add_interviewer(round_, person=Person(name="Dana Wu"), now=NOW)

    assert open_notes(round_) == ["Dana Wu"]


def test_somebody_in_two_sessions_is_thanked_once(alice):
    round_ = invited(acme(alice), starts_at=YESTERDAY, people=(DANA, DANA))

    assert open_notes(round_) == ["Dana Wu"]


def test_a_round_of_two_weeks_ago_owes_nothing_when_logged_afterwards(alice):
    application = acme(alice)
    ended = NOW - timedelta(days=14)

    recent = invited(application, starts_at=ended - timedelta(hours=1))
    old = invited(application, starts_at=ended - timedelta(hours=2))

    assert open_notes(recent) == ["Dana Wu", "Rafael Ortiz"]
    assert open_notes(old) == []


def test_what_was_owed_stays_owed_however_long_it_takes(alice):
    round_ = invited(acme(alice), starts_at=YESTERDAY)

    mark_sent(round_.follow_ups.get(contact__name="Dana Wu"), now=NOW)
    later = NOW + timedelta(days=30)
    skip(round_.follow_ups.get(contact__name="Dana Wu"), now=later)

    assert open_notes(round_) == ["Rafael Ortiz"]


def test_taking_somebody_out_withdraws_their_note_and_back_in_brings_it_back(alice):
    round_ = invited(acme(alice), starts_at=YESTERDAY)
    same = session(YESTERDAY)

    edit_round(round_, number=1, session=same, people=[RAFAEL], now=NOW)
    assert open_notes(round_) == ["Rafael Ortiz"]

    edit_round(round_, number=1, session=same, people=[DANA, RAFAEL], now=NOW)
    assert open_notes(round_) == ["Dana Wu", "Rafael Ortiz"]
    assert round_.follow_ups.thank_yous().count() == 2


def test_cancelling_ends_it_and_restoring_brings_it_back(alice):
    round_ = invited(acme(alice), starts_at=YESTERDAY)

    cancel_round(round_, now=NOW)
    assert open_notes(round_) == []

    restore_round(round_, now=NOW)
    assert open_notes(round_) == ["Dana Wu", "Rafael Ortiz"]


def test_closing_the_application_ends_it_and_reopening_brings_it_back(alice):
    round_ = invited(acme(alice), starts_at=YESTERDAY)
    application = round_.application

    change_stage(application, to=Stage.WITHDRAWN, now=NOW)
    assert open_notes(round_) == []

    change_stage(application, to=Stage.INTERVIEWING, now=NOW)
    assert open_notes(round_) == ["Dana Wu", "Rafael Ortiz"]


def test_the_archive_ends_it_and_gives_it_back(alice):
    round_ = invited(acme(alice), starts_at=YESTERDAY)

    archive(round_.application, now=NOW)
    assert open_notes(round_) == []

    unarchive(round_.application, now=NOW)
    assert open_notes(round_) == ["Dana Wu", "Rafael Ortiz"]


def test_after_a_no_nobody_is_thanked_by_reminder(alice):
    round_ = invited(acme(alice), starts_at=YESTERDAY)

    record_outcome(round_, outcome="no", now=NOW)

    assert open_notes(round_) == []


def test_a_settled_note_can_be_opened_again(alice):
    round_ = invited(acme(alice), starts_at=YESTERDAY)
    note = round_.follow_ups.get(contact__name="Dana Wu")

    assert mark_sent(note, now=NOW).settled_at == NOW
    assert reopen(note, now=NOW).is_open

    assert open_notes(round_) == ["Dana Wu", "Rafael Ortiz"]


def test_marking_twice_keeps_the_first_time(alice):
    note = invited(acme(alice), starts_at=YESTERDAY).follow_ups.thank_yous()[0]

    mark_sent(note, now=NOW)
    again = mark_sent(note, now=NOW + timedelta(hours=3))

    assert again.settled_at == NOW
