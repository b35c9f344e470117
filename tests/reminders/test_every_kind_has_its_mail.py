"""Each kind of mail: the same links in both parts, small, nothing loaded, readable."""

from __future__ import annotations

from datetime import timedelta

import pytest

from accounts.models import User
from interviews.models import FollowUp
from reminders import emails, examples
from reminders.emails import text_of
from reminders.models import Kind, Message, Preferences, Reminder
from tests.factories import create_message
from tests.interviews.world import NOW
from tests.reminders import kinds
from tests.reminders.mails import html, mail_of, text, urls_in_html, urls_in_text

pytestmark = pytest.mark.django_db

SUBJECTS = {
    Kind.PREPARE: "Wed 25 Nov, 12:00 with Dana Wu and Rafael Ortiz (Acme, round 1)",
    Kind.DEBRIEF: "How did it go with Dana Wu and Rafael Ortiz? (Globex, round 1)",
    Kind.THANK_YOU: "Thank-you notes for Dana Wu and Rafael Ortiz (Globex, round 1)",
    Kind.STATUS_CHECK: "Ask Initech where they stand (round 1 with Dana Wu and Rafael Ortiz)",
    Kind.FEEDBACK_REQUEST: "Thank Hooli and ask for feedback (round 1)",
    Kind.OFFER_DEADLINE: "Answer the offer of Umbrella by the end of Wed 25 Nov",
    Kind.KEEP_GOING: "While you wait for Initech and Globex: keep applying",
}


@pytest.fixture
def searching(alice: User) -> User:
    kinds.search(alice)
    return alice


def _message(owner: User, *reminders: Reminder) -> Message:
    oldest = reminders[0]
    message = create_message(owner=owner, kind=Kind(oldest.kind), created_at=NOW)
    Reminder.objects.filter(pk__in=[r.pk for r in reminders]).update(message=message)
    return message


@pytest.mark.parametrize("kind", Kind)
def test_both_parts_carry_the_same_links(searching: User, kind: Kind) -> None:
    reminder = kinds.of(searching, kind)
    rendered = emails.render(_message(searching, reminder), now=NOW)
    mail = mail_of(rendered)

    assert urls_in_html(mail) == urls_in_text(mail)
    assert len(rendered.mime) <= 30_000
    assert "<img" not in html(mail)
    assert "prefers-color-scheme: dark" in html(mail)
    assert max(map(len, text(mail).split("\n")[:3])) <= 72
    assert mail["X-Reminder-Reason"] == kind.value.replace("_", "-")
    if kind in SUBJECTS:
        assert mail["Subject"] == SUBJECTS[kind]


def test_the_week_names_what_is_due_what_comes_and_who_is_silent(
    searching: User,
) -> None:
    message = _message(searching, kinds.of(searching, Kind.DIGEST))

    mail = mail_of(emails.render(message, now=NOW))

    assert mail["Subject"] == "Your week: 6 due, 2 coming, 2 waiting"
    for words in ("Due", "Thank-you note to Dana Wu", "Coming", "Waiting", "Initech"):
        assert words in text(mail)


def test_what_is_due_together_is_one_mail_with_one_way_to_stop_it(
    searching: User,
) -> None:
    told = (Kind.THANK_YOU, Kind.DEBRIEF, Kind.OFFER_DEADLINE, Kind.PREPARE)
    message = _message(searching, *[kinds.of(searching, kind) for kind in told])

    mail = mail_of(emails.render(message, now=NOW))

    assert mail["Subject"].startswith("3 things: ")
    assert urls_in_html(mail) == urls_in_text(mail)
    assert "debrief" in mail["X-Reminder-Reason"]
    # The debrief stands with the notes of the same round, not by itself.
    assert text(mail).count("Globex, first interview") == 1
    assert "/debrief/" in text(mail)
    assert text(mail).count("Stop these:") == 1


def test_notes_that_were_put_off_are_not_in_the_mail(searching: User) -> None:
    reminder = kinds.of(searching, Kind.THANK_YOU)
    dana = FollowUp.objects.filter(round=reminder.round, contact__name="Dana Wu")
    dana.update(snoozed_until=NOW + timedelta(days=1))

    mail = mail_of(emails.render(_message(searching, reminder), now=NOW))

    assert mail["Subject"] == "Thank-you note for Rafael Ortiz (Globex, round 1)"


@pytest.mark.parametrize("kind", Kind)
def test_each_can_be_looked_at_with_ones_own_rows(
    searching: User, alice_client, kind: Kind
) -> None:
    before = Reminder.objects.count(), Message.objects.count()

    page = alice_client.get(f"/you/reminders/{kind.value}/").content.decode()

    assert "your own search" in page
    assert "Sample" not in page
    assert (Reminder.objects.count(), Message.objects.count()) == before


@pytest.mark.parametrize("kind", Kind)
def test_who_has_nothing_yet_sees_a_sample_that_says_so(
    alice: User, alice_client, kind: Kind
) -> None:
    page = alice_client.get(f"/you/reminders/{kind.value}/").content.decode()

    assert "invented names" in page
    assert "Sample data" in page
    assert text_of(examples.of(alice, kind, now=NOW).letter)


def test_there_is_no_example_of_what_is_no_kind(alice_client) -> None:
    assert alice_client.get("/you/reminders/nothing/").status_code == 404


def test_the_week_waits_to_be_wanted() -> None:
    assert not Preferences().wants(Kind.DIGEST)
