from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from reminders.delivery import results
from reminders.delivery.outcome import Verdict, of_refusal
from reminders.delivery.sender import run_due
from reminders.delivery.smtp import with_dots_doubled
from reminders.models import DeliveryAttempt, Message, Outbox
from tests.factories import create_user
from tests.reminders.due import fresh, only_message, thanks_due, told

pytestmark = pytest.mark.django_db


def _time_passes() -> None:
    """As if the next try had come."""
    past = timezone.now() - timedelta(seconds=1)
    Message.objects.filter(state="retry").update(next_attempt_at=past)
    Outbox.objects.update(next_due_at=past)


def test_a_passing_refusal_is_tried_again_with_the_same_bytes(alice, sink):
    thanks_due(alice)
    sink.recipient_reply = "451 greylisted"
    run_due()
    message = only_message(alice)
    bytes_before = bytes(message.mime)
    assert message.next_attempt_at
    wait = message.next_attempt_at - timezone.now()

    sink.recipient_reply = ""
    _time_passes()
    run_due()

    assert timedelta(seconds=40) < wait < timedelta(seconds=75)
    assert (fresh(message).state, message.attempts) == ("sent", 2)
    assert sink.raw == [bytes_before]


def test_a_passing_refusal_after_the_dot_is_no_doubt(alice, sink):
    thanks_due(alice)
    sink.data_reply = "452 disk full"

    run_due()

    assert only_message(alice).state == Message.State.RETRY


def test_a_recipient_the_server_does_not_know_ends_it(alice, sink):
    round_ = thanks_due(alice)
    sink.recipient_reply = "550 5.1.1 no such user"

    run_due()

    assert only_message(alice).state == Message.State.FAILED
    assert told(round_).state == "failed"
    attempt = DeliveryAttempt.objects.get()
    assert (attempt.stage, attempt.smtp_code) == ("rcpt", 550)


def test_a_message_the_server_will_not_have_is_tried_three_times(alice, sink):
    thanks_due(alice)
    sink.data_reply = "554 looks like spam"

    for state in ("retry", "retry", "failed"):
        run_due()
        assert only_message(alice).state == state
        _time_passes()


def test_our_own_mistake_burns_no_reminder(alice, sink):
    thanks_due(alice)
    sink.recipient_reply = "554 5.7.1 relay access denied"

    for _ in range(6):
        run_due()
        assert only_message(alice).state == Message.State.RETRY
        _time_passes()


def test_one_refused_mail_does_not_disturb_the_next(sink):
    owners = [create_user() for _ in range(3)]
    for owner in owners:
        thanks_due(owner)
    sink.recipient_reply = "550 5.1.1 no such user"

    def forgive(step: str) -> None:
        if step == "recorded":
            sink.recipient_reply = ""

    assert run_due(step=forgive) == 3
    assert len(sink.messages) == 2


@pytest.mark.parametrize(
    ("stage", "code", "text", "verdict", "stops_run"),
    [
        ("connect", 454, "4.7.0 try later", Verdict.TRY_AGAIN, False),
        ("connect", 421, "too busy", Verdict.TRY_AGAIN, True),
        ("connect", 535, "5.7.8 bad password", Verdict.OUR_FAULT, True),
        ("mail", 550, "sender refused", Verdict.OUR_FAULT, True),
        ("rcpt", 530, "authentication required", Verdict.OUR_FAULT, True),
        ("rcpt", 554, "Relay access denied", Verdict.OUR_FAULT, True),
        ("rcpt", 550, "5.7.1 listed at example.org", Verdict.OUR_FAULT, False),
        ("rcpt", 550, "5.1.1 no such user", Verdict.REFUSED, False),
        ("rcpt", 650, "what", Verdict.TRY_AGAIN, False),
        ("rcpt", 552, "mailbox full", Verdict.TRY_AGAIN, False),
        ("rcpt", 550, "5.2.2 over quota", Verdict.TRY_AGAIN, False),
        ("rcpt", 452, "mailbox full", Verdict.TRY_AGAIN, False),
        ("rcpt", 553, "mailbox name not allowed", Verdict.REFUSED, False),
        ("data", 554, "no", Verdict.REJECTED, False),
        ("body", 421, "closing", Verdict.TRY_AGAIN, True),
        ("body", 554, "spam", Verdict.REJECTED, False),
    ],
)
def test_each_refusal_means_one_thing(stage, code, text, verdict, stops_run):
    outcome = of_refusal(stage, code, text)

    assert (outcome.verdict, outcome.stops_run) == (verdict, stops_run)


def test_the_wait_grows_to_an_hour_and_is_spread():
    waits = [results.back_off(n).total_seconds() / 60 for n in (1, 2, 3, 7, 8, 50)]

    for wait, minutes in zip(waits, (1, 2, 5, 60, 60, 60), strict=True):
        assert 0.8 * minutes <= wait <= 1.2 * minutes


def test_lines_that_begin_with_a_dot_survive():
    assert with_dots_doubled(b".a\r\nb\r\n..\r\n.") == b"..a\r\nb\r\n...\r\n..\r\n"
