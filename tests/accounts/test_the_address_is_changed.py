from __future__ import annotations

import re

import pytest
from allauth.account.models import EmailAddress
from django.core import mail

URL = "/accounts/email/"
CHANGE = {"action_add": "", "email": "New@Example.com"}


def test_without_mail_it_counts_at_once(alice, proven_client, settings):
    settings.EMAIL_CONFIGURED = False
    proven_client.post(URL, CHANGE)

    alice.refresh_from_db()
    assert alice.email == "new@example.com"
    assert EmailAddress.objects.get(user=alice).email == "new@example.com"
    assert proven_client.get("/you/").status_code == 200


def test_without_mail_anothers_address_is_refused(
    alice, proven_client, mallory, settings
):
    settings.EMAIL_CONFIGURED = False
    response = proven_client.post(URL, CHANGE | {"email": "mallory@example.com"})
    assert "Another account uses this address." in response.content.decode()
    alice.refresh_from_db()
    assert alice.email == "alice@example.com"


@pytest.fixture
def _mail(settings):
    settings.EMAIL_CONFIGURED = True
    settings.ACCOUNT_EMAIL_NOTIFICATIONS = True
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    settings.ACCOUNT_EMAIL_VERIFICATION = "mandatory"
    settings.ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True


@pytest.mark.usefixtures("_mail")
def test_with_mail_it_counts_once_the_code_is_typed(alice, proven_client):
    response = proven_client.post(URL, CHANGE, follow=True)
    page = response.content.decode()
    assert "Type the code we sent you" in page
    assert "new@example.com" in page
    alice.refresh_from_db()
    assert alice.email == "alice@example.com"

    [message] = [m for m in mail.outbox if m.to == ["new@example.com"]]
    code = re.search(r"^([A-Z0-9-]{6,})$", str(message.body), re.MULTILINE)
    assert code is not None
    proven_client.post("/accounts/confirm-email/", {"code": code[1]})

    alice.refresh_from_db()
    assert alice.email == "new@example.com"
    told = mail.outbox[-1]
    assert told.to == ["alice@example.com"]
    assert told.subject == "Your address at Callback was changed"
    assert "new@example.com" in str(told.body)


@pytest.mark.usefixtures("_mail")
def test_how_long_the_code_works_is_said_exactly(proven_client, settings):
    settings.ACCOUNT_EMAIL_VERIFICATION_BY_CODE_TIMEOUT = 7 * 60
    page = proven_client.post(URL, CHANGE, follow=True).content.decode()
    [message] = [m for m in mail.outbox if m.to == ["new@example.com"]]
    assert "works for 7 minutes" in page
    assert "works for 7 minutes" in str(message.body)


@pytest.mark.usefixtures("_mail")
def test_a_wrong_code_changes_nothing(alice, proven_client):
    proven_client.post(URL, CHANGE)
    response = proven_client.post("/accounts/confirm-email/", {"code": "WRONG"})
    assert "That is not the code" in response.content.decode()
    alice.refresh_from_db()
    assert alice.email == "alice@example.com"


@pytest.mark.usefixtures("_mail")
def test_sign_up_asks_for_the_code_too(client, db):
    typed = {
        "email": "sam@example.com",
        "password1": "a long enough phrase",
        "time_zone": "UTC",
    }
    page = client.post("/accounts/signup/", typed, follow=True).content.decode()
    assert "Type the code we sent you" in page
    code = re.search(r"^([A-Z0-9-]{6,})$", str(mail.outbox[0].body), re.MULTILINE)
    assert code is not None
    response = client.post("/accounts/confirm-email/", {"code": code[1]})
    assert response.url == "/"
    assert client.get("/you/").status_code == 200
