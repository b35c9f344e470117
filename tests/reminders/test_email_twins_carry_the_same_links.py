from __future__ import annotations

from datetime import timedelta

import pytest

from accounts.models import User
from interviews.actions import Noted, Person, save_debrief
from interviews.models import FollowUp, Round
from reminders import links
from reminders.links import Purpose
from reminders.models import Kind
from tests.interviews.world import NOW, RAFAEL, acme, invited
from tests.reminders.mails import (
    ABOUT_ROUNDS,
    html,
    sent_to,
    text,
    urls_in_html,
    urls_in_text,
)

TOLD_AT = {
    Kind.DEBRIEF: NOW + timedelta(hours=2),
    Kind.PREPARE: NOW - timedelta(hours=20),
    Kind.THANK_YOU: NOW + timedelta(hours=4),
    Kind.STATUS_CHECK: NOW + timedelta(days=9),
}


@pytest.fixture
def round_(alice: User) -> Round:
    before = NOW - timedelta(days=3)
    return invited(acme(alice, now=before), starts_at=NOW, now=before)


@pytest.mark.parametrize("kind", ABOUT_ROUNDS)
def test_both_parts_carry_the_same_links(
    alice: User, round_: Round, kind: Kind
) -> None:
    mail = sent_to(alice, kind, now=TOLD_AT[kind])

    assert urls_in_text(mail) == urls_in_html(mail)
    assert len(urls_in_text(mail)) >= 3


@pytest.mark.parametrize("kind", ABOUT_ROUNDS)
def test_no_line_of_text_is_longer_than_72_but_a_link(
    alice: User, round_: Round, kind: Kind
) -> None:
    lines = text(sent_to(alice, kind, now=TOLD_AT[kind])).splitlines()

    assert [line for line in lines if len(line) > 72 and "http" not in line] == []


@pytest.mark.parametrize("kind", ABOUT_ROUNDS)
def test_the_html_loads_nothing_and_knows_the_dark(
    alice: User, round_: Round, kind: Kind
) -> None:
    page = html(sent_to(alice, kind, now=TOLD_AT[kind]))

    assert "<img" not in page
    assert "<link" not in page
    assert "url(" not in page
    assert "@media (prefers-color-scheme: dark)" in page.replace(":dark", ": dark")
    assert '<meta name="color-scheme" content="light dark">' in page
    assert page.count('class="b"') == 1


def test_the_thank_you_mail_names_everyone_and_what_was_noted(
    alice: User, round_: Round
) -> None:
    save_debrief(
        round_,
        Noted(notes="- pricing project\nthe data team\n"),
        promised_on=None,
        now=NOW,
    )

    words = text(sent_to(alice, Kind.THANK_YOU, now=TOLD_AT[Kind.THANK_YOU]))

    assert "Dana Wu, VP Product" in words
    assert "Rafael Ortiz, hiring manager" in words
    assert "You noted: pricing project; the data team" in words
    assert "Ended Mon 23 Nov, 13:00 (Berlin)" in words


@pytest.mark.parametrize("is_written", [False, True])
def test_the_thank_you_mail_leads_to_the_debrief_until_it_is_written(
    alice: User, round_: Round, is_written: bool
) -> None:
    if is_written:
        save_debrief(round_, Noted(notes="Warm"), promised_on=None, now=NOW)

    mail = sent_to(alice, Kind.THANK_YOU, now=TOLD_AT[Kind.THANK_YOU])

    page = f"/rounds/{round_.pk}/debrief/"
    leads_there = any(url.endswith(page) for url in urls_in_text(mail))
    assert leads_there is not is_written


def test_each_person_has_links_of_their_own(alice: User, round_: Round) -> None:
    told_at = TOLD_AT[Kind.THANK_YOU]
    urls = urls_in_text(sent_to(alice, Kind.THANK_YOU, now=told_at))
    tokens = [url.rstrip("/").rpartition("/")[2] for url in urls if "/m/" in url]
    read = {links.read(token, now=told_at) for token in tokens}

    acts = {(link.purpose, link.subject) for link in read}

    notes = [
        str(pk) for pk in round_.follow_ups.thank_yous().values_list("pk", flat=True)
    ]
    purposes = (Purpose.WRITE, Purpose.SENT, Purpose.SNOOZE, Purpose.SKIP)
    assert acts == {(p, note) for p in purposes for note in notes} | {
        (Purpose.NOTES, str(round_.pk)),
        (Purpose.STOP, "thank_you"),
    }


