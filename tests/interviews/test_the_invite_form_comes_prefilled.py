from __future__ import annotations

from datetime import timedelta

import pytest

from interviews.actions import SessionDetails, add_round, cancel_round
from tests.interviews.forms import INVITE
from tests.interviews.world import DANA, NOW, acme, invited

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


@pytest.mark.parametrize("asked", ["", "?application=", "?company_name=Globex&role=X"])
def test_for_a_new_job_it_is_a_second_round(asked, alice_client):
    response = alice_client.get(f"{INVITE}{asked}", headers=HTMX)

    fragment = response.content.decode()
    assert 'name="number" value="2"' in fragment
    assert "change it if this is the first" in fragment


def test_typing_a_job_that_is_there_brings_its_number_and_people(alice, alice_client):
    application = acme(alice)
    for _ in range(2):
        invited(application, starts_at=None, people=(DANA,))

    typed = "company_name=ACME&role=%20analyst"
    response = alice_client.get(f"{INVITE}?{typed}", headers=HTMX)

    fragment = response.content.decode()
    assert 'name="number" value="3"' in fragment
    assert "The next one there." in fragment
    assert "Dana Wu" in fragment


def test_of_another_owners_job_it_knows_nothing(mallory, alice_client):
    invited(acme(mallory), starts_at=None, people=(DANA,))

    typed = "company_name=Acme&role=Analyst"
    fragment = alice_client.get(f"{INVITE}?{typed}", headers=HTMX).content.decode()

    assert 'name="number" value="2"' in fragment
    assert "Dana Wu" not in fragment


def test_without_applications_there_is_nothing_to_pick(alice_client):
    page = alice_client.get(INVITE).content.decode()

    assert 'name="application"' not in page
    assert 'name="company_name"' in page


def test_one_row_for_a_person_and_a_button_for_more(alice_client):
    page = alice_client.get(INVITE).content.decode()

    assert page.count('<fieldset class="someone">') == 1
    assert 'name="add-person"' in page


def test_with_where_and_how_long_it_was_the_last_time(alice, alice_client):
    application = acme(alice)
    begun = NOW - timedelta(days=9)
    like = SessionDetails(
        time_zone="America/New_York",
        starts_at=begun,
        ends_at=begun + timedelta(minutes=45),
        setting="on_site",
        place="12 Quay Street",
        link="https://meet.example.com/first",
    )
    add_round(application, number=None, session=like, people=(DANA,), now=begun)

    answer = alice_client.get(f"{INVITE}?application={application.pk}")
    form = answer.context["form"]
    assert "as in the first interview" in answer.content.decode()

    fields = ("time_zone", "setting", "place", "length", "link", "starts")
    told = [form[name].value() for name in fields]
    assert told == ["America/New_York", "on_site", "12 Quay Street", 45, "", None]


def test_a_cancelled_round_is_no_example(alice, alice_client):
    application = acme(alice)
    details = SessionDetails(time_zone="Europe/Berlin", place="There")
    round_ = add_round(application, number=None, session=details, people=(), now=NOW)
    cancel_round(round_, now=NOW)

    form = alice_client.get(f"{INVITE}?application={application.pk}").context["form"]

    assert not form["place"].value()
