"""The table of `reminders.delivery.sender`, line by line."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from reminders.delivery import doubts, journal
from reminders.delivery.sender import run_due
from reminders.delivery.sweep import sweep
from reminders.models import Message, Outbox
from tests.reminders.due import only_message, thanks_due, told

pytestmark = pytest.mark.django_db


class Crash(BaseException):
    """As if the process were gone: nothing of ours may catch it."""


def _crash_at(step: str) -> None:
    def crash(name: str) -> None:
        if name == step:
            raise Crash

    with pytest.raises(Crash):
        run_due(step=crash)


def _time_passes() -> None:
    """Past every lease and the sweep's patience."""
    past = timezone.now() - timedelta(hours=1)
    Message.objects.filter(state="claimed").update(lease_until=past)
    Message.objects.filter(state="sending").update(sending_since=past)
    Outbox.objects.filter(next_due_at__isnull=False).update(next_due_at=past)


@pytest.mark.parametrize("step", ["claimed", "ready", "offered"])
def test_before_the_fence_it_is_sent_after_all(alice, sink, step):
    round_ = thanks_due(alice)
    _crash_at(step)
    assert sink.messages == []
    assert only_message(alice).state == Message.State.CLAIMED

    _time_passes()
    run_due()
    sweep()

    assert len(sink.messages) == 1
    assert (only_message(alice).attempts, told(round_).state) == (2, "told")


@pytest.mark.parametrize(
    ("step", "mails"), [("fenced", 0), ("dot_written", 1), ("heard", 1)]
)
def test_after_the_fence_it_is_in_doubt_and_not_sent_again(alice, sink, step, mails):
    round_ = thanks_due(alice)
    _crash_at(step)
    if mails:
        sink.wait_for(mails)
    assert only_message(alice).state == Message.State.SENDING

    _time_passes()
    assert run_due() == 0
    assert sweep() == 1
    doubts.settle()
    _time_passes()
    assert run_due() == 0

    assert len(sink.messages) == mails
    assert (only_message(alice).state, told(round_).state) == ("in_doubt", "in_doubt")


def test_after_the_answer_the_journal_has_it(alice, sink):
    round_ = thanks_due(alice)
    _crash_at("answered")
    assert only_message(alice).state == Message.State.SENDING

    doubts.settle()

    assert (only_message(alice).state, told(round_).state) == ("sent", "told")
    assert run_due() == sweep() == 0
    assert len(sink.messages) == 1
    assert list(journal.folder().glob("*")) == []


def test_after_the_record_nothing_is_left_to_do(alice, sink):
    round_ = thanks_due(alice)
    _crash_at("recorded")

    _time_passes()
    assert run_due() == sweep() == 0

    assert len(sink.messages) == 1
    assert told(round_).state == "told"


def test_a_doubt_does_not_hold_up_what_comes_next(alice, sink):
    thanks_due(alice)
    _crash_at("fenced")
    _time_passes()
    sweep()

    thanks_due(alice, company="Initech")
    run_due()

    assert len(sink.messages) == 1
    assert "Initech" in sink.messages[0]["Subject"]
