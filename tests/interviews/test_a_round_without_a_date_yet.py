from __future__ import annotations

import pytest

from interviews.models import Round
from tests.interviews.forms import errors, post

pytestmark = pytest.mark.usefixtures("monday")


def test_is_saved_with_nothing_else(alice_client):
    response = alice_client.post(
        "/invites/new/",
        {
            "company_name": "Globex",
            "role": "Analyst",
            "no_date": "on",
            "time_zone": "Europe/Berlin",
        },
    )

    assert response.status_code == 302
    assert Round.objects.get().starts_at is None


def test_the_box_wins_over_a_date_left_in_the_form(alice_client):
    post(alice_client, no_date="on")

    assert Round.objects.get().starts_at is None


def test_without_box_and_date_it_is_asked(alice_client):
    response = post(alice_client, starts="", length="")

    assert errors(response)["starts"] == [
        "When does it start? If they gave no date yet, tick the box above."
    ]


def test_an_end_alone_asks_for_the_start(alice_client):
    response = post(alice_client, starts="")

    assert errors(response)["starts"] == ["Give the start as well."]


def test_its_page_offers_to_add_the_date(alice_client):
    page = alice_client.get(post(alice_client, no_date="on").headers["Location"])

    assert "No date yet" in page.content.decode()
    assert "Add the date" in page.content.decode()
