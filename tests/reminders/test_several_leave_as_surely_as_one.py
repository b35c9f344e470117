"""Messages are claimed and made ready together; each still stands for itself."""

from __future__ import annotations

import time
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from reminders.delivery import several, stopping
from reminders.delivery.sender import run_due
from reminders.models import Message, Outbox, Preferences, Reminder
from tests.factories import create_user
from tests.reminders.due import thanks_due

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def crowd(sink):
    owners = [create_user() for _ in range(4)]
    for number, owner in enumerate(owners):
        thanks_due(owner, company=f"Company {number}")
    return owners


def test_each_gets_their_own_mail(crowd, sink):
    assert run_due() == 4

    assert {mail["To"] for mail in sink.messages} == {o.email for o in crowd}
    for number, mail in enumerate(sorted(sink.messages, key=lambda m: m["To"])):
        owner = next(o for o in crowd if o.email == mail["To"])
        assert f"Company {crowd.index(owner)}" in mail["Subject"], number
    assert set(Message.objects.values_list("state", "attempts")) == {("sent", 1)}
    assert not Reminder.objects.free().filter(due_at__lte=timezone.now()).exists()


def test_more_of_them_hardly_cost_more_to_claim(crowd):
    with CaptureQueriesContext(connection) as queries:
        claims = several.claim_some()
        assert len(several.ready_some(claims)) == len(claims) == 4

    assert len(queries) < 50


def test_who_is_not_plain_goes_alone(crowd, sink):
    """A pause holds one back; the others leave."""
    until = timezone.now().date() + timedelta(days=3)
    Preferences.objects.filter(owner=crowd[1]).update(paused_until=until)

    assert run_due() == 3

    assert crowd[1].email not in {mail["To"] for mail in sink.messages}
    held = Outbox.objects.filter(owner=crowd[1], next_due_at__gt=timezone.now())
    assert held.exists()


def test_an_edit_in_between_stops_its_own_mail(crowd, sink):
    def cancel(step: str) -> None:
        under_way = Message.objects.filter(state="claimed")
        if step == "answered" and under_way.count() == 3:
            message = under_way.get(owner=crowd[2])
            message.let_go(timezone.now())

    run_due(step=cancel)

    assert Message.objects.filter(owner=crowd[2], state="void").count() == 1
    assert len(sink.messages) == len({mail["Message-ID"] for mail in sink.messages})


def test_who_moved_gets_nothing_at_the_old_address(crowd, sink):
    def move(step: str) -> None:
        if step == "answered":
            crowd[3].emailaddress_set.update(email="moved@example.com")

    run_due(step=move)

    assert crowd[3].email not in {mail["To"] for mail in sink.messages}
    assert "moved@example.com" in {mail["To"] for mail in sink.messages}


def test_what_was_not_begun_is_given_back(crowd, sink):
    def end(step: str) -> None:
        if step == "answered":
            stopping.ask()

    assert run_due(step=end) == 1
    stopping.forget()

    waiting = Message.objects.exclude(state="sent")
    assert set(waiting.values_list("state", "attempts")) == {("retry", 0)}
    assert run_due() == 3
    assert set(Message.objects.values_list("state", "attempts")) == {("sent", 1)}


def test_held_up_too_long_the_rest_is_given_back(crowd, sink, settings):
    """A quarter of the lease: nobody else has begun with them by then."""
    settings.REMINDER_LEASE_SECONDS = 8
    waited: list[int] = []

    def tarry(step: str) -> None:
        if step == "claimed" and not waited:
            waited.append(Message.objects.filter(state="claimed").count())
            time.sleep(2.1)

    assert run_due(step=tarry) == 4

    assert waited == [4]
    assert set(Message.objects.values_list("state", "attempts")) == {("sent", 1)}
