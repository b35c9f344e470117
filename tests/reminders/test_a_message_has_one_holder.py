"""Claims, leases, tokens and results, over several database connections."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import IntegrityError
from django.utils import timezone

from reminders.delivery import fence
from reminders.delivery.claim import claim_next
from reminders.delivery.outcome import Outcome, Verdict
from reminders.delivery.readying import ready
from reminders.delivery.results import record
from reminders.delivery.sweep import sweep
from reminders.models import DeliveryAttempt, Message
from tests.factories import create_message, create_user
from tests.reminders.due import only_message, thanks_due, told
from tests.reminders.together import (
    at_once,
    claimed,
    in_a_transaction_elsewhere,
    lease_lapses,
)

pytestmark = pytest.mark.django_db(transaction=True)

ACCEPTED = Outcome(Verdict.ACCEPTED, "body", 250, "taken")


def test_two_workers_never_claim_the_same_message():
    for _ in range(12):
        thanks_due(create_user())

    def drain() -> list[uuid.UUID]:
        claims = iter(claim_next, None)
        return [claim.message_pk for claim in claims]

    one, other = at_once(drain, drain)

    assert isinstance(one, list)
    assert isinstance(other, list)
    assert len({*one, *other}) == len(one) + len(other) == 12


def test_an_owner_somebody_is_claiming_for_is_passed_over(alice, mallory):
    thanks_due(alice)
    thanks_due(mallory)

    with in_a_transaction_elsewhere(claim_next):
        assert claimed().owner_id == mallory.pk
        assert claim_next() is None


def test_a_lapsed_lease_is_taken_over_and_the_attempt_noted(alice):
    thanks_due(alice)
    first = claimed()
    assert claim_next() is None
    lease_lapses()

    second = claimed()

    assert (second.message_pk, second.token != first.token) == (first.message_pk, True)
    assert DeliveryAttempt.objects.get().outcome == "abandoned"
    assert only_message(alice).attempts == 2


def test_no_answer_to_the_dot_is_a_doubt_that_a_late_answer_ends(alice, sink):
    round_ = thanks_due(alice)
    claim = claimed()
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
    assert fence.passed(claimed())

    assert sweep() == 0
    assert only_message(alice).state == Message.State.SENDING


def test_a_result_without_the_token_changes_nothing(alice):
    thanks_due(alice)
    claim = claimed()
    assert fence.passed(claim)

    assert not record(replace(claim, token=uuid.uuid4()), ACCEPTED)
    assert record(claim, ACCEPTED)
    assert not record(claim, ACCEPTED)


def test_the_database_refuses_two_messages_under_way_for_one_owner(alice):
    create_message(owner=alice)

    with pytest.raises(IntegrityError, match="one_under_way_per_owner"):
        create_message(owner=alice)
