"""Of thousands of companies the latest are suggested; every one is remembered."""

from __future__ import annotations

import pytest

from applications.forms import MOST_SUGGESTED
from applications.models import Company
from tests.applications.world import an_application

PAGES = ["/applications/new/", "/people/new/"]


@pytest.fixture
def many(alice):
    Company.objects.bulk_create(
        Company(owner=alice, name=f"Company {i:04}") for i in range(MOST_SUGGESTED + 5)
    )


@pytest.mark.parametrize("url", PAGES)
def test_the_latest_few_hundred(many, alice_client, url):
    page = alice_client.get(url).content.decode()

    assert page.count('<option value="Company ') == MOST_SUGGESTED
    assert "Company 0004" not in page
    assert page.index("Company 0005") < page.index(f"Company {MOST_SUGGESTED + 4:04}")


def test_also_where_an_application_is_changed(alice, many, alice_client):
    application = an_application(alice)

    page = alice_client.get(f"{application.get_absolute_url()}edit/").content.decode()

    assert (
        page.count('<option value="Company ') == MOST_SUGGESTED - 1
    )  # and Globex, the latest


def test_one_that_is_not_suggested_is_remembered(alice, alice_client):
    application = an_application(alice)
    name = application.company.name
    Company.objects.bulk_create(
        Company(owner=alice, name=f"Company {i:04}") for i in range(MOST_SUGGESTED)
    )
    page = alice_client.get("/applications/new/").content.decode()
    assert f'<option value="{name}">' not in page

    before = alice_client.get("/applications/before/", {"company_name": name})

    assert application.get_absolute_url() in before.content.decode()
