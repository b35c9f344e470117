"""Only a clear yes is a yes, only a clear no is a no; before the dot all is safe."""

from __future__ import annotations

import socket
from concurrent.futures import ThreadPoolExecutor

import pytest

from reminders.delivery.sender import run_due
from reminders.models import DeliveryAttempt, MailServer, Message
from tests.reminders.due import only_message, thanks_due, told

pytestmark = pytest.mark.django_db


def _greet(server: socket.socket, words: bytes) -> None:
    peer, _ = server.accept()
    with peer:
        peer.sendall(words)


@pytest.mark.parametrize(
    ("reply", "code"),
    [("350 go on", 350), ("199 wait", 199), ("650 what", 650), ("Thank you!", None)],
)
def test_an_answer_that_is_neither_yes_nor_no(alice, sink, reply, code):
    round_ = thanks_due(alice)
    sink.data_reply = reply

    run_due()
    sink.data_reply = ""
    assert run_due() == 0

    assert sink.messages == []
    assert only_message(alice).state == Message.State.IN_DOUBT
    assert told(round_).state == "in_doubt"
    assert DeliveryAttempt.objects.get().smtp_code == code


def test_the_next_mail_gets_a_connection_of_its_own(alice, mallory, sink):
    thanks_due(alice)
    thanks_due(mallory)
    sink.data_reply = "350 go on"

    def forgive(step: str) -> None:
        if step == "recorded":
            sink.data_reply = ""

    run_due(step=forgive)

    assert [mail["To"] for mail in sink.messages] == ["mallory@example.com"]
    assert len(sink.peers) == 2


@pytest.mark.parametrize("stage", ["sender", "recipient"])
@pytest.mark.parametrize("reply", ["What?", "350 go on", "650 what"])
def test_before_the_dot_it_is_tried_again(alice, sink, stage, reply):
    thanks_due(alice)
    setattr(sink, f"{stage}_reply", reply)

    run_due()

    assert only_message(alice).state == Message.State.RETRY


def test_a_greeting_without_a_number_is_no_server(alice, sink, settings):
    thanks_due(alice)

    with socket.create_server(("127.0.0.1", 0)) as server:
        settings.EMAIL_PORT = server.getsockname()[1]
        with ThreadPoolExecutor(1) as pool:
            pool.submit(_greet, server, b"Hello there\r\n")
            run_due()

    assert not Message.objects.exists()
    assert MailServer.objects.get().stage == "connect"