def test_a_note_already_sent_is_not_asked_for(alice: User, round_: Round) -> None:
    round_.follow_ups.filter(contact__name="Dana Wu").update(
        state=FollowUp.State.SENT, settled_at=NOW
    )

    mail = sent_to(alice, Kind.THANK_YOU, now=TOLD_AT[Kind.THANK_YOU])

    assert "Dana" not in text(mail)
    assert mail["Subject"] == "Thank-you note for Rafael Ortiz (Acme, round 1)"


def test_one_note_makes_its_page_the_main_button(alice: User) -> None:
    before = NOW - timedelta(days=3)
    invited(acme(alice, now=before), starts_at=NOW, now=before, people=(RAFAEL,))

    words = text(sent_to(alice, Kind.THANK_YOU, now=TOLD_AT[Kind.THANK_YOU]))

    assert "Write the note:\nhttp://localhost:8000/m/write." in words
    assert words.count("/m/write.") == 1


def test_without_names_it_asks_who_the_owner_met(alice: User) -> None:
    before = NOW - timedelta(days=3)
    invited(acme(alice, now=before), starts_at=NOW, now=before, people=())

    mail = sent_to(alice, Kind.THANK_YOU, now=TOLD_AT[Kind.THANK_YOU])

    assert mail["Subject"] == "Thank-you note: who did you meet? (Acme, round 1)"
    assert "Who did you meet? Add a name" in text(mail)


def test_the_prepare_mail_says_where_when_who_and_what(alice: User) -> None:
    before = NOW - timedelta(days=3)
    round_ = invited(
        acme(alice, now=before), starts_at=NOW, now=before, to_prepare="Slides"
    )
    round_.sessions.update(
        setting="video", place="Room 4", link="https://video.example.com/acme"
    )

    mail = sent_to(alice, Kind.PREPARE, now=TOLD_AT[Kind.PREPARE])

    words = text(mail)
    assert "When: Mon 23 Nov, 12:00–13:00 (Berlin)" in words
    assert "Where: Video, Room 4\nhttps://video.example.com/acme" in words
    assert "Who: Dana Wu (VP Product) and Rafael Ortiz (hiring manager)" in words
    assert "They asked you to prepare: Slides" in words
    assert 3 <= words.count("  Because: ") <= 5
    assert words.count("From:") == words.count("  Because: ")


def test_the_status_check_names_the_promised_day(alice: User) -> None:
    before = NOW - timedelta(days=3)
    invited(
        acme(alice, now=before),
        starts_at=NOW,
        now=before,
        promised_on=(NOW + timedelta(days=3)).date(),
    )

    words = text(sent_to(alice, Kind.STATUS_CHECK, now=TOLD_AT[Kind.STATUS_CHECK]))

    assert "They promised to answer by Thu 26 Nov" in words
    assert "a week" not in words


def test_without_a_promised_day_the_usual_wait_is_hedged_and_cited(
    alice: User, round_: Round
) -> None:
    words = text(sent_to(alice, Kind.STATUS_CHECK, now=TOLD_AT[Kind.STATUS_CHECK]))

    assert "often takes about a week" in words
    assert "(Diversity Employment, FAQs)" in " ".join(words.split())


def test_a_nameless_kind_of_person_is_called_by_name_alone(alice: User) -> None:
    before = NOW - timedelta(days=3)
    person = Person(name="Kim Lee", kind="other")
    invited(acme(alice, now=before), starts_at=NOW, now=before, people=(person,))

    words = text(sent_to(alice, Kind.PREPARE, now=TOLD_AT[Kind.PREPARE]))

    assert "Who: Kim Lee\n" in words
