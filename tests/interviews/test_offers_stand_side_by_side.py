"""Several offers are read beside each other; nothing ranks them."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from applications.actions import archive, create_application
from applications.models import Application
from applications.offers import answer_offer, write_offer
from interviews.actions import SignDetails, add_sign
from tests.interviews.world import NOW, invited

pytestmark = pytest.mark.usefixtures("monday")


def offered(owner: User, company: str, **terms) -> Application:
    application = create_application(
        owner=owner, company_name=company, role="Analyst", now=NOW
    )
    round_ = invited(application, starts_at=NOW - timedelta(days=2))
    flag = SignDetails(happened=f"A quarrel at {company}")
    add_sign(round_, flag, kind="red_flag", now=NOW)
    write_offer(application, now=NOW, **terms)
    return application


def shown(client) -> str:
    response = client.get("/offers/")
    assert response.status_code == 200
    return response.content.decode()


def test_the_earliest_date_first_and_none_last(alice, alice_client):
    offered(alice, "Undated")
    offered(alice, "Later", deadline_on=date(2026, 12, 9))
    offered(alice, "Sooner", deadline_on=date(2026, 12, 1))

    words = shown(alice_client)

    heads = words[words.index("<thead>") : words.index("</thead>")]
    places = [heads.index(name) for name in ("Sooner", "Later", "Undated")]
    assert places == sorted(places)


def test_amounts_stand_as_they_were_given(alice, alice_client):
    offered(
        alice,
        "Acme",
        pay_amount=Decimal(60000),
        pay_currency="EUR",
        pay_period="year",
    )
    offered(
        alice,
        "Globex",
        pay_amount=Decimal("31.50"),
        pay_currency="GBP",
        pay_period="hour",
    )

    words = shown(alice_client)

    assert "60,000 EUR a year" in words
    assert "31.50 GBP an hour" in words
    assert "nothing is converted" in words
    assert "A quarrel at Globex" in words


def test_one_at_the_stage_without_a_word_of_it_has_its_column(alice, alice_client):
    offered(alice, "Acme")
    create_application(
        owner=alice, company_name="Bare", role="Analyst", stage="offer", now=NOW
    )

    assert "Bare" in shown(alice_client)


def test_those_answered_or_put_away_are_gone(alice, alice_client):
    answer_offer(offered(alice, "Declined"), decision="declined", now=NOW)
    archive(offered(alice, "Archived"), now=NOW)
    offered(alice, "Open")

    words = shown(alice_client)

    assert "Open" in words
    assert "Archived" not in words
    assert "Declined" not in words


def test_nobody_elses(alice, alice_client, mallory):
    offered(mallory, "Hers")

    words = shown(alice_client)

    assert "Hers" not in words
    assert "No offer waits for an answer." in words


def test_nothing_ranks_them(alice, alice_client):
    offered(alice, "Acme", pay_amount=Decimal(1))
    offered(alice, "Globex", pay_amount=Decimal(2))

    words = shown(alice_client).casefold()

    banned = ("score", "winner", "best offer", "recommend", "%")
    table = words[words.index("<table>") : words.index("</table>")]
    assert not [word for word in banned if word in table]
    assert "ranks nothing" in words


@pytest.mark.parametrize("url", ["/offers/", "/", "/applications/"])
def test_as_many_queries_for_one_as_for_ten(alice, mallory, client, url):
    counts = []
    for owner, size in ((alice, 1), (mallory, 10)):
        for place in range(size):
            offered(owner, f"Company {place}", deadline_on=date(2026, 12, 1))
        client.force_login(owner)
        with CaptureQueriesContext(connection) as captured:
            assert client.get(url).status_code == 200
        counts.append(len(captured))

    assert counts[0] == counts[1]
