from __future__ import annotations

from datetime import timedelta

from applications.models import Application, Contact
from applications.views.shown import MOST
from tests.applications.world import NOW, an_application
from tests.factories import create_follow_up, create_round


def test_a_company_shows_the_first_and_leads_to_the_rest(alice, alice_client):
    company = an_application(alice).company
    own = {"owner": alice, "company": company}
    Contact.objects.bulk_create(
        Contact(name=f"Person {i:02}", **own) for i in range(MOST + 3)
    )
    Application.objects.bulk_create(
        Application(role=f"Job {i:02}", **own) for i in range(MOST + 1)
    )

    html = alice_client.get(company.get_absolute_url()).content.decode()

    assert html.count(">Person ") == html.count(">Job ") == MOST
    assert "3 more people" in html
    assert "2 more applications" in html


def test_a_person_shows_the_latest(alice, alice_client):
    application = an_application(alice)
    dana = Contact.objects.create(
        owner=alice, company=application.company, name="Dana Wu"
    )
    for day in range(MOST + 2):
        starts_at = NOW - timedelta(days=day)
        round_ = create_round(
            application=application, starts_at=starts_at, people=[dana]
        )
        create_follow_up(round_=round_, contact=dana)

    html = alice_client.get(dana.get_absolute_url()).content.decode()

    assert html.count('href="/rounds/') == html.count('href="/follow-ups/') == MOST
    assert "2 more rounds" in html
    assert "2 more messages" in html
