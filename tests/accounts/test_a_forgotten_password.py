from __future__ import annotations

import re
import threading

import pytest
from django.core import mail
from django.core.management import call_command

from accounts.models import User

URL = "/accounts/password/reset/"


def test_without_mail_the_page_names_the_command(client, db, settings):
    settings.EMAIL_CONFIGURED = False
    page = client.get(URL).content.decode()
    assert "manage.py changepassword you@example.com" in page
    assert "<form" not in page


def test_the_command_works_for_our_users(alice, client, monkeypatch):
    monkeypatch.setattr("getpass.getpass", lambda prompt="": "another long phrase")
    call_command("changepassword", "alice@example.com", verbosity=0)
    alice.refresh_from_db()
    assert alice.check_password("another long phrase")


@pytest.fixture
def _mail(settings, monkeypatch):
    """Mail as a list, in it when the answer is there."""
    settings.EMAIL_CONFIGURED = True
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    monkeypatch.setattr("accounts.mailing._senders", _Here())


class _Here:
    def submit(self, send, *args):
        send(*args)


@pytest.mark.usefixtures("_mail")
def test_with_mail_a_link_leads_to_a_new_one(alice, client):
    response = client.post(URL, {"email": "alice@example.com"}, follow=True)
    assert "Look at your mail" in response.content.decode()

    [message] = mail.outbox
    assert message.to == ["alice@example.com"]
    link = re.search(
        r"http://[^/]+(/accounts/password/reset/key/\S+)", str(message.body)
    )
    assert link is not None
    form = client.get(link[1], follow=True)
    assert "Choose a new password" in form.content.decode()
    typed = {"password1": "another long phrase", "password2": "another long phrase"}
    client.post(form.request["PATH_INFO"], typed)

    assert User.objects.get().check_password("another long phrase")


@pytest.mark.usefixtures("_mail")
def test_an_unknown_address_looks_the_same(db, client):
    response = client.post(URL, {"email": "nobody@example.com"}, follow=True)
    assert "Look at your mail" in response.content.decode()
    assert not mail.outbox  # anybody can type anybody's address


class _SlowServer:
    """A mail server that takes a message only when it is told to."""

    ready = threading.Event()
    taken = threading.Event()

    def __init__(self, *_, **__):
        pass

    def send_messages(self, messages):
        assert self.ready.wait(10)
        self.taken.set()
        return len(messages)


def test_a_known_address_is_not_known_by_the_wait(alice, client, settings):
    settings.EMAIL_CONFIGURED = True
    settings.EMAIL_BACKEND = f"{__name__}._SlowServer"

    response = client.post(URL, {"email": "alice@example.com"}, follow=True)

    assert "Look at your mail" in response.content.decode()
    assert not _SlowServer.taken.is_set()
    _SlowServer.ready.set()
    assert _SlowServer.taken.wait(10)


def test_a_used_up_link_says_so(client, db):
    page = client.get("/accounts/password/reset/key/1-nonsense/").content.decode()
    assert "This link no longer works" in page
