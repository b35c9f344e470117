from __future__ import annotations

import time

import pytest
from celery import current_app

from reminders import wake
from reminders.models import Kind
from tests.interviews.world import NOW, acme, invited
from tests.reminders.due import thanks_due, told


@pytest.fixture
def sent(monkeypatch):
    """The wake-ups asked of the broker."""
    names: list[str] = []
    monkeypatch.setattr(wake, "_paused_until", 0.0)
    monkeypatch.setattr(
        current_app, "send_task", lambda name, **options: names.append(name)
    )
    return names


def test_what_is_due_at_once_wakes_a_worker_after_the_commit(
    alice, sent, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        thanks_due(alice)
        assert sent == []

    assert set(sent) == {"reminders.tasks.tick"}


def test_what_is_due_later_wakes_nobody(
    alice, sent, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        invited(acme(alice), starts_at=NOW.replace(year=2050))

    assert sent == []


def test_a_broker_that_is_away_costs_an_edit_nothing(
    alice, monkeypatch, django_capture_on_commit_callbacks
):
    calls = []

    def away(name, **options):
        calls.append(name)
        raise OSError("nobody there")

    monkeypatch.setattr(wake, "_paused_until", 0.0)
    monkeypatch.setattr(current_app, "send_task", away)

    with django_capture_on_commit_callbacks(execute=True):
        round_ = thanks_due(alice)
        thanks_due(alice, company="Initech")

    assert told(round_, Kind.THANK_YOU).state == "scheduled"
    assert len(calls) == 1
    assert wake._paused_until > time.monotonic()


def test_the_name_of_the_wish_is_the_name_of_the_task():
    from reminders import tasks

    assert tasks.tick.name == wake.TICK
