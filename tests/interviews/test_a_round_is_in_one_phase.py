from __future__ import annotations

from datetime import timedelta

from applications.actions import change_stage
from applications.models import Stage
from guidance.situation import Phase
from interviews.actions import cancel_round, mark_sent, record_outcome
from interviews.models import Round
from interviews.phases import phase
from tests.interviews.world import NOW, acme, invited

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


def phase_of(round_, now=NOW):
    return phase(Round.objects.complete().get(pk=round_.pk), now)


def test_by_its_times(alice):
    start = NOW + 2 * DAY
    round_ = invited(acme(alice), starts_at=start)

    assert [
        phase_of(round_, at)
        for at in (NOW, start - 2 * HOUR, start, start + HOUR, start + HOUR + 2 * DAY)
    ] == [
        Phase.BEFORE,
        Phase.ON_THE_DAY,
        Phase.ON_THE_DAY,
        Phase.JUST_AFTER,
        Phase.WAITING,
    ]


def test_without_a_date_they_have_only_been_invited(alice):
    assert phase_of(invited(acme(alice), starts_at=None)) == Phase.INVITED


def test_waiting_begins_when_every_note_is_sent(alice):
    round_ = invited(acme(alice), starts_at=NOW - 2 * HOUR)
    for note in round_.follow_ups.thank_yous():
        mark_sent(note, now=NOW)

    assert phase_of(round_) == Phase.WAITING


def test_their_answer_decides(alice):
    offered = invited(acme(alice), starts_at=NOW - DAY)
    record_outcome(offered, outcome="offer", now=NOW)
    assert phase_of(offered) == Phase.OFFER

    record_outcome(offered, outcome="no", now=NOW)
    assert phase_of(offered) == Phase.NOT_SELECTED


def test_a_closed_application_decides_for_its_last_round(alice):
    application = acme(alice)
    first = invited(application, starts_at=NOW - 8 * DAY)
    second = invited(application, starts_at=NOW - DAY)

    change_stage(application, to=Stage.REJECTED, now=NOW)

    assert phase_of(first) == Phase.CLOSED
    assert phase_of(second) == Phase.NOT_SELECTED


def test_a_cancelled_round_is_in_no_phase_of_advice(alice):
    round_ = invited(acme(alice), starts_at=NOW + DAY)
    cancel_round(round_, now=NOW)

    assert phase_of(round_) == Phase.CLOSED
