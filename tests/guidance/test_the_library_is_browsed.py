from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from guidance.citations import read_sources
from guidance.library import load
from tests import browsing
from tests.accessible import obstacles

PHASE = "/guidance/?phase=waiting&document=diversityemployment"
PAGES = ["/guidance/", PHASE, "/guidance/documents/jobasylum/"]


def test_every_advice_is_there_with_conditions_and_credit(alice_client):
    page = alice_client.get("/guidance/").content.decode()

    assert f"{len(load())} pieces of advice" in page
    assert page.count('<li class="plain">') == len(load())
    assert "Shown <i>before the round and on the day; held on site" in page
    assert "Adapted from" in page
    assert "Our own suggestion" in page
    assert "Not covered by our sources" in page


def test_it_is_narrowed_by_phase_and_document(alice_client):
    page = alice_client.get(PHASE).content.decode()

    assert "Keep applying" in page
    assert "Rest well" not in page
    wanted = [
        advice
        for advice in load()
        if "waiting" in advice.phases
        and any(c.source.id == "diversityemployment" for c in advice.citations)
    ]
    assert page.count('<li class="plain">') == len(wanted)


def test_an_unknown_filter_narrows_nothing(alice_client):
    page = alice_client.get("/guidance/?phase=never&document=none").content.decode()

    assert f"{len(load())} pieces of advice" in page


@pytest.mark.parametrize("document", list(read_sources()))
def test_a_document_shows_every_heading_and_its_publisher(alice_client, document):
    source = read_sources()[document]
    page = alice_client.get(f"/guidance/documents/{document}/")

    for heading in source.headings:
        assert heading in page.content.decode()
    assert source.publisher in page.content.decode()
    # An address that nobody has checked is no link.
    assert (source.address in page.content.decode()) == source.verified


def test_an_unknown_document_is_not_found(alice_client):
    assert alice_client.get("/guidance/documents/nothing/").status_code == 404


@pytest.mark.parametrize("url", PAGES)
def test_it_asks_the_database_for_nothing_of_its_own(alice_client, url):
    with CaptureQueriesContext(
        connection,
    ) as of_you:
        alice_client.get("/accounts/logout/")
    with CaptureQueriesContext(connection) as queries:
        alice_client.get(url)

    # Session, user and the badge of the navigation, as on a page of no content.
    assert len(queries) <= len(of_you)


@pytest.mark.browser
@pytest.mark.parametrize("width", [1280, 390])
def test_it_is_open_to_everybody(width, alice_client, browser, live_server):
    """No finding of axe, no page that scrolls sideways, nothing against the CSP."""
    with browsing.watched_page(
        browser,
        live_server.url,
        viewport={"width": width, "height": 900},
        reduced_motion="reduce",
    ) as page:
        browsing.sign_in(page, alice_client, live_server.url)
        findings = [f for url in PAGES for f in _obstacles(page, url)]
    assert findings == []


def _obstacles(page, url):
    page.goto(url)
    for fold in page.locator("details:not([open]) > summary").all()[:2]:
        fold.click()
    return obstacles(page)
