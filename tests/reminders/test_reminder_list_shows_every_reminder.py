from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from allauth.account.models import EmailAddress
from django.conf import LazySettings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import User
from applications.actions import create_application
from interviews.actions import add_round, cancel_round, mark_sent
from interviews.models import Round
from reminders.emails import render
from reminders.models import Kind, Message, Reminder
from reminders.preferences import switch
from tests.interviews.world import DANA, NOW, RAFAEL, acme, invited, session
from tests.reminders.mails import claimed

BEFORE = NOW - timedelta(days=3)


@pytest.fixture(autouse=True)
def _at_now() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def round_(alice: User) -> Round:
    return invited(acme(alice, now=BEFORE), starts_at=NOW, now=BEFORE)


def _list(client: Client, **query: str) -> str:
    response = client.get(reverse("reminders:list"), query)
    assert response.status_code == 200
    return response.content.decode()


def _tell(owner: User, kind: Kind, state: str = "told") -> Reminder:
    """Settle a reminder as a sender does."""
    message = claimed(owner, kind, now=NOW)
    rendered = render(message, now=NOW)
    message.mime = rendered.mime
    message.state = Message.State.SENT
    message.token = message.lease_until = None
    message.save()
    message.reminders.update(state=state, settled_at=NOW)
    return message.reminders.get()


def test_what_is_planned_shows_with_people_and_time(
    round_: Round, alice_client: Client
) -> None:
    page = _list(alice_client)

    assert "Send thank-you notes: Acme, first interview" in page
    assert "today 17:00" in page
    assert "Dana Wu (VP Product) and Rafael Ortiz (hiring manager)" in page


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("told", "Sent by mail"),
        ("kept", "Shown in the app"),
        ("in_doubt", "so it may have arrived"),
        ("unresolved", "Perhaps sent"),
        ("failed", "Could not be sent"),
        ("expired", "Too late to help"),
    ],
)
def test_every_state_is_told_in_words(
    alice: User, round_: Round, alice_client: Client, state: str, words: str
) -> None:
    _tell(alice, Kind.PREPARE, state)

    assert words in _list(alice_client)


def test_what_is_no_longer_needed_is_folded(
    round_: Round, alice_client: Client
) -> None:
    cancel_round(round_, now=NOW)

    page = _list(alice_client)

    assert '<details class="fold">' in page
    assert "No longer needed" in page


def test_its_content_is_what_was_sent(
    alice: User, round_: Round, alice_client: Client
) -> None:
    told = _tell(alice, Kind.PREPARE)
    cancel_round(round_, now=NOW)

    page = alice_client.get(reverse("reminders:content", args=[told.pk]))

    assert "When: Mon 23 Nov, 12:00–13:00 (Berlin)" in page.content.decode()


def test_what_is_planned_can_be_read_ahead(round_: Round, alice_client: Client) -> None:
    planned = round_.reminders.get(key__endswith=":first")

    page = alice_client.get(reverse("reminders:content", args=[planned.pk]))

    assert "Thank Dana Wu and Rafael Ortiz" in page.content.decode()


def test_the_content_comes_alone_for_the_open_list(
    round_: Round, alice_client: Client
) -> None:
    planned = round_.reminders.get(key__endswith=":first")

    fragment = alice_client.get(
        reverse("reminders:content", args=[planned.pk]), headers={"HX-Request": "true"}
    )

    assert "<html" not in fragment.content.decode()
    assert "Thank Dana Wu" in fragment.content.decode()
    assert "HX-Request" in fragment["Vary"]


def test_a_stranger_sees_none_of_it(round_: Round, mallory_client: Client) -> None:
    pk = round_.reminders.all()[0].pk

    assert "Acme" not in _list(mallory_client)
    assert (
        mallory_client.get(reverse("reminders:content", args=[pk])).status_code == 404
    )


def test_the_empty_list_teaches_the_next_step(alice_client: Client) -> None:
    page = _list(alice_client)

    assert "Nothing is planned yet" in page
    assert reverse("interviews:invite") in page


def _queries(client: Client) -> int:
    with CaptureQueriesContext(
        connection,
    ) as queries:
        _list(client)
    return len(queries)


def test_ten_rounds_cost_as_many_queries_as_one(
    alice: User, round_: Round, alice_client: Client
) -> None:
    one = _queries(alice_client)
    for number in range(9):
        application = create_application(
            owner=alice, company_name=f"Company {number}", role="Analyst", now=BEFORE
        )
        add_round(
            application,
            number=None,
            session=session(NOW),
            people=(DANA, RAFAEL),
            now=BEFORE,
        )

    assert _queries(alice_client) == one


def test_a_long_list_has_pages(alice: User, alice_client: Client) -> None:
    for number in range(10):
        application = create_application(
            owner=alice, company_name=f"Company {number}", role="Analyst", now=BEFORE
        )
        add_round(application, number=None, session=session(NOW), people=(), now=BEFORE)

    assert "Page 1 of 2" in _list(alice_client)
    assert "Page 2 of 2" in _list(alice_client, page="2")


def test_without_a_mail_server_it_says_so(
    alice_client: Client, settings: LazySettings
) -> None:
    settings.EMAIL_CONFIGURED = False

    assert "Mail is not configured" in _list(alice_client)


def test_with_one_it_asks_to_verify_the_address_until_that_is_done(
    alice: User, alice_client: Client, settings: LazySettings
) -> None:
    settings.EMAIL_CONFIGURED = True
    assert "mail-note" not in _list(alice_client)

    EmailAddress.objects.filter(user=alice).update(verified=False)

    assert "Verify your address" in _list(alice_client)


def test_the_second_asking_names_only_who_is_still_owed(
    alice_client: Client, round_: Round
) -> None:
    assert _list(alice_client).count("Dana Wu (VP Product) and Rafael Ortiz") >= 2
    dana = round_.follow_ups.get(contact__name="Dana Wu")
    mark_sent(dana, now=NOW)

    page = _list(alice_client)

    _, _, rest = page.partition("Send thank-you notes")
    thanks = rest.split("</section>")[0]
    assert "Dana Wu" not in thanks.split("Ask")[0]
    assert "Rafael Ortiz (hiring manager)" in thanks


def test_what_is_no_longer_needed_is_counted_over_all_pages(
    alice: User, alice_client: Client
) -> None:
    application = acme(alice, now=BEFORE)
    for hour in range(14):
        cancel_round(
            invited(application, starts_at=NOW + timedelta(hours=hour), now=BEFORE),
            now=NOW,
        )
    unneeded = Reminder.objects.filter(state__in=["cancelled", "expired"]).count()
    assert unneeded > 25

    assert f"No longer needed ({unneeded})" in _list(alice_client)


def test_it_says_what_is_switched_off(
    alice: User, alice_client: Client, round_: Round
) -> None:
    assert "witched" not in _list(alice_client)

    switch(alice, {Kind.PREPARE: False}, now=NOW)
    assert f"Switched off: {Kind.PREPARE.label}." in _list(alice_client)

    switch(alice, dict.fromkeys(Kind, False), now=NOW)
    assert "You have switched every kind of reminder off" in _list(alice_client)


def test_the_rounds_own_page_tells_the_second_from_the_first(
    alice_client: Client, round_: Round
) -> None:
    page = alice_client.get(round_.get_absolute_url()).content.decode()
    assert page.count("once more if a note is still owed") == 1
