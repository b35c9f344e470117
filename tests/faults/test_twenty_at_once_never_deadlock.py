"""Fault 23: editing, cancelling, renaming, sending and planning, all at the same time.

Twenty threads on two applications that share a company. `make test-faults` lets each
of them act five hundred times, `make test` three.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from django.utils import timezone

from applications.directory import update_company
from interviews.actions import cancel_round, mark_sent, reopen, restore_round
from interviews.models import FollowUp, Round
from reminders import outbox
from reminders.delivery import doubts
from reminders.delivery.sender import run_due
from reminders.delivery.sweep import sweep
from reminders.models import Message, Outbox
from reminders.reconcile import reconcile_some
from tests.faults import invariants
from tests.reminders.due import thanks_due
from tests.reminders.together import at_once

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize(
    "times", [3, pytest.param(500, marks=pytest.mark.faults)], ids=["quick", "long"]
)
def test_nobody_waits_crosswise(alice, sink, times):
    rounds = [thanks_due(alice), thanks_due(alice)]
    note = rounds[0].follow_ups.thank_yous().get()
    company = rounds[0].application.company
    deeds: list[Callable[[int], object]] = [
        *[lambda _: _mark_and_reopen(note)] * 4,
        *[partial(_cancel_and_restore, rounds[1])] * 4,
        *[lambda n: update_company(company, name=f"Acme {n}", now=timezone.now())] * 2,
        *[lambda _: _send()] * 6,
        *[lambda _: reconcile_some(limit=5, now=timezone.now())] * 3,
        lambda _: _settle(),
    ]
    assert len(deeds) == 20

    at_once(*[partial(_again, deed, times) for deed in deeds])
    _send()

    invariants.hold(
        (str(mail["Message-ID"]) for mail in sink.messages), all_ended=False
    )
    assert not Message.objects.filter(state__in=outbox.UNDER_WAY).exists()
    assert not Message.objects.filter(delivery_attempts__outcome="broken").exists()


def _again(deed: Callable[[int], object], times: int) -> None:
    for number in range(times):
        deed(number)


def _mark_and_reopen(note: FollowUp) -> None:
    reopen(mark_sent(note, now=timezone.now()), now=timezone.now())


def _cancel_and_restore(round_: Round, _number: int) -> None:
    cancel_round(round_, now=timezone.now())
    restore_round(round_, now=timezone.now())


def _settle() -> None:
    sweep()
    doubts.settle()


def _send() -> None:
    Outbox.objects.exclude(not_before=None).update(not_before=None)
    run_due(seconds=5)
