from __future__ import annotations

import csv
import io
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from dashboard.insights.overview import FIGURES, Overview
from dashboard.insights.period import Period
from interviews.actions import mark_sent
from tests.applications.world import an_application
from tests.interviews.world import invited

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def a_search(owner, count):
    now = timezone.now()
    for number in range(count):
        application = an_application(
            owner,
            company=f"Company {number} of {count}",
            source="=cmd",
            now=now - 30 * DAY,
        )
        round_ = invited(application, starts_at=now - 3 * DAY, now=now - 20 * DAY)
        mark_sent(round_.follow_ups.thank_yous()[0], now=now)


def test_an_empty_search_says_what_to_do(alice_client):
    answer = alice_client.get("/insights/")
    assert "There is nothing to count yet" in answer.text


def test_every_figure_stands_on_the_page_with_its_definition(alice, alice_client):
    a_search(alice, 6)
    text = alice_client.get("/insights/").text
    overview = Overview(alice, Period(), timezone.now())
    for figure in (read(overview) for read in FIGURES.values()):
        assert figure.title in text
        assert figure.definition in text


@pytest.mark.parametrize("key", FIGURES)
def test_every_figure_is_a_table_for_spreadsheets(alice, alice_client, key):
    a_search(alice, 6)
    answer = alice_client.get(f"/insights/{key}.csv")
    figure = FIGURES[key](Overview(alice, Period(), timezone.now()))
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert rows[0] == list(figure.columns)
    assert len(rows) == len(figure.rows) + 1
    assert not any(cell.startswith("=") for row in rows for cell in row)


def test_a_figure_that_does_not_exist(alice_client):
    assert alice_client.get("/insights/fate.csv").status_code == 404


def test_the_picture_names_no_company(alice, alice_client):
    a_search(alice, 6)
    answer = alice_client.get("/insights/flow.svg")
    assert answer["Content-Type"] == "image/svg+xml"
    assert "Round 1" in answer.text
    assert "Company" not in answer.text


def test_days_that_cannot_be_are_said_beside_the_field(alice_client):
    answer = alice_client.get("/insights/?from=2026-05-02&to=2026-05-01")
    assert answer.status_code == 422
    assert "This lies before the first day" in answer.text
    assert 'value="2026-05-02"' in answer.text


def test_the_proof_tells_what_was_done_and_when(alice, alice_client):
    a_search(alice, 2)
    text = alice_client.get("/insights/proof/?from=&to=").text
    assert "2 applications sent, 2 interviews" in text
    assert "Dana Wu, Rafael Ortiz" in text
    table = alice_client.get("/insights/proof.csv").content.decode("utf-8-sig")
    assert len(table.splitlines()) == 5


def test_the_proof_is_of_last_month_unless_asked_otherwise(alice, alice_client):
    text = alice_client.get("/insights/proof/").text
    end = timezone.now().astimezone(alice.zone).date().replace(day=1) - DAY
    assert f'value="{end.isoformat()}"' in text
    assert "Nothing to show in these days" in text


@pytest.mark.parametrize("page", ["/insights/", "/insights/proof/?from=&to="])
def test_more_rows_ask_no_more_queries(alice, alice_client, page):
    a_search(alice, 1)
    with CaptureQueriesContext(
        connection,
    ) as few:
        alice_client.get(page)
    a_search(alice, 10)
    with CaptureQueriesContext(connection) as many:
        alice_client.get(page)
    assert len(few) == len(many) <= 12
