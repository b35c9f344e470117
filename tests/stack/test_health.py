"""A monitor learns whether everything works, and which part does not."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings as configured
from django.db import OperationalError, connection
from django.test import Client

from config import health
from reminders import background, tasks
from reminders.delivery.clock import ClockTimestamp
from reminders.models import MailServer, Message, Outbox, PlanCheck, Pulse
from tests.factories import create_message
from tests.reminders.due import thanks_due


@pytest.fixture
def ticked(db, settings):
    tasks.tick()


def ask(client: Client) -> tuple[int, dict[str, Any]]:
    answer = client.get("/readyz")
    return answer.status_code, answer.json()


def the_one_at_fault(client: Client) -> str:
    """The name of the only check that fails."""
    status, said = ask(client)
    assert (status, said["status"]) == (503, "not ready")
    (name,) = [name for name, check in said["checks"].items() if not check["ok"]]
    assert said["checks"][name]["why"]
    return name


def test_the_process_says_its_version_and_asks_nobody(client, monkeypatch):
    monkeypatch.setattr(health, "database_now", pytest.fail)  # no database fixture

    said = client.get("/healthz")

    assert said.status_code == 200
    assert said.json() == {"status": "ok", "version": configured.VERSION}


@pytest.mark.usefixtures("ticked")
def test_everything_works(client):
    status, said = ask(client)

    assert (status, said["status"]) == (200, "ready")
    assert said["version"] == configured.VERSION
    assert set(said["checks"]) == {
        "database",
        "redis",
        "tick",
        "reminders",
        "sending",
        "mail",
        "plans",
    }
    assert said["checks"]["tick"]["seconds_ago"] < 30


@pytest.mark.usefixtures("ticked")
def test_a_tick_long_ago_is_reported(client):
    Pulse.objects.update(at=ClockTimestamp() - timedelta(minutes=5))

    assert the_one_at_fault(client) == "tick"
    assert ask(client)[1]["checks"]["tick"]["seconds_ago"] == 300


def test_no_tick_at_all_is_reported(db, client):
    assert the_one_at_fault(client) == "tick"


@pytest.mark.usefixtures("ticked")
def test_a_reminder_that_has_not_left_is_reported(client, alice):
    thanks_due(alice)
    assert ask(client)[0] == 200

    Outbox.objects.update(next_due_at=ClockTimestamp() - timedelta(minutes=3))
    assert the_one_at_fault(client) == "reminders"

    # It may not leave yet, so it is not late.
    Outbox.objects.update(not_before=ClockTimestamp() - timedelta(minutes=1))
    assert ask(client)[0] == 200


@pytest.mark.usefixtures("ticked")
def test_a_tick_is_missed_after_a_minute(client):
    Pulse.objects.update(at=ClockTimestamp() - timedelta(seconds=55))
    assert ask(client)[0] == 200

    Pulse.objects.update(at=ClockTimestamp() - timedelta(seconds=65))
    assert the_one_at_fault(client) == "tick"


@pytest.mark.usefixtures("ticked")
def test_a_message_that_stays_in_the_middle_is_reported(client, alice):
    message = create_message(
        owner=alice,
        state="sending",
        token="0" * 32,
        lease_until=ClockTimestamp(),
        sending_since=ClockTimestamp() - timedelta(minutes=15, seconds=30),
    )
    assert ask(client)[0] == 200

    Message.objects.filter(pk=message.pk).update(
        sending_since=ClockTimestamp() - timedelta(minutes=17)
    )
    assert the_one_at_fault(client) == "sending"


@pytest.mark.usefixtures("ticked")
def test_a_mail_server_that_is_left_alone_is_reported(client, sink):
    MailServer.objects.create(
        address=f"127.0.0.1:{sink.port}",
        failures=5,
        failing_since=ClockTimestamp() - timedelta(minutes=2),
        next_try_at=ClockTimestamp(),
        said="535 canary",
    )

    assert the_one_at_fault(client) == "mail"
    assert "canary" not in str(ask(client)[1])


def test_without_redis_a_loop_is_enough(db, client, settings):
    settings.REDIS_URL = "redis://127.0.0.1:1/0"
    background.look(pulse="loop")

    assert ask(client)[0] == 200

    Pulse.objects.filter(name="loop").update(at=ClockTimestamp() - timedelta(minutes=5))
    assert the_one_at_fault(client) == "redis"


def test_it_tells_how_long_the_plans_take(db, client, alice):
    thanks_due(alice)
    background.look()
    background.check_plans()
    PlanCheck.objects.update(checked_at=ClockTimestamp() - timedelta(minutes=5))
    thanks_due(alice, company="Initech")
    background.check_plans(limit=0)

    turn = ask(client)[1]["checks"]["plans"]["full_turn_seconds"]
    assert 300 <= turn <= 310


@pytest.mark.usefixtures("ticked")
def test_a_missing_redis_is_reported(client, settings):
    settings.REDIS_URL = "redis://127.0.0.1:1/0"

    assert the_one_at_fault(client) == "redis"


def test_a_missing_database_is_reported(client, monkeypatch):
    def broken():
        raise OperationalError("the server at 10.0.0.7 is gone")

    monkeypatch.setattr(health, "database_now", broken)

    status, said = ask(client)

    assert status == 503
    assert not said["checks"]["database"]["ok"]
    assert said["checks"]["redis"]["ok"]
    assert "10.0.0.7" not in str(said)


@pytest.mark.usefixtures("ticked")
def test_it_tells_nothing_about_anybody(client, alice):
    thanks_due(alice, company="Initech")
    Outbox.objects.update(next_due_at=ClockTimestamp() - timedelta(hours=3))

    page = client.get("/readyz").content.decode()

    assert "alice" not in page
    assert "Initech" not in page


@pytest.mark.usefixtures("ticked")
def test_every_tick_writes_the_same_row(client):
    first = Pulse.objects.get(name="tick").at

    tasks.tick()

    assert Pulse.objects.get(name="tick").at > first
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM reminders_pulse")
        assert cursor.fetchone() == (1,)
