"""From the sign-up to the first round: no more than three fields must be filled in."""

from __future__ import annotations

import re

import pytest

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("address", ["/invites/new/", "/applications/new/"])
def test_three_fields_at_most_must_be_filled_in(alice_client, address):
    page = alice_client.get(address).content.decode()
    asked = re.findall(r"<(?:input|select|textarea)[^>]*\srequired\b[^>]*>", page)
    assert len([each for each in asked if 'value="' not in each]) <= 3


def test_company_role_and_time_make_a_round(alice, alice_client):
    typed = {
        "company_name": "Acme",
        "role": "Analyst",
        "starts": "2030-03-04T10:00",
        "time_zone": alice.time_zone,
        "people-TOTAL_FORMS": "0",
        "people-INITIAL_FORMS": "0",
    }

    alice_client.post("/invites/new/", typed)

    assert alice.applications.get().rounds.count() == 1
