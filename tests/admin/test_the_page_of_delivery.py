"""The operator sees at a glance how delivery does, and tries the mail server."""

from __future__ import annotations

from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.core.cache import cache
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from accounts.models import User
from config.stack.servers import free_port
from operations.delivery_page import TRIES
from reminders import background
from reminders.delivery.clock import ClockTimestamp
from reminders.delivery.sender import run_due
from reminders.delivery.trial import _overhearing, try_mail
from reminders.models import MailServer, Outbox
from tests.reminders.due import thanks_due

pytestmark = pytest.mark.django_db


@pytest.fixture
def operator(mallory: User) -> Client:
    mallory.is_staff = mallory.is_superuser = True
    mallory.save()
    Authenticator.objects.create(user=mallory, type=Authenticator.Type.TOTP, data={})
    client = Client()
    client.force_login(mallory)
    return client


def _page(client: Client) -> str:
    answer = client.get(reverse("admin:delivery"))
    assert answer.status_code == 200
    return str(answer.content.decode())


def test_all_is_well(operator, alice, sink):
    thanks_due(alice)
    background.look()
    background.check_plans()

    page = _page(operator)

    assert "look here" not in page
    assert "0 seconds ago" in page
    assert "nothing bad is known" in page
    assert "?state__exact=sent" in page
    assert page.count("Acme") == 0


def test_it_is_found_from_the_first_page(operator):
    index = operator.get(reverse("admin:index")).content.decode()

    assert reverse("admin:delivery") in index


def test_what_is_wrong_stands_out(operator, alice, sink):
    thanks_due(alice)
    Outbox.objects.update(next_due_at=ClockTimestamp() - timedelta(hours=3))
    MailServer.objects.create(
        address=f"127.0.0.1:{sink.port}",
        failures=7,
        failing_since=ClockTimestamp() - timedelta(minutes=12),
        next_try_at=ClockTimestamp(),
        said="535 5.7.8 bad password",
    )

    page = _page(operator)

    assert page.count("look here") == 3
    assert "3 hours" in page
    assert "fails for 12 minutes: 535 5.7.8 bad password" in page


def test_strangers_and_owners_do_not_see_it(client, alice_client):
    assert client.get(reverse("admin:delivery")).status_code == 302
    assert alice_client.get(reverse("admin:delivery")).status_code in {302, 403}


def test_staff_without_the_right_do_not_see_it(operator, mallory):
    mallory.is_superuser = False
    mallory.save()

    assert operator.get(reverse("admin:delivery")).status_code == 403


def test_a_test_mail_shows_the_conversation(operator, sink):
    page = operator.post(reverse("admin:delivery")).content.decode()

    assert "It works." in page
    for word in ("ehlo", "mail FROM:", "rcpt TO:", "250 taken"):
        assert word in page
    (mail,) = sink.messages
    assert mail["To"] == "mallory@example.com"
    assert "Reminder" not in mail["Subject"]


@pytest.mark.parametrize(
    ("reply", "meaning"),
    [
        ("sender", "check DEFAULT_FROM_EMAIL"),
        ("recipient", "does not know the address"),
        ("data", "read the mail and would not have it"),
    ],
)
def test_a_test_mail_says_what_is_wrong(operator, sink, reply, meaning):
    setattr(sink, f"{reply}_reply", "550 5.1.1 no")

    page = operator.post(reverse("admin:delivery")).content.decode()

    assert "It does not work yet." in page
    assert meaning in page
    assert "550 5.1.1 no" in page


def test_nobody_there(sink, settings):
    settings.EMAIL_PORT = free_port()

    trial = try_mail("alice@example.com")

    assert not trial.worked
    assert "Check EMAIL_URL" in trial.meaning


def test_no_password_is_shown(sink, settings):
    """Whatever way of signing in: what follows AUTH is hidden."""
    lines: list[object] = []
    smtp = _overhearing(lines).plain()  # type: ignore[arg-type]
    sent: list[str] = []
    smtp.send = sent.append  # type: ignore[method-assign, assignment]

    smtp.putcmd("AUTH", "PLAIN c2VjcmV0")
    smtp.putcmd("c2VjcmV0")

    assert "c2VjcmV0" in str(sent)
    assert "c2VjcmV0" not in str(lines)


def test_it_is_limited(operator, sink):
    for _ in range(TRIES):
        operator.post(reverse("admin:delivery"))

    page = operator.post(reverse("admin:delivery")).content.decode()

    assert "Try again in ten minutes" in page
    assert len(sink.messages) == TRIES


def test_the_limit_may_run_out_at_any_moment(operator, sink, monkeypatch):
    """Between two looks at the counter its time may be over."""
    monkeypatch.setattr(cache, "add", lambda *_: False)

    assert operator.post(reverse("admin:delivery")).status_code == 200

    assert len(sink.messages) == 1


def test_without_a_mail_server_it_says_so(operator):
    assert "Set <code>EMAIL_URL</code>" in _page(operator)
    assert "No mail server" in operator.post(reverse("admin:delivery")).content.decode()


def test_the_command_prints_it(sink, capsys):
    call_command("try_mail", "alice@example.com")
    assert "< 250 taken" in capsys.readouterr().out

    sink.recipient_reply = "550 5.1.1 no"
    with pytest.raises(CommandError, match="does not know the address"):
        call_command("try_mail", "alice@example.com")


def test_a_test_mail_is_no_reminder(operator, sink):
    operator.post(reverse("admin:delivery"))

    assert run_due() == 0
