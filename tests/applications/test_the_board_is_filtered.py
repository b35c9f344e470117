"""The board takes the filters of the table, from its address."""

from __future__ import annotations

import re

import pytest

from applications.models import Application
from tests.applications.test_the_board import HTMX, some
from tests.applications.world import an_application


@pytest.fixture
def jobs(alice):
    remote = an_application(alice, company="Acme", work_mode="remote")
    an_application(alice, company="Globex", work_mode="on_site")
    Application.objects.filter(pk=remote.pk).update(tags=["dream"])


@pytest.mark.parametrize(
    "query", ["work_mode=remote", "q=acme", "q=dream", "tag=dream", "company=ac"]
)
def test_it_shows_what_fits_and_counts_that(jobs, alice_client, query):
    page = alice_client.get(f"/board/?{query}").content.decode()
    assert ">Acme</a>" in page
    assert ">Globex</a>" not in page
    assert 'data-count="applied">1<' in page
    assert "1 application</span>" in page


def test_each_filter_is_named_with_the_way_out_of_it(jobs, alice_client):
    page = alice_client.get("/board/?q=acme&tag=dream").content.decode()
    ways = dict(re.findall(r'class="tag plain" href="([^"]+)">(“\w+”)<', page))
    assert ways == {"/board/?tag=dream": "“acme”", "/board/?q=acme": "“dream”"}


def test_the_table_is_one_press_away_and_keeps_them(jobs, alice_client):
    assert (
        'href="/applications/?tag=dream"'
        in alice_client.get("/board/?tag=dream").content.decode()
    )
    assert (
        'href="/board/?tag=dream"'
        in alice_client.get("/applications/?tag=dream").content.decode()
    )


def test_the_form_leads_back_to_the_board(alice_client, jobs):
    page = alice_client.get("/applications/filter/?on=board&tag=dream")
    html = page.content.decode()
    assert 'action="/board/"' in html
    assert 'name="stage"' not in html
    # As the browser sends it: with every field that was left empty.
    sent = alice_client.get("/board/?tag=dream&q=&pay=&quiet=")
    assert sent.url == "/board/?tag=dream"


def test_nothing_that_fits_is_told_with_a_way_back(jobs, alice_client):
    page = alice_client.get("/board/?q=zzz").content.decode()
    assert "No application fits" in page
    assert 'href="/board/">Show all' in page


@pytest.mark.parametrize("query", ["stage=applied", "pay=much", "sort=company", "x=1"])
def test_what_asks_for_nothing_shows_all(jobs, alice_client, query):
    page = alice_client.get(f"/board/?{query}").content.decode()
    assert ">Acme</a>" in page
    assert ">Globex</a>" in page


def test_the_rest_of_a_long_column_fits_too(alice, alice_client):
    some(alice, [f"A{number}" for number in range(25)])
    some(alice, [f"B{number}" for number in range(25)])
    page = alice_client.get("/board/?company=A").content.decode()
    more = re.search(r'hx-get="(/board/applied/[^"]+)"', page)
    assert more
    rest = alice_client.get(more[1].replace("&amp;", "&"), headers=HTMX)
    names = re.findall(r'class="co"[^>]*>(\w+)<', rest.content.decode())
    assert names == [f"A{number}" for number in range(4, -1, -1)]
