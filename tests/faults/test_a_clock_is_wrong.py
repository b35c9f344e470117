"""Fault 21: the worker's clock is a day off, either way; delivery asks the database."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from applications.actions import create_application
from interviews.actions import SessionDetails, add_round
from reminders.delivery import doubts
from reminders.delivery.sender import run_due
from reminders.delivery.sweep import sweep
from reminders.models import Message
from tests.reminders.doubtful import crash_at
from tests.reminders.due import only_message, thanks_due, told

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)


@pytest.mark.parametrize("off", [DAY, -DAY])
def test_what_is_due_leaves_and_nothing_else(alice, sink, off):
    now = timezone.now()
    round_ = thanks_due(alice)
    later = create_application(owner=alice, company_name="Globex", role="R", now=now)
    add_round(
        later,
        number=None,
        session=SessionDetails(time_zone="UTC", starts_at=now + timedelta(days=3)),
        people=[],
        now=now,
    )

    with time_machine.travel(now + off, tick=True):
        assert run_due() == 1

    assert told(round_).state == "told"
    assert len(sink.messages) == 1


@pytest.mark.parametrize("off", [DAY, -DAY])
def test_nobody_is_given_up_on_too_early(alice, sink, off):
    thanks_due(alice)
    crash_at("fenced")

    with time_machine.travel(timezone.now() + off, tick=True):
        assert sweep() == 0
        assert doubts.decide() == 0
        assert run_due() == 0

    assert only_message(alice).state == Message.State.SENDING
