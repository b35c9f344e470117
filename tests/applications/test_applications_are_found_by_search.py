from __future__ import annotations

import pytest

from tests.applications.world import an_application


@pytest.mark.parametrize("words", ["globex", "GLOB", "analyst", "lisbon", "referral"])
def test_in_company_role_place_and_source(words, alice, alice_client):
    an_application(alice, location="Lisbon", source="A referral")
    an_application(alice, company="Initech", role="Cook")

    page = alice_client.get("/applications/", {"q": words}).content.decode()

    assert "Globex" in page
    assert "Initech" not in page


def test_every_word_must_fit(alice, alice_client):
    an_application(alice, role="Data analyst")
    an_application(alice, company="Initech", role="Data engineer")

    page = alice_client.get("/applications/", {"q": "data engineer"}).content.decode()

    assert "Initech" in page
    assert "Globex" not in page


def test_htmx_gets_the_list_alone(alice, alice_client):
    an_application(alice)

    response = alice_client.get(
        "/applications/", {"q": "globex"}, headers={"HX-Request": "true"}
    )

    page = response.content.decode()
    assert "Globex" in page
    assert "<html" not in page
    assert "HX-Request" in response.headers["Vary"]


def test_going_back_in_history_gets_the_whole_page(alice, alice_client):
    headers = {"HX-Request": "true", "HX-History-Restore-Request": "true"}
    page = alice_client.get("/applications/", headers=headers).content.decode()
    assert "<html" in page


def test_nothing_found_says_so_and_shows_the_way_back(alice, alice_client):
    an_application(alice)
    page = alice_client.get("/applications/", {"q": "zebra"}).content.decode()
    assert "Nothing found" in page
    assert "zebra" in page
    assert "Show all applications" in page


def test_nonsense_in_the_address_is_ignored(alice, alice_client):
    an_application(alice)
    page = alice_client.get("/applications/?stage=nonsense&page=x").content.decode()
    assert "Globex" in page


def test_what_is_closed_stands_last_under_all(alice, alice_client):
    an_application(alice, company="Openco")
    an_application(alice, company="Closedco", stage="rejected")  # the newer one

    page = alice_client.get("/applications/").content.decode()

    assert page.index(">Openco<") < page.index(">Closedco<")
