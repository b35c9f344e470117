"""Asked to end, a sender takes nothing more and settles what it has in hand."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from reminders.delivery import stopping
from reminders.delivery.sender import run_due
from reminders.models import Message
from tests.reminders.due import only_message, thanks_due
from tests.silent import silent as silent  # a fixture

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _asked_by_nobody() -> Iterator[None]:
    yield
    stopping.forget()


def ask_at(wanted: str):
    def step(name: str) -> None:
        if name == wanted:
            stopping.ask()

    return step


def test_it_takes_no_further_message(alice, mallory, sink):
    thanks_due(alice)
    thanks_due(mallory)

    assert run_due(step=ask_at("answered")) == 1
    assert run_due() == 0

    assert len(sink.messages) == 1
    stopping.forget()
    assert run_due() == 1


def test_before_the_dot_it_lets_go(alice, sink):
    thanks_due(alice)

    run_due(step=ask_at("offered"))

    assert sink.messages == []
    assert only_message(alice).state == Message.State.RETRY


def test_after_the_dot_it_waits_for_the_answer(alice, sink):
    thanks_due(alice)

    run_due(step=ask_at("dot_written"))

    assert only_message(alice).state == Message.State.SENT


def test_an_answer_that_does_not_come_in_time_is_a_doubt(alice, sink, silent, settings):
    settings.EMAIL_PORT = silent.port
    settings.REMINDER_STOP_SECONDS = 1
    thanks_due(alice)
    began = time.monotonic()

    run_due(step=ask_at("dot_written"))

    assert time.monotonic() - began < 30  # and not the 120 s of an ordinary wait
    assert silent.dots == 1
    assert only_message(alice).state == Message.State.IN_DOUBT
