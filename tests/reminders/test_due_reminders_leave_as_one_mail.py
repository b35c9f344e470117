from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from allauth.account.models import EmailAddress
from allauth.account.signals import email_confirmed
from django.utils import timezone

from interviews.actions import mark_sent
from reminders.delivery.claim import claim_next
from reminders.delivery.sender import run_due
from reminders.models import Kind, Message, Outbox, Reminder
from tests.factories import create_user
from tests.reminders.due import fresh, only_message, prepare_due, thanks_due, told

pytestmark = pytest.mark.django_db


def test_a_due_reminder_is_mailed_once(alice, sink):
    round_ = thanks_due(alice)

    assert run_due() == 1
    assert run_due() == 0

    (mail,) = sink.messages
    message = only_message(alice)
    assert mail["To"] == "alice@example.com"
    assert mail["Message-ID"] == message.message_id
    assert (message.state, message.token) == ("sent", None)
    assert told(round_).state == Reminder.State.TOLD
    assert message.delivery_attempts.get().outcome == "accepted"


def test_the_next_look_is_when_the_next_reminder_is_due(alice, sink):
    round_ = thanks_due(alice)

    run_due()

    second = round_.reminders.get(key__endswith="second")
    assert Outbox.objects.get(owner=alice).next_due_at == second.due_at


def test_all_that_is_due_leaves_together_whatever_its_kind(alice, sink):
    thanks_due(alice, company="Acme")
    thanks_due(alice, company="Initech")
    prepare_due(alice)

    assert run_due() == 1

    message = only_message(alice)
    assert message.kind == Kind.THANK_YOU
    assert message.reminders.count() == 3
    (mail,) = sink.messages
    assert mail["X-Reminder-Reason"] == "thank-you, prepare"


def test_nothing_leaves_before_it_is_due(alice, sink):
    round_ = thanks_due(alice)
    Outbox.objects.update(next_due_at=timezone.now() - timedelta(hours=1))
    later = timezone.now() + timedelta(hours=1)
    round_.reminders.update(due_at=later, allowed_at=later)

    assert run_due() == 0
    next_due_at = Outbox.objects.get().next_due_at
    assert next_due_at
    assert next_due_at > timezone.now()


def test_what_became_useless_is_not_sent(alice, sink):
    round_ = thanks_due(alice)
    long_ago = timezone.now() - timedelta(days=9)
    round_.reminders.filter(key__endswith="first").update(
        due_at=long_ago,
        allowed_at=long_ago,
        useless_after=long_ago + timedelta(days=1),
    )

    run_due()

    assert told(round_).state == Reminder.State.EXPIRED
    assert sink.messages == []


def test_an_edit_between_claim_and_sending_voids_the_message(alice, sink):
    round_ = thanks_due(alice, people=("Dana Wu", "Rafael Ortiz"))

    def edit_once(step: str) -> None:
        note = round_.follow_ups.thank_yous().filter(state="open")[0]
        if step == "claimed" and Message.objects.count() == 1:
            mark_sent(note, now=timezone.now())

    assert run_due(step=edit_once) == 2

    assert sorted(m.state for m in Message.objects.all()) == ["sent", "void"]
    (mail,) = sink.messages
    assert "Dana" not in mail["Subject"]


def test_without_a_mail_server_it_is_kept_as_a_file(alice, settings, tmp_path: Path):
    settings.CALLBACK_DATA = tmp_path
    round_ = thanks_due(alice)

    run_due()

    message = only_message(alice)
    (file,) = (tmp_path / "mail").iterdir()
    assert (message.state, told(round_).state) == ("kept", "kept")
    assert file.read_bytes() == bytes(message.mime)
    assert message.message_id.encode() in file.read_bytes()


def test_what_was_kept_is_never_sent_later(alice, settings, tmp_path, sink):
    settings.EMAIL_CONFIGURED, settings.CALLBACK_DATA = False, tmp_path
    thanks_due(alice)
    run_due()

    settings.EMAIL_CONFIGURED = True

    assert run_due() == 0
    assert sink.messages == []


def test_an_address_that_is_not_verified_gets_nothing(sink):
    stranger = create_user(verified=False)
    round_ = thanks_due(stranger)

    assert run_due() == 0

    not_before = Outbox.objects.get(owner=stranger).not_before
    assert not_before
    assert not_before > timezone.now()
    assert told(round_).state == Reminder.State.SCHEDULED


def test_it_leaves_once_the_address_is_verified(sink):
    owner = create_user(verified=False)
    thanks_due(owner)
    run_due()

    address = EmailAddress.objects.get(user=owner)
    address.verified = True
    address.save()
    email_confirmed.send(EmailAddress, request=None, email_address=address)

    assert run_due() == 1
    assert len(sink.messages) == 1


def test_a_new_address_gets_what_was_still_to_be_tried(alice, sink):
    thanks_due(alice)
    sink.recipient_reply = "451 later"
    run_due()
    sink.recipient_reply = ""
    EmailAddress.objects.filter(user=alice).update(email="new@example.com")
    alice.email = "new@example.com"
    alice.save()
    soon = timezone.now() - timedelta(seconds=1)
    Message.objects.update(next_attempt_at=soon)
    Outbox.objects.update(next_due_at=soon)

    run_due()

    assert [mail["To"] for mail in sink.messages] == ["new@example.com"]


def test_a_message_whose_application_is_gone_is_voided(alice, sink):
    round_ = thanks_due(alice)
    claim = claim_next()
    assert claim
    round_.application.delete()
    Message.objects.update(lease_until=timezone.now() - timedelta(seconds=1))
    Outbox.objects.update(next_due_at=timezone.now() - timedelta(seconds=1))

    run_due()

    assert fresh(only_message(alice)).state == Message.State.VOID
    assert sink.messages == []
