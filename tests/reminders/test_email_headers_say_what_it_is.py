from __future__ import annotations

from datetime import timedelta

import pytest
from django.conf import LazySettings

from accounts.models import User
from interviews.models import Round
from reminders.emails import render
from reminders.models import Kind, Message
from tests.interviews.world import NOW, acme, invited
from tests.reminders.mails import claimed, mail_of

LATER = NOW + timedelta(hours=4)


@pytest.fixture
def round_(alice: User) -> Round:
    before = NOW - timedelta(days=3)
    return invited(acme(alice, now=before), starts_at=NOW, now=before)


@pytest.fixture
def message(alice: User, round_: Round) -> Message:
    return claimed(alice, Kind.THANK_YOU, now=LATER)


def test_the_headers(
    alice: User, round_: Round, message: Message, settings: LazySettings
) -> None:
    settings.SITE_URL = "https://jobs.example.com"
    settings.DEFAULT_FROM_EMAIL = "Callback <hello@jobs.example.com>"

    mail = mail_of(render(message, now=LATER))

    assert mail["From"] == "Callback <hello@jobs.example.com>"
    assert mail["To"] == "alice@example.com"
    assert mail["Message-ID"] == f"<message.{message.pk}@jobs.example.com>"
    assert mail["References"] == f"<round.{round_.pk}@jobs.example.com>"
    assert mail["Date"].datetime == LATER
    assert mail["List-Id"].endswith("<thank-you.reminders.jobs.example.com>")
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["X-Reminder-Reason"] == "thank-you"
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert mail["List-Unsubscribe"].startswith("<https://jobs.example.com/m/stop/")


def test_ids_and_addresses_stay_on_one_line_under_a_long_host(
    message: Message, settings: LazySettings
) -> None:
    settings.SITE_URL = (
        "https://a-rather-long-name-for-a-host.jobs.department.example.com"
    )

    lines = render(message, now=LATER).mime.split(b"\r\n")

    for name in (
        b"Message-ID: <message",
        b"List-Unsubscribe: <https://",
        b"References: <",
    ):
        assert [line for line in lines if line.startswith(name) and line.endswith(b">")]


def test_the_bytes_are_the_same_on_every_try(message: Message) -> None:
    first = render(message, now=LATER)

    again = render(
        Message.objects.get(pk=message.pk), now=LATER + timedelta(minutes=20)
    )

    assert again == first


def test_the_lines_end_as_smtp_wants_them(message: Message) -> None:
    mime = render(message, now=LATER).mime

    assert mime.count(b"\n") == mime.count(b"\r\n")
    assert all(byte < 128 for byte in mime)
    assert max(map(len, mime.split(b"\r\n"))) <= 998


def test_rendered_agrees_with_its_own_bytes(message: Message) -> None:
    rendered = render(message, now=LATER)
    mail = mail_of(rendered)

    assert rendered.subject == mail["Subject"]
    assert rendered.recipient == mail["To"]
    assert rendered.message_id == mail["Message-ID"]


def test_an_address_in_another_script_goes_out_in_letters_smtp_knows(
    alice: User, round_: Round
) -> None:
    User.objects.filter(pk=alice.pk).update(email="alice@bücher.example")
    message = claimed(alice, Kind.THANK_YOU, now=LATER)
    message.refresh_from_db()

    rendered = render(message, now=LATER)

    assert rendered.recipient == "alice@xn--bcher-kva.example"
    assert mail_of(rendered)["To"] == rendered.recipient


def test_a_message_without_reminders_is_refused(alice: User) -> None:
    with pytest.raises(ValueError, match="needs a reminder"):
        render(claimed(alice, Kind.PREPARE, now=LATER), now=LATER)
