"""`manage.py send_due_reminders` does from the database what worker and beat do."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError

from reminders import background
from reminders.delivery import stopping
from reminders.delivery.clock import ClockTimestamp
from reminders.models import MailServer, Message, PlanCheck, Pulse
from tests.faults import fleet
from tests.faults.crowd import database_url
from tests.reminders.doubtful import crash_at
from tests.reminders.due import only_message, thanks_due

COMMAND = "send_due_reminders"


@pytest.fixture(autouse=True)
def _as_before():
    before = {n: signal.getsignal(n) for n in (signal.SIGTERM, signal.SIGINT)}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)
    stopping.forget()


@pytest.mark.django_db
def test_once_sends_settles_and_checks(alice, sink, capsys, settings):
    settings.REDIS_URL = "redis://127.0.0.1:1/0"
    thanks_due(alice)
    crash_at("answered")
    thanks_due(alice, company="Initech")
    PlanCheck.objects.update(checked_at=ClockTimestamp() - timedelta(days=1))

    call_command(COMMAND)

    said = capsys.readouterr().out
    assert "plans checked." in said
    # The journal had the first.
    assert len(sink.messages) == 2
    assert set(Message.objects.values_list("state", flat=True)) == {"sent"}
    assert set(Pulse.objects.values_list("name", flat=True)) == {
        "tick",
        "loop",
        "plans",
    }


@pytest.mark.django_db
def test_what_could_not_leave_is_exit_code_one(alice, sink):
    thanks_due(alice)
    MailServer.objects.create(
        address=f"127.0.0.1:{sink.port}",
        failures=5,
        next_try_at=ClockTimestamp() + timedelta(seconds=30),
        said="535 bad password",
    )

    with pytest.raises(CommandError, match=r"has not left.*535 bad password"):
        call_command(COMMAND)


def test_a_database_that_is_away_is_exit_code_one(monkeypatch):
    def gone(**_: object) -> int:
        raise OperationalError("gone")

    monkeypatch.setattr(background, "look", gone)

    with pytest.raises(CommandError, match="database does not answer"):
        call_command(COMMAND)


@pytest.mark.parametrize("text", ["0", "often", "-3"])
def test_a_number_of_seconds_is_wanted(text):
    with pytest.raises(CommandError, match="number of seconds"):
        call_command(COMMAND, f"--every={text}")


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_again_and_again_until_it_is_told_to_end(alice, sink, number):
    env = {
        **os.environ,
        "DATABASE_URL": database_url(),
        "REDIS_URL": "redis://127.0.0.1:1/0",
        "EMAIL_URL": f"smtp://127.0.0.1:{sink.port}",
    }
    loop = subprocess.Popen(
        [sys.executable, "manage.py", COMMAND, "--every", "1"],
        env=env,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert fleet.wait_until(_has_ticked, seconds=60)
        thanks_due(alice)
        assert len(sink.wait_for(1, seconds=30)) == 1
        loop.send_signal(number)
        said, _ = loop.communicate(timeout=30)
    finally:
        loop.kill()
    assert loop.returncode == 0
    assert "1 mails taken in hand." in said
    assert said.rstrip().endswith("Ended.")
    assert only_message(alice).state == "sent"


def _has_ticked() -> bool:
    return Pulse.objects.filter(name="loop").exists()
