from __future__ import annotations

from datetime import timedelta

from django.db import connection
from django.test.utils import CaptureQueriesContext

from applications.actions import add_contact, add_note
from interviews.actions import Person, SessionDetails, add_round
from tests.applications.world import NOW, an_application

HOUR = timedelta(hours=1)


def _grow(alice, application, count):
    """Add `count` of everything a page of this floor shows."""
    for number in range(count):
        other = an_application(alice, company=f"Company {number} of {count}")
        same = an_application(alice, role=f"Role {number} of {count}")
        for each in (other, same, application):
            _a_round(each)
            add_note(each, text="Friendly.", now=NOW)
        add_contact(
            owner=alice, company=application.company, name=f"P {number} of {count}"
        )


def _a_round(application):
    add_round(
        application,
        number=None,
        session=SessionDetails(
            time_zone="Europe/Berlin", starts_at=NOW, ends_at=NOW + HOUR
        ),
        people=(Person(name="Dana Wu"), Person(name="Rafael Ortiz")),
        now=NOW,
    )


PAGES = [
    "/applications/",
    "/applications/?q=company",
    "/applications/filter/",
    "/applications/{a}/move/",
    "/applications/{a}/row/",
    "/board/",
    "/applications/{a}/",
    "/applications/{a}/edit/",
    "/applications/new/",
    "/companies/{c}/",
    "/people/",
    "/people/{p}/",
    "/people/new/",
]


def test_with_one_and_with_ten(alice, alice_client):
    application = an_application(alice)
    _grow(alice, application, 1)
    person = application.company.contacts.get(name="Dana Wu")
    urls = [
        page.format(a=application.pk, c=application.company_id, p=person.pk)
        for page in PAGES
    ]
    few = {url: _queries(alice_client, url) for url in urls}
    _grow(alice, application, 10)
    many = {url: _queries(alice_client, url) for url in urls}

    assert many == few
    assert max(many.values()) <= 20


def _queries(client, url):
    with CaptureQueriesContext(connection) as queries:
        assert client.get(url).status_code == 200
    return len(queries)
