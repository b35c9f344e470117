from __future__ import annotations

import pytest

from applications.models import Application
from interviews.models import Round
from tests import factories

pytestmark = pytest.mark.django_db
MARK = '<span class="tag plain sample">Sample</span>'


@pytest.fixture
def pages(now, alice_client):
    """How often a page is marked."""

    def marks(address: str) -> int:
        return alice_client.get(address).content.decode().count(MARK)

    return marks


def test_every_card_and_every_row(pages, alice):
    factories.create_application(owner=alice, company_name="Acme")

    assert pages("/board/") == 6
    assert pages("/applications/") == 6


def test_today_the_application_the_round_and_the_company(pages, alice):
    job = Application.objects.get(company__name="Tidewater Rail")
    round_ = Round.objects.filter(application=job)[0]

    assert pages("/") >= 8
    assert pages("/you/") == 1
    assert pages(job.get_absolute_url()) == 1
    assert pages(round_.get_absolute_url()) == 1
    assert pages(job.company.get_absolute_url()) == 1
    assert pages(job.company.contacts.all()[0].get_absolute_url()) == 1


def test_calendar_and_search_say_so_in_words(now, alice_client):
    month = alice_client.get("/calendar/").content.decode()
    hits = alice_client.get("/search/?q=tidewater").content.decode()

    assert " (sample)</b>" in month
    assert "Tidewater Rail (sample)" in hits


def test_what_is_real_is_not_marked(mallory, mallory_client):
    job = factories.create_application(owner=mallory)

    for address in ("/", "/applications/", "/you/", job.get_absolute_url()):
        assert MARK not in mallory_client.get(address).content.decode()
