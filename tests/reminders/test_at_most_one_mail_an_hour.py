from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from reminders import preferences
from reminders.delivery import doubts
from reminders.delivery.evidence import Finding
from reminders.delivery.sender import run_due
from reminders.models import Kind, Message, Outbox, Preferences, Reminder
from reminders.planning.allowed import held_until
from reminders.vitals import overdue
from tests.factories import create_due_outbox, create_reminder, create_round
from tests.reminders.doubtful import in_doubt
from tests.reminders.due import prepare_due, thanks_due

pytestmark = pytest.mark.django_db


def _later(hours: float) -> None:
    """As if so many hours had gone by for the outbox."""
    for outbox in Outbox.objects.exclude(not_before=None):
        outbox.not_before = (outbox.not_before or timezone.now()) - timedelta(
            hours=hours
        )
        outbox.save()


def test_a_planned_mail_waits_for_the_hour_to_pass(alice, sink):
    thanks_due(alice)
    run_due()
    later = thanks_due(alice, company="Initech")
    later.reminders.update(is_prompt=False)
    now = timezone.now()
    Outbox.objects.update(next_due_at=now, not_before=now + timedelta(minutes=50))

    assert run_due() == 0
    assert overdue(timezone.now()) == timedelta(0)

    _later(1)
    run_due()
    assert len(sink.messages) == 2


def test_what_the_owner_just_entered_does_not_wait(alice, sink):
    thanks_due(alice)
    run_due()
    not_before = Outbox.objects.get().not_before
    assert not_before
    assert not_before > timezone.now() + timedelta(minutes=59)

    prepare_due(alice)

    assert run_due() == 1
    assert len(sink.messages) == 2


def test_a_mail_that_may_have_arrived_starts_the_hour_too(alice, sink):
    thanks_due(alice)
    in_doubt()

    not_before = Outbox.objects.get().not_before

    assert not_before
    assert not_before > timezone.now() + timedelta(minutes=59)


def test_one_of_which_it_is_known_that_it_did_not_arrive_ends_it(alice, sink):
    thanks_due(alice)
    message = in_doubt()

    doubts.apply([Finding(message.message_id, "refused", accepted=False)])

    assert Outbox.objects.get().not_before is None
    assert run_due() == 1


def _all_day_quiet(owner) -> None:
    """Quiet from half an hour ago until half an hour from now."""
    here = timezone.now().astimezone(owner.zone)
    half = timedelta(minutes=30)
    Preferences.objects.create(
        owner=owner,
        debrief=False,
        quiet_from=(here - half).time().replace(microsecond=0),
        quiet_until=(here + half).time().replace(microsecond=0),
    )


def test_quiet_hours_are_looked_at_again_when_it_is_to_leave(alice, sink):
    round_ = create_round(starts_at=timezone.now() - timedelta(hours=3))
    owner = round_.application.owner
    _all_day_quiet(owner)
    reminder = create_reminder(round_=round_)
    create_due_outbox(owner=owner)

    assert run_due() == 0

    reminder.refresh_from_db()
    assert reminder.allowed_at > timezone.now()
    assert Outbox.objects.get(owner=owner).next_due_at == reminder.allowed_at
    assert overdue(timezone.now()) == timedelta(0)


def test_quiet_hours_do_not_hold_what_the_owner_just_entered(alice, sink):
    _all_day_quiet(alice)

    thanks_due(alice)

    assert run_due() == 1


def test_what_was_entered_hours_ago_and_could_not_leave_waits_for_the_morning(
    alice, sink
):
    first = thanks_due(alice).reminders.get(key__endswith="first")
    Preferences.objects.filter(owner=alice).delete()
    _all_day_quiet(alice)
    long_ago = timezone.now() - timedelta(hours=5)
    Reminder.objects.filter(pk=first.pk).update(due_at=long_ago, allowed_at=long_ago)

    assert run_due() == 0

    first.refresh_from_db()
    assert first.allowed_at > timezone.now()


def test_a_pause_holds_even_that(alice, sink):
    tomorrow = timezone.now().astimezone(alice.zone).date() + timedelta(days=1)
    Preferences.objects.create(owner=alice, paused_until=tomorrow)
    round_ = thanks_due(alice)

    assert run_due() == 0

    first = round_.reminders.get(key__endswith="first")
    wishes = preferences.of(alice)
    assert first.allowed_at == held_until(first.due_at, wishes, alice.zone)


def test_a_message_to_be_tried_again_waits_for_the_morning_too(alice, sink):
    round_ = thanks_due(alice)
    Preferences.objects.filter(owner=alice).delete()
    reminder = round_.reminders.get(key__endswith="first")
    now = timezone.now()
    message = Message.objects.create(
        owner=alice,
        kind=Kind.THANK_YOU,
        state=Message.State.RETRY,
        recipient=alice.email,
        next_attempt_at=now,
    )
    Reminder.objects.filter(pk=reminder.pk).update(message=message, is_prompt=False)
    _all_day_quiet(alice)
    Outbox.objects.update(next_due_at=now)

    assert run_due() == 0

    message.refresh_from_db()
    assert message.state == Message.State.RETRY
    assert message.next_attempt_at
    assert message.next_attempt_at > timezone.now()


def test_what_cannot_be_made_holds_back_nothing_else_in_its_mail(
    alice, sink, monkeypatch
):
    from reminders.emails import compose

    thanks_due(alice)
    prepare_due(alice)
    part = compose._part

    def stumbling(kind, *rest):
        if kind == Kind.PREPARE:
            raise RuntimeError("a mistake of ours")
        return part(kind, *rest)

    monkeypatch.setattr(compose, "_part", stumbling)
    run_due()
    past = timezone.now() - timedelta(seconds=1)
    Message.objects.filter(state="retry").update(next_attempt_at=past)
    Outbox.objects.update(next_due_at=past, not_before=None)
    run_due()

    assert [mail["X-Reminder-Reason"] for mail in sink.messages] == ["thank-you"]
