"""Through the actions the product uses: insert, move, cancel, revive."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.signals import time_zone_changed
from applications.actions import archive, change_stage, unarchive
from applications.models import Stage
from interviews.actions import (
    cancel_round,
    clear_outcome,
    edit_round,
    mark_replied,
    mark_sent,
    record_outcome,
    reopen,
    restore_round,
    skip,
    unmark_replied,
)
from interviews.followups import reconcile
from interviews.models import Round
from reminders import preferences
from reminders.models import Kind, Outbox, Reminder
from tests.factories import create_follow_up, create_round
from tests.interviews.world import DANA, NOW, RAFAEL, acme, invited, session

START = NOW + timedelta(days=3)  # Thursday 26 November, 12:00


def _rows(round_: Round) -> set[tuple[object, ...]]:
    rows = Reminder.objects.filter(round=round_).scheduled()
    fields = ("key", "state", "due_at", "useless_after", "fingerprint", "moves")
    return set(rows.values_list(*fields))


def _scheduled(round_: Round) -> dict[str, str]:
    rows = Reminder.objects.filter(round=round_).scheduled()
    zone = round_.application.owner.zone
    return {r.key.replace(f":{round_.pk}", ""): _clock(r.due_at, zone) for r in rows}


def _clock(at, zone) -> str:
    return f"{at.astimezone(zone):%a %d %H:%M}"


def test_logging_an_invite_plans_everything_at_once(alice):
    round_ = invited(acme(alice), starts_at=START)

    assert _scheduled(round_) == {
        "prepare:round": "Wed 25 18:00",
        "debrief:round": "Thu 26 13:30",
        "thank_you:round:first": "Thu 26 17:00",
        "thank_you:round:second": "Fri 27 08:30",
        "status_check:round": "Thu 03 09:00",
    }
    outbox = Outbox.objects.get(owner=alice)
    assert _clock(outbox.next_due_at, alice.zone) == "Wed 25 18:00"


def test_moving_a_round_moves_the_same_rows(alice):
    round_ = invited(acme(alice), starts_at=START)
    before = set(round_.reminders.values_list("pk", flat=True))

    edit_round(
        round_,
        number=1,
        session=session(START + timedelta(days=1)),
        people=[DANA, RAFAEL],
        now=NOW,
    )

    assert set(round_.reminders.values_list("pk", flat=True)) == before
    assert _scheduled(round_)["prepare:round"] == "Thu 26 18:00"


def test_what_was_told_is_left_alone_and_told_anew_after_a_move(alice):
    round_ = invited(acme(alice), starts_at=START)
    told = round_.reminders.get(kind=Kind.PREPARE)
    told.state, told.settled_at = Reminder.State.TOLD, told.due_at
    told.save()

    edit_round(
        round_,
        number=1,
        session=session(START + timedelta(days=7)),
        people=[DANA, RAFAEL],
        now=START - timedelta(hours=1),
    )

    kept = Reminder.objects.get(pk=told.pk)
    assert (kept.state, kept.due_at) == (Reminder.State.TOLD, told.due_at)
    assert _scheduled(round_)["prepare:round:m1"] == "Wed 02 18:00"


@pytest.mark.parametrize("state", ["told", "kept", "in_doubt", "failed"])
def test_no_edit_touches_what_has_left(alice, state):
    round_ = invited(acme(alice), starts_at=START)
    round_.reminders.update(state=state, settled_at=NOW)
    before = _rows(round_)

    cancel_round(round_, now=NOW)
    restore_round(round_, now=NOW)
    reconcile(round_.application, now=NOW)

    assert _rows(round_) == before


def _sent_and_undone(round_, now):
    for note in list(round_.follow_ups.all()):
        mark_sent(note, now=now)
    for note in list(round_.follow_ups.all()):
        reopen(note, now=now)


def _skipped_and_undone(round_, now):
    for note in list(round_.follow_ups.all()):
        reopen(skip(note, now=now), now=now)


def _cancelled_and_restored(round_, now):
    restore_round(cancel_round(round_, now=now), now=now)


def _closed_and_opened(round_, now):
    change_stage(round_.application, to=Stage.REJECTED, now=now)
    change_stage(round_.application, to=Stage.INTERVIEWING, now=now)


def _archived_and_back(round_, now):
    archive(round_.application, now=now)
    unarchive(round_.application, now=now)


def _refused_and_cleared(round_, now):
    clear_outcome(record_outcome(round_, outcome=Round.Outcome.NO, now=now), now=now)


def _replied_and_not(round_, now):
    unmark_replied(mark_replied(round_, now=now), now=now)


def _switched_off_and_on(round_, now):
    owner = round_.application.owner
    preferences.switch(owner, dict.fromkeys(Kind, False), now=now)
    assert _scheduled(round_) == {}
    preferences.switch(owner, dict.fromkeys(Kind, True), now=now)


@pytest.mark.parametrize(
    "done_and_undone",
    [
        _sent_and_undone,
        _skipped_and_undone,
        _cancelled_and_restored,
        _closed_and_opened,
        _archived_and_back,
        _refused_and_cleared,
        _replied_and_not,
        _switched_off_and_on,
    ],
)
def test_undoing_brings_back_the_identical_plan(alice, done_and_undone):
    round_ = invited(acme(alice), starts_at=START)
    before = _rows(round_)

    done_and_undone(round_, NOW + timedelta(hours=1))

    assert _rows(round_) == before


def test_closing_an_application_ends_what_is_pending(alice):
    round_ = invited(acme(alice), starts_at=START)

    change_stage(round_.application, to=Stage.WITHDRAWN, now=NOW)

    assert _scheduled(round_) == {}
    assert set(round_.reminders.values_list("state", flat=True)) == {"cancelled"}
    assert Outbox.objects.get(owner=alice).next_due_at is None


def test_thanks_end_when_the_last_note_is_sent(alice):
    round_ = invited(acme(alice), starts_at=START)
    one, other = round_.follow_ups.thank_yous()

    mark_sent(one, now=START + timedelta(hours=2))
    assert "thank_you:round:first" in _scheduled(round_)
    mark_sent(other, now=START + timedelta(hours=2))

    assert set(_scheduled(round_)) == {"debrief:round", "status_check:round"}


def test_a_note_sent_changes_what_the_mail_would_say(alice):
    round_ = invited(acme(alice), starts_at=START)
    before = round_.reminders.get(key__endswith="first").fingerprint

    mark_sent(round_.follow_ups.thank_yous()[0], now=NOW)

    assert round_.reminders.get(key__endswith="first").fingerprint != before


def test_what_ran_out_of_time_says_so(alice):
    round_ = invited(acme(alice), starts_at=START)

    reconcile(round_.application, now=START + timedelta(minutes=1))

    assert round_.reminders.get(kind=Kind.PREPARE).state == Reminder.State.EXPIRED


def test_moving_zones_moves_what_is_planned(alice):
    round_ = invited(acme(alice), starts_at=START)
    alice.time_zone = "America/New_York"
    alice.save()

    time_zone_changed.send(type(alice), user=alice, now=NOW)

    round_.application.refresh_from_db()
    # 12:00 in Berlin is 6:00 in New York.
    assert _scheduled(round_) == {
        "debrief:round": "Thu 26 07:30",
        "prepare:round": "Wed 25 18:00",
        "thank_you:round:first": "Thu 26 17:00",
        "thank_you:round:second": "Fri 27 08:30",
        "status_check:round": "Thu 03 09:00",
    }


def test_an_edit_costs_the_same_with_ten_rounds(alice):
    few, many = acme(alice), acme(alice)
    invited(few, starts_at=START)
    for days in range(10):
        round_ = create_round(application=many, starts_at=START + timedelta(days=days))
        create_follow_up(round_=round_)

    assert _queries(many) == _queries(few)


def _queries(application) -> int:
    reconcile(application, now=NOW)
    edited = application.rounds.get(number=1)
    edited.to_prepare = "A case"
    edited.save()
    with CaptureQueriesContext(
        connection,
    ) as queries:
        reconcile(application, now=NOW)
    return len(queries)
