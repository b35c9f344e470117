from __future__ import annotations

import pytest

from tests.interviews.forms import INVITE
from tests.interviews.world import DANA, acme, invited

pytestmark = pytest.mark.usefixtures("monday")

HTMX = {"HX-Request": "true"}


def test_with_the_owners_zone_in_words(alice_client):
    response = alice_client.get(INVITE)

    assert '<option value="Europe/Berlin" selected>Berlin, UTC+1</option>' in (
        response.content.decode()
    )


def test_with_the_application_its_next_number_and_its_people(alice, alice_client):
    application = acme(alice)
    dana = invited(application, starts_at=None, people=(DANA,)).people[0]

    form = alice_client.get(f"{INVITE}?application={application.pk}").context["form"]

    assert form["application"].value() == application.pk
    assert form["number"].value() == 2
    assert form.known_people == [(dana, False)]


def test_picking_another_application_brings_its_number_and_people(alice, alice_client):
    application = acme(alice)
    invited(application, starts_at=None, people=(DANA,))

    response = alice_client.get(f"{INVITE}?application={application.pk}", headers=HTMX)

    fragment = response.content.decode()
    assert "<html" not in fragment
    assert 'name="number" value="2"' in fragment
    assert 'id="known" hx-swap-oob="true"' in fragment
    assert "Dana Wu" in fragment
    assert response.headers["Vary"].count("HX-Request") == 1


def test_picking_a_new_one_empties_the_number(alice_client):
    response = alice_client.get(f"{INVITE}?application=", headers=HTMX)

    fragment = response.content.decode()
    assert 'name="number"' in fragment
    assert "value=" not in fragment


def test_without_applications_there_is_nothing_to_pick(alice_client):
    page = alice_client.get(INVITE).content.decode()

    assert 'name="application"' not in page
    assert 'name="company_name"' in page


def test_three_rows_for_people(alice_client):
    page = alice_client.get(INVITE).content.decode()

    assert page.count('<fieldset class="someone">') == 3
