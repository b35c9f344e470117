"""Senders, connections and mail servers fail while mail leaves; all of it leaves once.

Against real processes and a real mail server, with its log as evidence: at the end
nothing is lost, nothing left twice, nothing is in doubt.
"""

from __future__ import annotations

import random
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.db import connection, connections

from reminders.delivery.again import hurry
from reminders.models import Message, Outbox
from tests.faults import crowd, fleet, invariants

pytestmark = pytest.mark.django_db(transaction=True)

OWNERS = 60
_DICE = random.Random()  # noqa: S311


@pytest.fixture
def log(tmp_path: Path) -> Path:
    path = tmp_path / "accepted.txt"
    path.touch()
    return path


def _environment(port: int, events: Path) -> dict[str, str]:
    return fleet.environment(
        port, REMINDER_RELAY_LOG=str(events), REMINDER_DOUBT_SECONDS="3"
    )


def _all_told() -> bool:
    """Look, and let nobody wait out a back-off."""
    for message in Message.objects.filter(state="retry", resent_at=None):
        hurry(message)
    Outbox.objects.exclude(not_before=None).update(not_before=None)
    left = Message.objects.filter(state__in=("retry", "claimed", "sending", "in_doubt"))
    return set(crowd.asked_for()) == {"told"} and not left.exists()


def _all_left_once(log: Path) -> None:
    assert fleet.wait_until(_all_told, seconds=150), (
        Counter(crowd.asked_for()),
        list(Message.objects.values_list("state", "attempts", "resent_at")),
    )
    accepted = log.read_text().split()
    invariants.hold(accepted)
    assert len(accepted) == OWNERS


def test_killed_senders_and_a_server_of_moods(log):
    """Faults 1, 13, 14 and 15: one mail in a hundred is accepted without an answer."""
    events = log.with_name("events")
    crowd.due(owners=OWNERS, rounds=1)

    with fleet.sink(log, "--events", str(events), "--noise") as port:
        senders = fleet.ForkedSenders(_environment(port, events))
        with fleet.running(senders):
            assert fleet.wait_until(lambda: log.stat().st_size > 0, seconds=60)
            kills = fleet.kill_again_and_again(senders, until=_all_told, times=25)
            _all_left_once(log)

    assert kills >= 5


@pytest.mark.faults
def test_connections_to_the_database_are_cut(log):
    """Fault 11."""
    events = log.with_name("events")
    crowd.due(owners=OWNERS, rounds=1)

    with fleet.sink(log, "--events", str(events)) as port:
        senders = fleet.ForkedSenders(_environment(port, events))
        with fleet.running(senders), _again_and_again(_cut_a_connection):
            _all_left_once(log)


def _cut_a_connection() -> None:
    """Anybody's in this database but the tests' own."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM ("
            " SELECT pid FROM pg_stat_activity WHERE datname = current_database()"
            " AND application_name <> 'tests' AND pid <> pg_backend_pid()"
            " ORDER BY random() LIMIT 1) AS one"
        )


@contextmanager
def _again_and_again(deed: Callable[[], None]) -> Iterator[None]:
    done = threading.Event()

    def go_on() -> None:
        while not done.wait(_DICE.uniform(0.1, 0.4)):
            deed()
        connections.close_all()

    with connection.cursor() as cursor:
        cursor.execute("SET application_name = 'tests'")
    thread = threading.Thread(target=go_on)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()


# A minute by itself: with the long ones.
@pytest.mark.faults
def test_everybody_at_once_and_a_rolling_restart(log):
    """Faults 18 and 29: forks and loops without Redis, each asked to end in turn."""
    events = log.with_name("events")
    crowd.due(owners=OWNERS, rounds=1)

    with fleet.sink(log, "--events", str(events)) as port:
        env = _environment(port, events)
        senders = fleet.ForkedSenders(env, 3)
        command = ("manage.py", "send_due_reminders", "--every", "1")
        loops = [fleet.python(*command, env=env) for _ in range(2)]
        try:
            with fleet.running(senders):
                for _ in range(10):
                    time.sleep(0.3)
                    _ask_to_end(senders)
                _all_left_once(log)
        finally:
            for loop in loops:
                fleet.end(loop)

    assert not Message.objects.exclude(resent_at=None).exists()
    doubts = Message.objects.filter(delivery_attempts__outcome="in_doubt")
    assert not doubts.exists(), "who is asked to end leaves no doubt"


def _ask_to_end(senders: fleet.Senders) -> None:
    for pid in senders.alive()[:1]:
        fleet.ask_to_end(pid)
