from __future__ import annotations

import pytest

from applications.actions import add_contact
from applications.models import Company, Contact
from applications.research import write_research
from tests.applications.world import NOW, an_application, listening


def _person(application, name="Dana Wu", **fields):
    return add_contact(
        owner=application.owner, company=application.company, name=name, **fields
    )


def test_a_company_shows_research_people_and_applications(alice, alice_client):
    application = an_application(alice)
    write_research(
        application.company, texts={"products": "They sell forecasts."}, now=NOW
    )
    _person(application)
    page = alice_client.get(application.company.get_absolute_url()).content.decode()
    for words in ("They sell forecasts.", "Dana Wu", "Data analyst"):
        assert words in page


def test_a_company_is_changed_and_its_live_applications_told(alice, alice_client):
    application = an_application(alice)
    an_application(alice, role="Cook", stage="rejected")
    url = f"/companies/{application.company_id}/edit/"
    with listening() as changed:
        alice_client.post(url, {"name": "Globex Ltd", "website": "globex.example.com"})

    company = Company.objects.get()
    assert (company.name, company.website) == (
        "Globex Ltd",
        "https://globex.example.com",
    )
    assert changed == [application]


def test_two_companies_do_not_share_a_name(alice, alice_client):
    application = an_application(alice)
    an_application(alice, company="Initech")
    url = f"/companies/{application.company_id}/edit/"
    response = alice_client.post(url, {"name": " INITECH"})
    assert response.status_code == 422
    assert 'id="id_name_error"' in response.content.decode()


def test_a_company_may_change_its_capitals(alice, alice_client):
    application = an_application(alice)
    url = f"/companies/{application.company_id}/edit/"
    assert alice_client.post(url, {"name": "GLOBEX"}).status_code == 302


def test_a_person_is_added_with_a_new_company(alice, alice_client):
    typed = {"name": "Dana Wu", "company_name": "Initech", "kind": "executive"}
    response = alice_client.post("/people/new/", typed)
    person = Contact.objects.get()
    assert response.url == person.get_absolute_url()
    assert (person.owner, person.company.name, person.kind) == (
        alice,
        "Initech",
        "executive",
    )


def test_a_person_already_known_there_is_filled_in(alice, alice_client):
    person = _person(an_application(alice), title="VP")
    typed = {"name": "dana wu", "company_name": "globex", "email": "d@example.com"}
    alice_client.post("/people/new/", typed)
    known = Contact.objects.get()
    assert known == person
    assert (known.title, known.email) == ("VP", "d@example.com")


def test_who_is_filled_in_is_told_to_their_applications(alice, alice_client):
    application = an_application(alice)
    _person(application)
    typed = {"name": "Dana Wu", "company_name": " Globex ", "title": "VP"}
    with listening() as changed:
        alice_client.post("/people/new/", typed)
    assert changed == [application]


def test_a_person_is_changed_and_the_applications_told(alice, alice_client):
    application = an_application(alice)
    person = _person(application)
    typed = {"name": "Dana Wu-Smith", "kind": "hr"}
    with listening() as changed:
        alice_client.post(f"/people/{person.pk}/edit/", typed)
    person.refresh_from_db()
    assert (person.name, person.kind) == ("Dana Wu-Smith", "hr")
    assert changed == [application]


def test_a_wrong_address_is_said_beside_its_field(alice, alice_client):
    person = _person(an_application(alice))
    typed = {"name": "Dana Wu", "email": "nonsense"}
    response = alice_client.post(f"/people/{person.pk}/edit/", typed)
    assert response.status_code == 422
    assert 'id="id_email_error"' in response.content.decode()


@pytest.mark.parametrize("words", ["dana", "vp", "globex", "dana globex"])
def test_people_are_found(words, alice, alice_client):
    application = an_application(alice)
    _person(application, title="VP Product")
    _person(an_application(alice, company="Initech"), name="Rafael Ortiz")
    for headers in ({}, {"HX-Request": "true"}):
        page = alice_client.get("/people/", {"q": words}, headers=headers)
        assert "Dana Wu" in page.content.decode()
        assert "Rafael" not in page.content.decode()
