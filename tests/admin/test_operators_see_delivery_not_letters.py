"""Lists of delivery: enough to run it, nothing private, changed by nobody."""

from __future__ import annotations

from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.contrib import admin
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from interviews.actions import Noted, save_debrief, save_draft
from interviews.models import FollowUp
from reminders.delivery.again import free
from reminders.delivery.outcome import Verdict
from reminders.delivery.sender import run_due
from reminders.models import Message, Outbox, RefusedAddress, Reminder
from tests.reminders.due import fresh, only_message, thanks_due, told

pytestmark = pytest.mark.django_db(transaction=True)

MODELS = sorted(
    f"{model._meta.app_label}_{model._meta.model_name}"
    for model in admin.site._registry
)


@pytest.fixture
def operator(mallory: User) -> Client:
    """Runs the installation; alice's letters are none of their business."""
    mallory.is_staff = mallory.is_superuser = True
    mallory.save()
    Authenticator.objects.create(user=mallory, type=Authenticator.Type.TOTP, data={})
    client = Client()
    client.force_login(mallory)
    return client


def _owner(number: int) -> User:
    owner = User.objects.create_user(f"owner{number}@example.com")
    thanks_due(owner)
    return owner


def _queries(client: Client, name: str) -> int:
    page = reverse(f"admin:{name}_changelist")
    client.get(page)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert client.get(page).status_code == 200
    return len(queries)


@pytest.mark.parametrize("name", MODELS)
def test_a_list_of_ten_asks_as_often_as_a_list_of_one(name, operator):
    _owner(0)
    run_due(seconds=5)
    once = _queries(operator, name)
    for number in range(1, 10):
        _owner(number)
    run_due(seconds=20)

    assert Message.objects.count() == 10
    assert _queries(operator, name) == once


def test_nothing_private_is_shown(operator, alice):
    round_ = thanks_due(alice, company="Canarywharf", people=("Canary Bird",))
    note = FollowUp.objects.thank_yous().get()
    save_draft(note, draft="canary draft", now=timezone.now())
    save_debrief(
        round_, Noted(notes="canary notes"), promised_on=None, now=timezone.now()
    )
    run_due(seconds=5)
    message = only_message(alice)
    assert "canary" in message.subject.lower()

    pages = [reverse(f"admin:{name}_changelist") for name in MODELS] + [
        reverse("admin:reminders_message_change", args=[message.pk]),
        reverse("admin:reminders_reminder_change", args=[told(round_).pk]),
        reverse("admin:accounts_user_change", args=[alice.pk]),
    ]

    for page in pages:
        answer = operator.get(page)
        assert answer.status_code == 200
        assert "canary" not in answer.content.decode().lower(), page


def test_the_longest_overdue_stands_first(operator, alice, mallory):
    now = timezone.now()
    Outbox.objects.create(owner=mallory, next_due_at=now - timedelta(minutes=5))
    Outbox.objects.create(owner=alice, next_due_at=now - timedelta(hours=3))

    text = operator.get(reverse("admin:reminders_outbox_changelist")).content.decode()
    _, _, rows = text.partition('id="result_list"')

    assert rows.index("alice@example.com") < rows.index("mallory@example.com")
    assert "3 hours" in rows
    assert "5 minutes" in rows


def test_messages_are_filtered_by_state(operator, alice):
    thanks_due(alice)
    run_due(seconds=5)
    page = reverse("admin:reminders_message_changelist")

    assert "1 mail" not in operator.get(page).content.decode()
    assert operator.get(page, {"state__exact": "kept"}).context["cl"].result_count == 1
    assert operator.get(page, {"state__exact": "sent"}).context["cl"].result_count == 0


@pytest.mark.parametrize("name", [name for name in MODELS if name != "accounts_user"])
def test_delivery_is_read_only_for_a_superuser_too(name, operator, alice):
    thanks_due(alice)
    run_due(seconds=5)
    RefusedAddress.objects.create(owner=alice, address="alice@example.com")
    model = next(
        m
        for m in admin.site._registry
        if f"{m._meta.app_label}_{m._meta.model_name}" == name
    )
    row = model._default_manager.all()[0]

    change = reverse(f"admin:{name}_change", args=[row.pk])
    assert operator.post(change, {"state": "sent"}).status_code == 403
    assert operator.get(reverse(f"admin:{name}_add")).status_code == 403
    delete = reverse(f"admin:{name}_delete", args=[row.pk])
    assert operator.post(delete, {"post": "yes"}).status_code == 403
    assert model._default_manager.filter(pk=row.pk).exists()


def _refused(alice, sink) -> Message:
    thanks_due(alice)
    sink.recipient_reply = "550 no such mailbox"
    run_due(seconds=5)
    sink.recipient_reply = ""
    message = only_message(alice)
    assert message.state == Message.State.FAILED
    return message


def _press(operator: Client, message: Message):
    return operator.post(
        reverse("admin:reminders_message_changelist"),
        {"action": "try_again", "_selected_action": [str(message.pk)]},
        follow=True,
    )


def test_a_refused_mail_can_be_tried_again(operator, alice, sink):
    message = _refused(alice, sink)

    answer = _press(operator, message)
    run_due(seconds=5)

    assert "1 will be tried again" in answer.content.decode()
    assert len(sink.raw) == 1
    assert fresh(message).state == Message.State.FAILED
    assert Reminder.objects.filter(state=Reminder.State.TOLD).count() == 1
    run_due(seconds=5)
    assert len(sink.raw) == 1


def test_what_waits_for_its_next_try_can_be_hurried(operator, alice, sink):
    thanks_due(alice)
    sink.recipient_reply = "451 later"
    run_due(seconds=5)
    sink.recipient_reply = ""
    assert run_due(seconds=5) == 0

    page = reverse("admin:reminders_message_changelist")
    chosen = {"action": "try_now", "_selected_action": [str(only_message(alice).pk)]}
    answer = operator.post(page, chosen, follow=True)
    run_due(seconds=5)

    assert "1 are tried now" in answer.content.decode()
    assert len(sink.raw) == 1


def test_a_refused_address_can_be_tried_again(operator, alice, sink):
    _refused(alice, sink)
    page = reverse("admin:reminders_refusedaddress_changelist")
    assert "alice@example.com" in operator.get(page).content.decode()

    operator.post(page, {"action": "lift", "_selected_action": [str(alice.pk)]})
    run_due(seconds=5)

    assert len(sink.raw) == 1


def test_trying_again_drops_what_is_of_no_use_any_more(alice, sink):
    message = _refused(alice, sink)
    message.reminders.update(useless_after=timezone.now())
    Reminder.objects.exclude(message=message).delete()

    assert free(message)
    run_due(seconds=5)

    assert sink.raw == []


@pytest.mark.parametrize(
    "state", [Message.State.IN_DOUBT, Message.State.SENT, Message.State.VOID]
)
def test_a_mail_that_may_have_arrived_is_never_repeated(operator, alice, sink, state):
    message = _refused(alice, sink)
    Message.objects.filter(pk=message.pk).update(state=state)

    answer = _press(operator, message)
    run_due(seconds=5)

    assert "only refused mails can be repeated" in answer.content.decode()
    assert sink.raw == []
    assert message.delivery_attempts.get().outcome == Verdict.REFUSED
