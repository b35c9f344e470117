from __future__ import annotations

from datetime import timedelta

import pytest

from interviews.models import FollowUp, Round
from tests.interviews.world import NOW, acme, invited, open_notes

pytestmark = pytest.mark.usefixtures("monday")


@pytest.fixture
def round_(alice) -> Round:
    return invited(acme(alice), starts_at=NOW + timedelta(days=1))


def test_cancelling_ends_what_is_pending_and_offers_the_way_back(round_, alice_client):
    response = alice_client.post(f"/rounds/{round_.pk}/cancel/")

    round_.refresh_from_db()
    assert round_.cancelled_at == NOW
    assert open_notes(round_) == []
    page = alice_client.get(response.headers["Location"]).content.decode()
    assert "You cancelled this round" in page
    assert f"/rounds/{round_.pk}/restore/" in page


def test_restoring_brings_it_all_back(round_, alice_client):
    before = list(FollowUp.objects.values("pk", "state", "due_at"))
    alice_client.post(f"/rounds/{round_.pk}/cancel/")

    alice_client.post(f"/rounds/{round_.pk}/restore/")

    round_.refresh_from_db()
    assert round_.cancelled_at is None
    assert list(FollowUp.objects.values("pk", "state", "due_at")) == before


@pytest.mark.parametrize("act", ["cancel", "restore"])
def test_opening_the_address_does_nothing(round_, alice_client, act):
    assert alice_client.get(f"/rounds/{round_.pk}/{act}/").status_code == 405


def test_it_goes_back_to_where_it_was_pressed(round_, alice_client):
    url = f"/rounds/{round_.pk}/cancel/"

    here = alice_client.post(url, {"next": "/applications/"})
    elsewhere = alice_client.post(url, {"next": "https://evil.example/"})

    assert here.headers["Location"] == "/applications/"
    assert elsewhere.headers["Location"] == f"/rounds/{round_.pk}/"
