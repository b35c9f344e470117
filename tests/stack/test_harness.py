from __future__ import annotations

import smtplib
from email.message import EmailMessage

import pytest
import redis
from django.conf import settings
from django.db import connection


def test_the_tests_run_on_postgresql(db):
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_version_num")
        assert int(cursor.fetchone()[0]) >= 180000


def test_the_tests_run_on_redis():
    with redis.Redis.from_url(settings.REDIS_URL) as client:
        assert client.ping()


def test_the_sink_takes_and_refuses_mail(sink):
    mail = EmailMessage()
    mail["Subject"] = "Thank you"
    mail["From"], mail["To"] = "callback@example.com", "alice@example.com"
    mail.set_content("Write the note.")

    with smtplib.SMTP(settings.EMAIL_HOST, settings.EMAIL_PORT) as smtp:
        smtp.send_message(mail)
        sink.data_reply = "451 later"
        with pytest.raises(smtplib.SMTPDataError, match="451"):
            smtp.send_message(mail)

    assert [taken["Subject"] for taken in sink.messages] == ["Thank you"]


def test_a_signed_in_browser_is_let_in(alice_page, alice):
    alice_page.goto("/accounts/email/")

    assert alice_page.url.endswith("/accounts/email/")
    assert alice.email in alice_page.content()
