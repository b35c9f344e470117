"""After half an hour without evidence the policy decides: once more, or never."""

from __future__ import annotations

import pytest
from allauth.account.models import EmailAddress

from interviews.actions import mark_sent
from interviews.models import FollowUp
from reminders.delivery import doubts
from reminders.delivery.sender import run_due
from reminders.models import Message, Outbox, Reminder
from tests.reminders.doubtful import half_an_hour_passes, in_doubt
from tests.reminders.due import fresh, thanks_due, told

pytestmark = pytest.mark.django_db


def test_nothing_is_decided_at_once(alice, sink):
    thanks_due(alice)
    message = in_doubt()

    doubts.settle()

    assert fresh(message).state == "in_doubt"


def test_the_same_bytes_leave_once_more(alice, sink):
    round_ = thanks_due(alice)
    message = in_doubt()
    sink.wait_for(1)
    half_an_hour_passes()

    doubts.settle()
    run_due()

    assert (fresh(message).state, told(round_).state) == ("sent", "told")
    assert len(sink.raw) == 2
    assert sink.raw[0] == sink.raw[1]


def test_after_a_second_doubt_it_is_unresolved(alice, sink):
    round_ = thanks_due(alice)
    in_doubt()
    half_an_hour_passes()
    doubts.settle()
    message = in_doubt()
    assert message.attempts == 2
    half_an_hour_passes()

    doubts.settle()
    half_an_hour_passes()
    doubts.settle()

    assert (fresh(message).state, told(round_).state) == ("unresolved", "unresolved")
    assert run_due() == 0
    assert len(sink.raw) == 2


def test_with_hold_it_is_never_repeated(alice, sink, settings):
    settings.REMINDER_IN_DOUBT = "hold"
    round_ = thanks_due(alice)
    message = in_doubt()
    half_an_hour_passes()

    doubts.settle()

    assert (fresh(message).state, told(round_).state) == ("unresolved", "unresolved")
    assert run_due() == 0


def test_what_is_not_needed_any_more_is_not_repeated(alice, sink):
    round_ = thanks_due(alice)
    message = in_doubt()
    half_an_hour_passes()
    doubts.settle()
    mark_sent(FollowUp.objects.thank_yous().get(), now=message.created_at)

    run_due()

    assert (fresh(message).state, told(round_).state) == ("unresolved", "unresolved")
    assert len(sink.raw) == 1


def test_to_another_address_it_is_not_repeated(alice, sink):
    round_ = thanks_due(alice)
    message = in_doubt()
    half_an_hour_passes()
    doubts.settle()
    EmailAddress.objects.update(email="elsewhere@example.com")

    run_due()

    assert (fresh(message).state, told(round_).state) == ("unresolved", "unresolved")
    assert len(sink.raw) == 1


def test_what_is_on_its_way_goes_first(alice, sink):
    thanks_due(alice)
    message = in_doubt("fenced")
    half_an_hour_passes()
    thanks_due(alice, company="Initech")
    sink.recipient_reply = "451 later"
    run_due()
    Outbox.objects.update(not_before=None)

    doubts.decide()
    assert fresh(message).state == "in_doubt"

    sink.recipient_reply = ""
    half_an_hour_passes()
    run_due()
    doubts.decide()
    assert fresh(message).state == "retry"


def test_a_refusal_of_the_second_copy_ends_it(alice, sink):
    thanks_due(alice)
    message = in_doubt("fenced")
    half_an_hour_passes()
    doubts.settle()
    sink.recipient_reply = "550 5.1.1 no such user"

    run_due()

    assert fresh(message).state == "failed"


def test_a_mail_kept_as_a_file_is_kept_again(alice, settings, tmp_path):
    settings.CALLBACK_DATA = tmp_path
    round_ = thanks_due(alice)
    in_doubt_kept = in_doubt("fenced")
    half_an_hour_passes()

    doubts.settle()
    run_due()

    assert fresh(in_doubt_kept).state == Message.State.KEPT
    assert told(round_).state == Reminder.State.KEPT
    assert len(list((tmp_path / "mail").iterdir())) == 1


def test_it_does_not_shut_out_what_comes_later(alice, sink):
    thanks_due(alice)
    in_doubt()

    thanks_due(alice, company="Initech")
    Outbox.objects.update(not_before=None)
    run_due()

    assert sorted(Message.objects.values_list("state", flat=True)) == [
        "in_doubt",
        "sent",
    ]
