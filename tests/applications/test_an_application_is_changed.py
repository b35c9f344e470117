from __future__ import annotations

from applications.models import Application
from tests.applications.world import an_application, listening


def _post(client, application, **fields):
    typed = {"company_name": application.company.name, "role": application.role}
    return client.post(f"/applications/{application.pk}/edit/", typed | fields)


def test_its_facts(alice, alice_client):
    application = an_application(alice)
    with listening() as changed:
        response = _post(alice_client, application, role="Cook", location="Lisbon")

    application.refresh_from_db()
    assert response.status_code == 302
    assert (application.role, application.location) == ("Cook", "Lisbon")
    assert changed == [application]


def test_its_company_by_typing_another(alice, alice_client):
    application = an_application(alice)
    _post(alice_client, application, company_name="Initech")
    application.refresh_from_db()
    assert application.company.name == "Initech"


def test_a_refused_change_changes_nothing(alice, alice_client):
    application = an_application(alice)
    response = _post(alice_client, application, role="")
    assert response.status_code == 422
    assert Application.objects.get().role == "Data analyst"
