from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from accounts.models import User
from interviews.models import FollowUp, Round
from reminders.links import Link, Purpose
from tests.interviews.world import NOW, acme, invited
from tests.reminders.mails import link
from tests.security.tables import dump


@pytest.fixture(autouse=True)
def _at_now() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def round_(alice: User) -> Round:
    started = NOW - timedelta(days=8)
    return invited(acme(alice, now=started), starts_at=started, now=started)


def _links(round_: Round) -> list[Link]:
    note = round_.follow_ups.thank_yous()[0]
    check = round_.follow_ups.get(kind=FollowUp.Kind.STATUS_CHECK)
    stop = Link(
        purpose=Purpose.STOP,
        owner=round_.application.owner,
        subject="thank_you",
        issued_at=NOW,
    )
    purposes = (Purpose.WRITE, Purpose.SENT, Purpose.SKIP)
    return [
        *(link(note, purpose, issued_at=NOW) for purpose in purposes),
        link(check, Purpose.REPLIED, issued_at=NOW),
        stop,
    ]


def test_fifty_visits_of_a_scanner_change_no_row(round_: Round, client: Client) -> None:
    before = dump()

    for opened in _links(round_):
        for _ in range(10):
            assert client.get(opened.path).status_code == 200
            assert client.head(opened.path).status_code == 200

    assert dump() == before


def test_the_page_asks_and_has_one_real_button(round_: Round, client: Client) -> None:
    for opened in _links(round_)[1:]:
        page = client.get(opened.path).content.decode()

        assert page.count("<button") == 1
        assert '<form method="post"' in page


def test_the_page_says_who_and_what_about(round_: Round, client: Client) -> None:
    page = client.get(_links(round_)[1].path).content.decode()

    assert "Dana Wu" in page
    assert "Acme, first interview" in page
    assert "(Berlin)" in page


def test_the_address_is_kept_from_others(round_: Round, client: Client) -> None:
    for opened in _links(round_):
        response = client.get(opened.path)

        assert response["Referrer-Policy"] == "same-origin"
        assert response["Cache-Control"] == "no-store"
        assert response["X-Robots-Tag"] == "noindex, nofollow"


def test_nobody_is_signed_in_by_a_link(round_: Round, client: Client) -> None:
    for opened in _links(round_):
        client.post(opened.path)

    assert client.get("/").status_code == 302
    assert not client.session.keys()
