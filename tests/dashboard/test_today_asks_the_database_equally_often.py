from __future__ import annotations

from datetime import timedelta

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from applications.actions import create_application
from interviews.actions import mark_replied, mark_sent
from tests.interviews.world import invited, write_down

HOUR = timedelta(hours=1)


def fill(owner, count):
    """`count` of everything Today lists."""
    now = timezone.now()
    for n in range(count):
        for distance in (-2, 3, 30, None):
            application = create_application(
                owner=owner,
                company_name=f"Company {n} {distance}",
                role="Analyst",
                now=now - 400 * HOUR,
            )
            starts_at = now + distance * HOUR if distance else None
            round_ = invited(application, starts_at=starts_at, now=now)
            if distance == -2:
                mark_sent(round_.follow_ups.thank_yous()[0], now=now)
                mark_replied(round_, now=now)
        create_application(
            owner=owner, company_name=f"Quiet {n}", role="Role", now=now - 400 * HOUR
        )


def queries(client):
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get("/").status_code == 200
    return len(captured)


def test_with_one_of_each_and_with_ten(alice, alice_client):
    fill(alice, 1)
    few = queries(alice_client)
    fill(alice, 9)

    many = queries(alice_client)

    assert many == few <= 10


def test_for_a_next_round_with_a_history(alice, alice_client):
    """What its advice follows from is read at once, however much there is of it."""
    now = timezone.now()
    application = create_application(
        owner=alice, company_name="Acme", role="Analyst", now=now - 400 * HOUR
    )
    first = invited(application, starts_at=now - 200 * HOUR, now=now - 300 * HOUR)
    mark_replied(first, now=now)
    second = invited(application, starts_at=now + 24 * HOUR, now=now)
    plain = queries(alice_client)

    for round_ in (first, second):
        write_down(round_, now=now)
        round_.prepared_questions.create(side="you_ask", text="Why?", asked_at=now)
        round_.signs.create(kind="red_flag", happened="Nobody stays there")
        round_.tasks.create(kind="presentation")
    application.company.research_notes.create(topic="products", text="Maps")

    assert queries(alice_client) == plain
