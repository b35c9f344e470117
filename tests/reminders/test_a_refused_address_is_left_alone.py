"""An address a server does not know is not written to until somebody says so."""

from __future__ import annotations

from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.utils import timezone

from reminders.delivery import refusals
from reminders.delivery.sender import run_due
from reminders.models import Message, Outbox, RefusedAddress, Reminder
from tests.reminders.due import thanks_due, told

pytestmark = pytest.mark.django_db


@pytest.fixture
def refused(alice, sink):
    """Alice's round whose mail her server would not take."""
    round_ = thanks_due(alice)
    sink.recipient_reply = "550 5.1.1 no such user"
    run_due()
    sink.recipient_reply = ""
    return round_


def test_nothing_more_is_sent_there(alice, sink, refused):
    thanks_due(alice, company="Initech")

    run_due()

    assert sink.messages == []
    row = RefusedAddress.objects.get()
    assert (row.owner, row.address) == (alice, "alice@example.com")
    assert (row.smtp_code, row.smtp_text) == (550, "5.1.1 no such user")
    assert Message.objects.count() == 1


def test_others_get_theirs(alice, mallory, sink, refused):
    thanks_due(mallory)

    run_due()

    assert [mail["To"] for mail in sink.messages] == ["mallory@example.com"]


def test_lifted_what_is_still_of_use_leaves(alice, sink, refused):
    assert told(refused).state == Reminder.State.FAILED

    assert refusals.lift(alice.pk, now=timezone.now()) == 1
    run_due()

    assert len(sink.messages) == 1
    assert told(refused).state == Reminder.State.TOLD
    assert not RefusedAddress.objects.exists()


def test_lifted_too_late_nothing_leaves(alice, sink, refused):
    later = timezone.now() + timedelta(days=30)

    assert refusals.lift(alice.pk, now=later) == 0

    assert told(refused).state == Reminder.State.FAILED


def test_another_address_is_another_matter(alice, sink, refused):
    EmailAddress.objects.update(email="elsewhere@example.com")
    thanks_due(alice, company="Initech")
    Outbox.objects.update(not_before=None)

    run_due()

    assert [mail["To"] for mail in sink.messages] == ["elsewhere@example.com"]


def test_a_full_mailbox_is_not_refused(alice, sink):
    thanks_due(alice)
    sink.recipient_reply = "552 5.2.2 mailbox full"

    run_due()

    assert not RefusedAddress.objects.exists()
