"""Whoever commits first, the fence or an edit, has the message."""

from __future__ import annotations

import time
import uuid
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from django.db import connection
from django.utils import timezone

from interviews.actions import cancel_round, mark_sent, reopen
from reminders.delivery import fence
from reminders.delivery.claim import Claim
from reminders.delivery.sender import run_due
from reminders.models import Message
from tests.reminders.due import only_message, thanks_due, told
from tests.reminders.together import (
    claimed,
    in_a_transaction_elsewhere,
    lease_lapses,
)

pytestmark = pytest.mark.django_db(transaction=True)


def test_the_fence_lets_only_the_holder_pass(alice):
    thanks_due(alice)
    stale = claimed()
    lease_lapses()
    holder = claimed()

    assert not fence.passed(stale)
    assert not fence.passed(replace(holder, token=uuid.uuid4()))
    assert fence.passed(holder)
    assert not fence.passed(holder)


def test_the_fence_refuses_a_lapsed_lease(alice):
    thanks_due(alice)
    claim = claimed()
    lease_lapses()

    assert not fence.passed(claim)


def test_an_edit_before_the_fence_stops_the_mail(alice, sink):
    round_ = thanks_due(alice)

    def cancel(step: str) -> None:
        if step == "offered":
            cancel_round(round_, now=timezone.now())

    run_due(step=cancel)

    assert sink.messages == []
    assert only_message(alice).state == Message.State.VOID
    assert told(round_).state == "cancelled"


def test_an_edit_after_the_fence_leaves_the_mail_alone(alice, sink):
    round_ = thanks_due(alice)

    def cancel(step: str) -> None:
        if step == "fenced":
            cancel_round(round_, now=timezone.now())

    run_due(step=cancel)

    assert len(sink.messages) == 1
    assert only_message(alice).state == Message.State.SENT
    assert told(round_).state == "told"


def test_an_edit_undone_after_a_void_is_told_once(alice, sink):
    round_ = thanks_due(alice)
    note = round_.follow_ups.thank_yous().get()

    def there_and_back(step: str) -> None:
        if step == "offered" and Message.objects.count() == 1:
            reopen(mark_sent(note, now=timezone.now()), now=timezone.now())

    run_due(step=there_and_back)

    assert len(sink.messages) == 1
    assert told(round_).state == "told"


def test_the_fence_and_an_edit_wait_for_each_other(alice):
    """Whoever commits first has the message; here the edit does."""
    round_ = thanks_due(alice)
    claim = claimed()
    edit = lambda: cancel_round(round_, now=timezone.now())  # noqa: E731

    with (
        ThreadPoolExecutor(1) as pool,
        in_a_transaction_elsewhere(edit),
    ):
        passing = pool.submit(_passed, claim)
        time.sleep(0.2)
        assert not passing.done()

    assert passing.result() is False


def _passed(claim: Claim) -> bool:
    try:
        return fence.passed(claim)
    finally:
        connection.close()


def test_held_up_between_fence_and_dot_nothing_is_sent(alice, sink, monkeypatch):
    thanks_due(alice)
    monkeypatch.setattr(fence, "FRESH_SECONDS", 0.05)

    run_due(step=lambda name: time.sleep(0.1) if name == "fenced" else None)

    assert sink.messages == []
    assert only_message(alice).state == Message.State.RETRY


def test_a_connection_cut_at_the_dot_is_a_doubt(alice, sink, monkeypatch):
    thanks_due(alice)

    async def cut(server, session, envelope):
        server.transport.abort()
        return "250 never heard"

    monkeypatch.setattr(sink, "handle_DATA", cut)
    run_due()

    assert only_message(alice).state == Message.State.IN_DOUBT
