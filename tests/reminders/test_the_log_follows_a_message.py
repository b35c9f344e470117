"""Each step with the id of its message; no address, no words of the mail."""

from __future__ import annotations

import logging

import pytest

from reminders.delivery import log
from reminders.delivery.sender import run_due
from tests.reminders.due import only_message, thanks_due

pytestmark = pytest.mark.django_db

STEPS = ["claimed", "ready", "offered", "fenced", "dot_written", "heard", "answered"]


def _events(caplog: pytest.LogCaptureFixture) -> list[dict[str, object]]:
    return [vars(r)["facts"] for r in caplog.records if r.name == "reminders.delivery"]


def test_each_step_names_its_message(alice, sink, caplog):
    caplog.set_level(logging.DEBUG, "reminders.delivery")
    thanks_due(alice)

    run_due()

    events = _events(caplog)
    assert [e["event"] for e in events] == [*STEPS, "accepted", "recorded"]
    assert {e["message"] for e in events} == {str(only_message(alice).pk)}


def test_nothing_private_is_in_it(alice, sink, caplog):
    caplog.set_level(logging.DEBUG, "reminders.delivery")
    thanks_due(alice, company="Canarywharf", people=("Canary Bird",))
    sink.recipient_reply = "550 5.1.1 <alice@example.com>: no such user"

    run_due()

    said = " ".join(r.getMessage() for r in caplog.records if "reminders" in r.name)
    assert "no such user" in said
    assert "example.com" not in said
    assert "canary" not in said.lower()


@pytest.mark.parametrize(
    ("answer", "number"),
    [
        ("2.0.0 Ok: queued as 4XyZ1k2JdQz", "4XyZ1k2JdQz"),
        ("OK id=1wAbCd-000001-Ab", "1wAbCd-000001-Ab"),
        ("taken", ""),
    ],
)
def test_the_number_of_the_servers_queue_is_found(answer, number):
    assert log.queue_id(answer) == number
