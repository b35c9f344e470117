from __future__ import annotations

from datetime import timedelta

import pytest

from interviews.advice import advice_for
from interviews.models import AdviceTick, Round
from tests.interviews.world import NOW, acme, invited

pytestmark = pytest.mark.usefixtures("monday")

HTMX = {"HX-Request": "true"}


@pytest.fixture
def round_(alice) -> Round:
    return invited(acme(alice), starts_at=NOW + timedelta(days=3), to_prepare="A talk")


@pytest.fixture
def advice(round_) -> str:
    """What the round asks for first."""
    return advice_for(Round.objects.complete().get(), NOW).to_do[0].id


def test_with_a_plain_button(round_, advice, alice_client):
    url = f"/rounds/{round_.pk}/advice/"

    response = alice_client.post(url, {"tick": advice})
    assert response.headers["Location"] == f"/rounds/{round_.pk}/"
    page = alice_client.get(response.headers["Location"]).content.decode()
    assert 'aria-checked="true"' in page
    assert "done today 12:00" in page

    alice_client.post(url, {"untick": advice})
    assert not AdviceTick.objects.exists()


def test_with_htmx_the_item_comes_back_with_its_button(round_, advice, alice_client):
    response = alice_client.post(
        f"/rounds/{round_.pk}/advice/", {"tick": advice}, headers=HTMX
    )

    item = response.content.decode()
    assert item.strip().startswith(f'<li id="advice-{advice}" class="done">')
    assert f'id="tick-{advice}"' in item  # the focus finds its way back by this


def test_each_advice_says_why_and_where_it_comes_from(round_, alice_client):
    page = alice_client.get(f"/rounds/{round_.pk}/").content.decode()

    assert "because <i>" in page
    assert "WhatJobs</a>, <i>" in page
    assert "More that may help · " in page  # folded, with the count


def test_there_is_no_such_advice(round_, alice_client):
    url = f"/rounds/{round_.pk}/advice/"

    assert alice_client.post(url, {"tick": "made-up"}).status_code == 400
    assert not AdviceTick.objects.exists()
