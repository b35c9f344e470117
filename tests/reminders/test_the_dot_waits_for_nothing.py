"""The dot leaves when the fence is passed, not when the network finds it worth it."""

from __future__ import annotations

import socket
import time

import pytest

from reminders.delivery.sender import run_due
from reminders.delivery.smtp import Talker
from tests.factories import create_user
from tests.reminders.due import thanks_due

pytestmark = pytest.mark.django_db

# What Linux waits at least before it confirms what it has no answer to yet.
_DELAYED_SECONDS = 0.04


def test_small_words_are_not_held_back(sink):
    smtp = Talker().connected()

    assert smtp.sock
    assert smtp.sock.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
    smtp.close()


def test_the_answer_to_the_dot_comes_at_once(sink):
    for number in range(5):
        thanks_due(create_user(), company=f"Company {number}")
    at: list[float] = []
    waits: list[float] = []

    def look(step: str) -> None:
        if step == "dot_written":
            at.append(time.monotonic())
        if step == "heard":
            waits.append(time.monotonic() - at[-1])

    assert run_due(step=look) == 5

    assert min(waits) < _DELAYED_SECONDS / 2
