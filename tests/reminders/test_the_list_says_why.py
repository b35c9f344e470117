"""The owner reads in plain words what became of a mail, and what they can do."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from reminders.delivery.sender import run_due
from reminders.models import Message, RefusedAddress, Reminder
from tests.reminders.doubtful import in_doubt
from tests.reminders.due import only_message, thanks_due

pytestmark = pytest.mark.django_db

PAGE = "/reminders/"
LIFT = "/reminders/address/"


def _refused(sink) -> None:
    sink.recipient_reply = "550 5.1.1 no such user <b>"
    run_due()
    sink.recipient_reply = ""


def test_a_refused_address_is_shown_with_what_to_do(alice, alice_client, sink):
    thanks_due(alice)
    _refused(sink)

    page = alice_client.get(PAGE).content.decode()

    assert "No mail goes to alice@example.com any more" in page
    assert "5.1.1 no such user &lt;b&gt;" in page
    assert "/accounts/email/" in page
    assert "said that it does not know your address" in page


def test_the_owner_lifts_it(alice, alice_client, sink):
    thanks_due(alice)
    _refused(sink)
    an_hour_ago = timezone.now() - timedelta(hours=2)
    RefusedAddress.objects.update(at=an_hour_ago)

    page = alice_client.post(LIFT, follow=True).content.decode()
    run_due()

    assert "Your address is tried again" in page
    assert "No mail goes to" not in page
    assert len(sink.messages) == 1


def test_not_again_and_again(alice, alice_client, sink):
    thanks_due(alice)
    _refused(sink)

    page = alice_client.post(LIFT, follow=True).content.decode()

    assert "Please try again in an hour" in page
    assert RefusedAddress.objects.exists()


def test_a_stranger_lifts_nothing(alice, mallory_client, sink):
    thanks_due(alice)
    _refused(sink)
    RefusedAddress.objects.update(at=timezone.now() - timedelta(hours=2))

    mallory_client.post(LIFT)

    assert RefusedAddress.objects.exists()


def test_a_doubt_is_explained(alice, alice_client, sink, settings):
    thanks_due(alice)
    message = in_doubt()

    page = alice_client.get(PAGE).content.decode()
    assert "the same mail is sent once more" in page
    settings.REMINDER_IN_DOUBT = "hold"
    assert "It is not sent again" in alice_client.get(PAGE).content.decode()

    message.give_up(timezone.now())
    page = alice_client.get(PAGE).content.decode()
    assert "Perhaps sent" in page
    assert "A mail about it may have reached you" in page


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        ("451 later", "The mail server was not ready. We go on trying."),
        ("554 5.7.1 relay access denied", "does not take mail from us at the moment"),
    ],
)
def test_what_waits_says_for_what(alice, alice_client, sink, reply, said):
    thanks_due(alice)
    sink.recipient_reply = reply
    run_due()

    assert said in alice_client.get(PAGE).content.decode()


def test_a_mail_we_could_not_make_is_our_mistake(alice, alice_client, sink):
    thanks_due(alice)
    run_due()
    message = only_message(alice)
    message.delivery_attempts.update(outcome="broken")
    Message.objects.update(state="failed")
    Reminder.objects.filter(message=message).update(state="failed")

    assert "by a mistake of ours" in alice_client.get(PAGE).content.decode()
