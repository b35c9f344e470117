"""Claims, leases, tokens and the fence, over several database connections."""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from applications.models import Application
from interviews.actions import cancel_round, mark_sent, reopen
from reminders.delivery import fence
from reminders.delivery.claim import Claim, claim_next
from reminders.delivery.outcome import Outcome, Verdict
from reminders.delivery.readying import ready
from reminders.delivery.results import record
from reminders.delivery.sender import run_due
from reminders.delivery.sweep import sweep
from reminders.models import DeliveryAttempt, Message, Outbox
from reminders.reconcile import reconcile_some
from tests.factories import create_message, create_user
from tests.reminders.due import fresh, only_message, thanks_due, told

pytestmark = pytest.mark.django_db(transaction=True)

ACCEPTED = Outcome(Verdict.ACCEPTED, "body", 250, "taken")


def _at_once(*jobs: Callable[[], object]) -> list[object]:
    """Run each in a thread with a connection of its own, all starting together."""
    barrier = Barrier(len(jobs))

    def run(job: Callable[[], object]) -> object:
        try:
            barrier.wait()
            return job()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(jobs)) as pool:
        return list(pool.map(run, jobs))


@contextmanager
def _in_a_transaction_elsewhere(job: Callable[[], object]) -> Iterator[None]:
    """While inside, another connection holds what `job` locked."""
    done, leave = Barrier(2), Barrier(2)

    def hold() -> None:
        try:
            with transaction.atomic():
                job()
                done.wait()
                leave.wait()
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as pool:
        future = pool.submit(hold)
        done.wait()
        try:
            yield
        finally:
            leave.wait()
            future.result()


def _claimed() -> Claim:
    claim = claim_next()
    assert claim
    return claim


def _lease_lapses() -> None:
    past = timezone.now() - timedelta(seconds=1)
    Message.objects.update(lease_until=past)
    Outbox.objects.update(next_due_at=past)


def test_two_workers_never_claim_the_same_message():
    for _ in range(12):
        thanks_due(create_user())

    def drain() -> list[uuid.UUID]:
        claims = iter(claim_next, None)
        return [claim.message_pk for claim in claims]

    one, other = _at_once(drain, drain)

    assert isinstance(one, list)
    assert isinstance(other, list)
    assert len({*one, *other}) == len(one) + len(other) == 12


def test_an_owner_somebody_is_claiming_for_is_passed_over(alice, mallory):
    thanks_due(alice)
    thanks_due(mallory)

    with _in_a_transaction_elsewhere(claim_next):
        assert _claimed().owner_id == mallory.pk
        assert claim_next() is None


def test_two_planners_at_once_plan_everything_once(alice):
    application = thanks_due(alice).application
    application.rounds.get().reminders.all().delete()
    now = timezone.now()

    _at_once(*[lambda: reconcile_some(limit=5, now=now)] * 4)
    reconcile_some(limit=5, now=now)

    assert application.reminders.count() == 3


def test_a_lapsed_lease_is_taken_over_and_the_attempt_noted(alice):
    thanks_due(alice)
    first = _claimed()
    assert claim_next() is None
    _lease_lapses()

    second = _claimed()

    assert (second.message_pk, second.token != first.token) == (first.message_pk, True)
    assert DeliveryAttempt.objects.get().outcome == "abandoned"
    assert only_message(alice).attempts == 2


def test_the_fence_lets_only_the_holder_pass(alice):
    thanks_due(alice)
    stale = _claimed()
    _lease_lapses()
    holder = _claimed()

    assert not fence.passed(stale)
    assert not fence.passed(replace(holder, token=uuid.uuid4()))
    assert fence.passed(holder)
    assert not fence.passed(holder)


def test_the_fence_refuses_a_lapsed_lease(alice):
    thanks_due(alice)
    claim = _claimed()
    _lease_lapses()

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
    claim = _claimed()
    edit = lambda: cancel_round(round_, now=timezone.now())  # noqa: E731

    with (
        ThreadPoolExecutor(1) as pool,
        _in_a_transaction_elsewhere(edit),
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


def test_no_answer_to_the_dot_is_a_doubt_that_a_late_answer_ends(alice, sink):
    round_ = thanks_due(alice)
    claim = _claimed()
    assert ready(claim)
    assert fence.passed(claim)

    Message.objects.update(sending_since=timezone.now() - timedelta(hours=1))
    assert sweep() == 1
    assert (only_message(alice).state, told(round_).state) == ("in_doubt", "in_doubt")
    assert claim_next() is None

    assert record(claim, ACCEPTED)
    assert (only_message(alice).state, told(round_).state) == ("sent", "told")
    assert [a.outcome for a in DeliveryAttempt.objects.all()] == ["accepted"]


def test_the_sweep_leaves_the_young_alone(alice):
    thanks_due(alice)
    assert fence.passed(_claimed())

    assert sweep() == 0
    assert only_message(alice).state == Message.State.SENDING


def test_a_result_without_the_token_changes_nothing(alice):
    thanks_due(alice)
    claim = _claimed()
    assert fence.passed(claim)

    assert not record(replace(claim, token=uuid.uuid4()), ACCEPTED)
    assert record(claim, ACCEPTED)
    assert not record(claim, ACCEPTED)


def test_a_connection_cut_at_the_dot_is_a_doubt(alice, sink, monkeypatch):
    thanks_due(alice)

    def cut(step: str) -> None:
        if step == "fenced":
            sink.data_reply = "CUT"

    async def handle(server, session, envelope):
        server.transport.abort()
        return "250 never heard"

    monkeypatch.setattr(sink, "handle_DATA", handle, raising=False)
    run_due(step=cut)

    assert only_message(alice).state == Message.State.IN_DOUBT


def test_the_database_refuses_two_messages_under_way_for_one_owner(alice):
    create_message(owner=alice)

    with pytest.raises(IntegrityError, match="one_under_way_per_owner"):
        create_message(owner=alice)


def test_editing_sending_and_planning_at_once_never_deadlocks(alice, sink):
    round_ = thanks_due(alice)
    note = round_.follow_ups.thank_yous().get()

    def edit() -> None:
        for _ in range(10):
            reopen(mark_sent(note, now=timezone.now()), now=timezone.now())

    def send() -> None:
        for _ in range(10):
            run_due()

    def plan() -> None:
        for _ in range(10):
            reconcile_some(limit=5, now=timezone.now())

    _at_once(edit, edit, send, send, plan, sweep)
    run_due()

    assert len(sink.messages) <= 1 + Message.objects.filter(state="in_doubt").count()
    assert fresh(told(round_)).state == "told"
    assert Application.objects.count() == 1
