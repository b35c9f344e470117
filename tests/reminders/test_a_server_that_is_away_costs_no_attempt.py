"""An outage, or a wrong password, is the server's or ours: no reminder pays for it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from config.stack.servers import free_port
from reminders.delivery import breaker
from reminders.delivery.sender import run_due
from reminders.delivery.smtp import Conversation, Refused
from reminders.models import MailServer, Message, Outbox
from tests.reminders.due import only_message, thanks_due
from tests.sink import Sink

pytestmark = pytest.mark.django_db


@pytest.fixture
def nobody_there(settings) -> int:
    settings.EMAIL_CONFIGURED = True
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", free_port()
    settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = ""
    settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
    return int(settings.EMAIL_PORT)


def _calls(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Grows by one each time the server is called."""
    calls: list[int] = []
    connect = Conversation.connect

    def counted(self: Conversation) -> None:
        calls.append(1)
        connect(self)

    monkeypatch.setattr(Conversation, "connect", counted)
    return calls


def _half_a_minute_passes() -> None:
    past = timezone.now() - timedelta(seconds=1)
    MailServer.objects.filter(next_try_at__isnull=False).update(next_try_at=past)


def test_no_message_is_taken_in_hand(alice, nobody_there):
    thanks_due(alice)

    for _ in range(20):
        assert run_due() == 0
        _half_a_minute_passes()

    assert not Message.objects.exists()


def test_after_five_failures_it_is_left_alone_for_half_a_minute(
    alice, nobody_there, monkeypatch
):
    thanks_due(alice)
    calls = _calls(monkeypatch)

    for _ in range(9):
        run_due()

    assert len(calls) == 5
    server = MailServer.objects.get()
    assert server.next_try_at
    assert server.failing_since
    wait = server.next_try_at - timezone.now()
    assert timedelta(seconds=20) < wait <= timedelta(seconds=30)

    _half_a_minute_passes()
    run_due()
    run_due()
    assert len(calls) == 6


def test_nobody_calls_while_nothing_is_due(alice, nobody_there, monkeypatch):
    calls = _calls(monkeypatch)

    run_due()

    assert calls == []


def test_all_leave_once_it_is_back(alice, mallory, nobody_there):
    thanks_due(alice)
    thanks_due(mallory)
    for _ in range(6):
        run_due()
    server = Sink(port=nobody_there)
    server.start()
    try:
        assert run_due() == 0
        _half_a_minute_passes()
        assert run_due() == 2
    finally:
        server.stop()

    assert len(server.messages) == 2
    assert set(Message.objects.values_list("state", "attempts")) == {("sent", 1)}
    assert not MailServer.objects.exists()


def test_one_that_goes_away_between_two_mails_costs_no_attempt(alice, mallory, sink):
    thanks_due(alice)
    thanks_due(mallory)

    gone: list[str] = []

    def leave(step: str) -> None:
        if step == "answered" and not gone:
            gone.append(step)
            sink.stop()

    assert run_due(step=leave) == 2
    waiting = Message.objects.get(state="retry")
    assert waiting.attempts == 0

    sink.start()
    run_due()
    waiting.refresh_from_db()
    assert (waiting.state, waiting.attempts) == ("sent", 1)


def _time_passes() -> None:
    past = timezone.now() - timedelta(seconds=1)
    _half_a_minute_passes()
    Message.objects.update(next_attempt_at=past)
    Outbox.objects.update(next_due_at=past)


def test_a_wrong_password_burns_nothing_and_is_shown(alice, sink, monkeypatch):
    thanks_due(alice)

    def refused(_self: Conversation) -> None:
        raise Refused("connect", 535, "5.7.8 wrong password")

    with monkeypatch.context() as patch:
        patch.setattr(Conversation, "connect", refused)
        for _ in range(8):
            run_due()
            _half_a_minute_passes()
    server = breaker.trouble()
    assert server
    assert (server.stage, server.said) == ("connect", "535 5.7.8 wrong password")
    assert not Message.objects.exists()

    run_due()
    assert only_message(alice).state == "sent"
    assert breaker.trouble() is None


def test_a_refused_sender_burns_nothing_and_is_shown(alice, sink):
    thanks_due(alice)
    sink.sender_reply = "553 5.7.1 sender refused"

    for _ in range(8):
        run_due()
        _time_passes()
    server = breaker.trouble()
    assert server
    assert (server.stage, server.said) == ("mail", "553 5.7.1 sender refused")
    assert only_message(alice).state == "retry"

    sink.sender_reply = ""
    run_due()
    assert only_message(alice).state == "sent"
    assert breaker.trouble() is None


def test_what_is_wrong_with_us_is_tried_every_few_minutes(alice, sink):
    thanks_due(alice)
    sink.sender_reply = "553 5.7.1 sender refused"
    run_due()
    Message.objects.update(attempts=30)
    past = timezone.now() - timedelta(seconds=1)
    Message.objects.update(next_attempt_at=past)
    Outbox.objects.update(next_due_at=past)

    run_due()

    at = only_message(alice).next_attempt_at
    assert at
    assert at - timezone.now() <= timedelta(minutes=5)


def test_one_refused_message_is_no_trouble_of_the_server(alice, sink):
    thanks_due(alice)
    sink.data_reply = "554 spam"

    run_due()

    assert not MailServer.objects.exists()
