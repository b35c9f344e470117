"""Their answer is shown in a fixed number of queries, however much was noted."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from applications.actions import create_application
from interviews.actions import (
    Person,
    SignDetails,
    add_sign,
    record_outcome,
    save_review,
)
from interviews.models import Round
from preparation.actions import Wanted, choose_questions
from tests.interviews.world import NOW, acme, invited, write_down

pytestmark = pytest.mark.usefixtures("monday")


def answered(owner: User, outcome: str, *, size: int) -> Round:
    """The last of `size` rounds with as many people, flags and questions each."""
    application = acme(owner)
    for back in range(size, 0, -1):
        people = tuple(Person(name=f"Person {place}") for place in range(size))
        starts_at = NOW - timedelta(days=back)
        round_ = invited(application, starts_at=starts_at, people=people)
        write_down(round_)
        for place in range(size):
            flag = SignDetails(happened=f"Quarrel {place}")
            add_sign(round_, flag, kind="red_flag", now=NOW)
        wanted = [Wanted(text=f"Why {place}?") for place in range(size)]
        choose_questions(round_, side="you_ask", wanted=wanted, now=NOW)
    return record_outcome(round_, outcome=outcome, now=NOW)


@pytest.mark.parametrize(
    ("outcome", "address"),
    [
        ("offer", "/rounds/{round}/"),
        ("offer", "/applications/{application}/offer/"),
        ("offer", "/applications/{application}/"),
        ("no", "/rounds/{round}/"),
        ("no", "/rounds/{round}/review/"),
        ("withdrawn", "/rounds/{round}/"),
    ],
)
def test_with_two_and_with_six(alice, mallory, client, outcome, address):
    counts = []
    for owner, size in ((alice, 2), (mallory, 6)):
        round_ = answered(owner, outcome, size=size)
        client.force_login(owner)
        url = address.format(round=round_.pk, application=round_.application_id)
        with CaptureQueriesContext(connection) as captured:
            assert client.get(url).status_code == 200
        counts.append(len(captured))

    assert counts[0] == counts[1]


def test_what_was_learnt_comes_back_in_one_query(alice, mallory, client):
    counts = []
    for owner, size in ((alice, 1), (mallory, 6)):
        for place in range(size):
            past = create_application(
                owner=owner, company_name=f"Past {place}", role="Analyst", now=NOW
            )
            round_ = invited(past, starts_at=NOW - timedelta(days=9))
            record_outcome(round_, outcome="no", now=NOW)
            save_review(round_, change=f"More of {place}", now=NOW)
        ahead = invited(acme(owner), starts_at=NOW + timedelta(days=2))
        client.force_login(owner)
        with CaptureQueriesContext(connection) as captured:
            page = client.get(ahead.get_absolute_url()).content.decode()
        assert "What you wanted to change" in page
        counts.append(len(captured))

    assert counts[0] == counts[1]
