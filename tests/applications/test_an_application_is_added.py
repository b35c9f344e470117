from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from applications.models import Application, Company

URL = "/applications/new/"
ENOUGH = {"company_name": "Globex", "role": "Data analyst", "stage": "applied"}


def test_company_and_role_are_enough(alice, alice_client):
    response = alice_client.post(URL, ENOUGH)

    application = Application.objects.get()
    assert response.status_code == 302
    assert response.url == application.get_absolute_url()
    assert (application.company.name, application.role) == ("Globex", "Data analyst")
    assert application.owner == alice


def test_the_first_stage_is_the_first_stage_change(alice_client):
    alice_client.post(URL, ENOUGH | {"stage": "saved"})
    change = Application.objects.get().stage_changes.get()
    assert (change.from_stage, change.to_stage) == ("", "saved")


def test_everything_else_is_kept(alice_client):
    rest = {
        "posting_url": "https://example.com/jobs/1",
        "location": "Lisbon",
        "work_mode": "hybrid",
        "source": "A friend",
        "applied_on": "2025-11-20",
        "pay_from": "60000",
        "pay_to": "70000",
        "pay_currency": "eur",
        "role_type": "technical",
        "seniority": "senior",
        "note": "Small team.",
    }
    alice_client.post(URL, ENOUGH | rest)

    application = Application.objects.get()
    assert application.posting_url == "https://example.com/jobs/1"
    assert application.work_mode == "hybrid"
    assert f"{application.applied_on}" == "2025-11-20"
    assert (application.pay_from, application.pay_to) == (60000, 70000)
    assert application.pay_currency == "EUR"
    assert application.notes.get().text == "Small team."


def test_a_known_company_is_not_doubled(alice_client):
    alice_client.post(URL, ENOUGH)
    alice_client.post(URL, ENOUGH | {"company_name": "  GLOBEX ", "role": "Cook"})
    assert Company.objects.count() == 1


def test_another_owners_company_stays_theirs(alice_client, mallory_client):
    alice_client.post(URL, ENOUGH)
    mallory_client.post(URL, ENOUGH)
    assert Company.objects.count() == 2


@pytest.mark.parametrize("missing", ["company_name", "role", "stage"])
def test_what_is_missing_is_said_beside_its_field(missing, alice_client):
    response = alice_client.post(URL, ENOUGH | {missing: ""})

    assert response.status_code == 422
    assert f'id="id_{missing}_error"' in response.content.decode()
    assert not Application.objects.exists()


def test_nothing_typed_is_lost(alice_client):
    typed = ENOUGH | {"role": "", "location": "Lisbon", "note": "Small team."}
    page = alice_client.post(URL, typed).content.decode()
    assert 'value="Globex"' in page
    assert 'value="Lisbon"' in page
    assert "Small team." in page


def test_the_folded_part_opens_to_show_an_error(alice_client):
    page = alice_client.post(URL, ENOUGH | {"pay_from": "2", "pay_to": "1"})
    assert page.status_code == 422
    assert 'id="id_pay_to_error"' in page.content.decode()
    assert '<details class="fold" open>' in page.content.decode()


@pytest.mark.parametrize("currency", ["EURO", "12$", "E1R"])
def test_a_currency_has_three_letters(currency, alice_client):
    response = alice_client.post(URL, ENOUGH | {"pay_currency": currency})
    assert response.status_code == 422


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "ftp://example.com/job", "data:text/html,x"]
)
def test_a_posting_is_a_web_address(address, alice_client):
    response = alice_client.post(URL, ENOUGH | {"posting_url": address})
    assert response.status_code == 422
    assert 'id="id_posting_url_error"' in response.content.decode()


def test_a_posting_without_a_scheme_is_taken_as_https(alice_client):
    alice_client.post(URL, ENOUGH | {"posting_url": "example.com/jobs/1"})
    assert Application.objects.get().posting_url == "https://example.com/jobs/1"


def test_the_day_of_applying_is_not_to_come(alice, alice_client):
    today = timezone.now().astimezone(alice.zone).date()
    tomorrow = today + timedelta(days=1)

    refused = alice_client.post(URL, ENOUGH | {"applied_on": f"{tomorrow}"})

    assert refused.status_code == 422
    assert 'id="id_applied_on_error"' in refused.content.decode()
    assert alice_client.post(URL, ENOUGH | {"applied_on": f"{today}"}).url


def test_a_job_followed_already_is_asked_about(alice_client):
    alice_client.post(URL, ENOUGH)
    first = Application.objects.get()
    Application.objects.update(created_at=timezone.now() - timedelta(days=1))
    again = {"company_name": "globex", "role": "data Analyst", "stage": "applied"}

    asked = alice_client.post(URL, again)

    page = asked.content.decode()
    assert asked.status_code == 422
    assert 'id="id_role_error"' in page
    assert first.get_absolute_url() in page
    assert "Add it anyway" in page

    alice_client.post(URL, again | {"anyway": f"{first.pk}"})

    assert Application.objects.count() == 2


def test_a_job_that_is_closed_may_come_again(alice_client):
    alice_client.post(URL, ENOUGH)
    Application.objects.update(
        created_at=timezone.now() - timedelta(days=1), stage="rejected"
    )

    assert alice_client.post(URL, ENOUGH).status_code == 302


def test_a_button_pressed_twice_is_asked_nothing(alice_client):
    alice_client.post(URL, ENOUGH)

    assert alice_client.post(URL, ENOUGH).status_code == 302
    assert Application.objects.count() == 1
