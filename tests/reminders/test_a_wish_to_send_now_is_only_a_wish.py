from __future__ import annotations

import time
from datetime import timedelta

import pytest
from celery import current_app
from django.utils import timezone

from applications import actions
from reminders import wake
from reminders.models import Kind, Outbox
from tests.factories import create_application
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


def test_what_waits_for_the_hour_to_pass_wakes_nobody(
    alice, sent, django_capture_on_commit_callbacks
):
    thanks_due(alice).reminders.update(is_prompt=False)
    other, now = create_application(owner=alice, company_name="Hooli"), timezone.now()
    Outbox.objects.update(not_before=now + timedelta(minutes=50))

    with django_capture_on_commit_callbacks(execute=True):
        actions.add_note(other, text="They called.", now=now)
    assert sent == []

    Outbox.objects.update(not_before=now)
    with django_capture_on_commit_callbacks(execute=True):
        actions.add_note(other, text="And again.", now=now)
    assert sent == [wake.TICK]


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
