from __future__ import annotations

from functools import partial

import pytest
from django.utils import timezone

from applications.directory import update_company
from interviews.actions import mark_sent, reopen
from interviews.models import FollowUp
from reminders import outbox
from reminders.delivery.sender import run_due
from reminders.delivery.sweep import sweep
from reminders.models import Message
from reminders.reconcile import reconcile_some
from tests.reminders.due import thanks_due, told
from tests.reminders.together import (
    at_once,
)

pytestmark = pytest.mark.django_db(transaction=True)

_TIMES = 10


def test_two_planners_at_once_plan_everything_once(alice):
    application = thanks_due(alice).application
    application.rounds.get().reminders.all().delete()
    now = timezone.now()

    at_once(*[lambda: reconcile_some(limit=5, now=now)] * 4)
    reconcile_some(limit=5, now=now)

    assert application.reminders.count() == 3


def test_editing_renaming_sending_and_planning_at_once_never_deadlocks(alice, sink):
    """Two applications share a company, so that a rename plans both again."""
    rounds = [thanks_due(alice), thanks_due(alice)]
    notes = [round_.follow_ups.thank_yous().get() for round_ in rounds]
    company = rounds[0].application.company
    assert rounds[1].application.company == company

    def edit(note: FollowUp) -> None:
        for _ in range(_TIMES):
            reopen(mark_sent(note, now=timezone.now()), now=timezone.now())

    def rename() -> None:
        for number in range(_TIMES):
            update_company(company, name=f"Acme {number}", now=timezone.now())

    def send() -> None:
        for _ in range(_TIMES):
            run_due()

    def plan() -> None:
        for _ in range(_TIMES):
            reconcile_some(limit=5, now=timezone.now())

    at_once(*[partial(edit, note) for note in notes], rename, send, send, plan, sweep)
    run_due()

    assert [told(round_).state for round_ in rounds] == ["told", "told"]
    assert Message.objects.filter(state="sent").count() == len(sink.messages)
    assert len(sink.messages) <= len(rounds), "a reminder was mailed twice"
    assert not Message.objects.filter(state__in=outbox.UNDER_WAY).exists()
