from __future__ import annotations

from datetime import timedelta
from email.message import EmailMessage

import pytest

from accounts.models import User
from applications.actions import create_application
from interviews.actions import Noted, Person, add_round, save_debrief
from interviews.models import Round
from reminders.emails.words import one_line
from reminders.models import Kind
from tests.interviews.world import NOW, session
from tests.reminders.mails import (
    html,
    sent_to,
    text,
    urls_in_html,
    urls_in_text,
)

BEFORE = NOW - timedelta(days=3)
EVIL = [
    "Dana\r\nBcc: victim@example.com",
    "Dana\nSubject: other\n\nbody",
    "<script>alert(1)</script>",
    "\"><a href='https://evil.example'>click</a>",
    "Dana\u2028Wu\u202egnp.exe",
    "=?utf-8?q?Bcc=3A?= {{ 7|add:7 }} {% now %}",
    'Dana <dana@example.com>, "x" <y@example.com>; z:',
    "é" * 200,
    "名前" * 100,
    "W" * 200,
    " ",
]
TOLD_AT = {
    Kind.PREPARE: NOW - timedelta(hours=20),
    Kind.THANK_YOU: NOW + timedelta(hours=4),
    Kind.STATUS_CHECK: NOW + timedelta(days=9),
}


def _round(owner: User, evil: str) -> Round:
    application = create_application(
        owner=owner, company_name=evil, role=evil, now=BEFORE
    )
    person = Person(name=evil, title=evil[:200], kind="peer")
    round_ = add_round(
        application,
        number=None,
        session=session(NOW),
        people=(person, Person(name=f"{evil}"[:190] + " II")),
        to_prepare=evil * 20,
        now=BEFORE,
    )
    return save_debrief(round_, Noted(notes=evil * 50), promised_on=None, now=BEFORE)


@pytest.mark.parametrize("kind", TOLD_AT)
@pytest.mark.parametrize("evil", EVIL)
def test_a_name_stays_a_name(alice: User, kind: Kind, evil: str) -> None:
    _round(alice, evil)

    mail = sent_to(alice, kind, now=TOLD_AT[kind])

    _assert_headers_are_ours(mail)
    assert mail.defects == []
    assert len(mail.as_bytes()) <= 30_000
    assert len(mail["Subject"]) <= 78
    assert "<script" not in html(mail)
    assert urls_in_html(mail) == urls_in_text(mail)
    assert all(url.startswith("http://localhost:8000/") for url in urls_in_html(mail))
    assert "\u202e" not in text(mail) + html(mail)


def _assert_headers_are_ours(mail: EmailMessage) -> None:
    assert mail["Bcc"] is None
    assert mail["To"] == "alice@example.com"
    assert len(mail.get_all("Subject", [])) == 1
    assert not set("\r\n\x00\u2028\u202e") & set(mail["Subject"])


@pytest.mark.parametrize("link", ["javascript:alert(1)", "data:text/html,x"])
def test_only_an_address_of_the_web_is_a_link(alice: User, link: str) -> None:
    round_ = _round(alice, "Dana")
    round_.sessions.update(link=link)

    mail = sent_to(alice, Kind.PREPARE, now=TOLD_AT[Kind.PREPARE])

    assert link not in text(mail)
    assert link not in html(mail)


def test_one_line_keeps_the_words() -> None:
    assert one_line(" Dana\r\n\x00Wu\t\u2028II ") == "Dana Wu II"


def test_ten_rounds_with_many_people_stay_small(alice: User) -> None:
    for number in range(12):
        application = create_application(
            owner=alice,
            company_name=f"A company with a long name {number}",
            role="Analyst",
            now=BEFORE,
        )
        people = tuple(
            Person(name=f"Person With A Name {i}", title="Head of Things", kind="peer")
            for i in range(6)
        )
        round_ = add_round(
            application, number=None, session=session(NOW), people=people, now=BEFORE
        )
        save_debrief(
            round_, Noted(notes="a long note " * 100), promised_on=None, now=BEFORE
        )

    mail = sent_to(alice, Kind.THANK_YOU, now=TOLD_AT[Kind.THANK_YOU])

    assert len(mail.as_bytes()) <= 30_000
    assert urls_in_html(mail) == urls_in_text(mail)
    assert mail["Subject"].startswith("Thank-you notes for A company with")
    # Nobody owed is left out, linked or not.
    assert " ".join(text(mail).split()).count("Person With A Name 5") == 12


def test_a_panel_of_thirty_stays_small_and_names_them_all(alice: User) -> None:
    application = create_application(
        owner=alice, company_name="Acme", role="Analyst", now=BEFORE
    )
    people = tuple(Person(name=f"Person {i:02}") for i in range(30))
    add_round(application, number=None, session=session(NOW), people=people, now=BEFORE)

    mail = sent_to(alice, Kind.THANK_YOU, now=TOLD_AT[Kind.THANK_YOU])

    assert len(mail.as_bytes()) <= 30_000
    words = " ".join(text(mail).split())
    assert all(f"Person {i:02}" in words for i in range(30))
    assert (
        mail["Subject"] == "Thank-you notes for Person 00 and 29 others (Acme, round 1)"
    )
