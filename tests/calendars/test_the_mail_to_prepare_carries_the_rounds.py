"""The mail to prepare has its rounds attached, as any calendar takes them."""

from __future__ import annotations

from datetime import timedelta
from email.message import EmailMessage

import pytest

from calendars import files
from interviews.models import Round
from reminders.emails import render
from reminders.models import Kind
from tests.calendars.reading import begins, events, read
from tests.interviews.world import NOW, acme, invited
from tests.reminders.mails import claimed, html, sent_to, text

TOMORROW = NOW + timedelta(days=1)


def attached(mail: EmailMessage) -> list[EmailMessage]:
    return [*mail.iter_attachments()]


def body_of(part: EmailMessage) -> bytes:
    body = part.get_payload(decode=True)
    assert isinstance(body, bytes)
    return body


@pytest.fixture
def round_(alice) -> Round:
    return invited(acme(alice), starts_at=TOMORROW)


def test_as_the_page_of_the_round_has_it(alice, round_):
    (part,) = attached(sent_to(alice, Kind.PREPARE))

    body = body_of(part)
    assert body == files.of_rounds([round_.pk])
    assert begins(*events(read(body))) == TOMORROW
    assert part.get_content_type() == "text/calendar"
    assert part.get_param("method") == "PUBLISH"
    assert part.get_filename() == "rounds.ics"


def test_the_mail_reads_as_without_it(alice, round_):
    mail = sent_to(alice, Kind.PREPARE)

    assert mail.defects == []
    assert mail.get_content_type() == "multipart/mixed"
    assert "Acme" in text(mail)
    assert "Acme" in html(mail)
    assert "BEGIN:VCALENDAR" not in text(mail) + html(mail)


def test_a_second_try_has_the_same_bytes(alice, round_):
    message = claimed(alice, Kind.PREPARE)

    assert render(message, now=NOW).mime == render(message, now=NOW).mime


def test_several_rounds_are_one_file(alice, round_):
    invited(acme(alice), starts_at=TOMORROW)

    (part,) = attached(sent_to(alice, Kind.PREPARE))

    assert len(events(read(body_of(part)))) == 2


def test_a_large_one_stays_on_the_page(alice):
    invited(acme(alice), starts_at=TOMORROW, to_prepare="é" * 8_000)

    mail = sent_to(alice, Kind.PREPARE)

    assert attached(mail) == []
    assert len(mail.as_bytes()) <= 30_000


def test_other_mails_carry_none(alice):
    invited(
        acme(alice), starts_at=NOW - timedelta(hours=5), now=NOW - timedelta(days=2)
    )

    assert attached(sent_to(alice, Kind.THANK_YOU)) == []
