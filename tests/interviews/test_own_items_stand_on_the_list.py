from __future__ import annotations

from datetime import timedelta

import pytest

from interviews.actions import add_own_item, record_outcome
from interviews.models import OwnItem, Round
from tests.applications.world import listening
from tests.interviews.world import NOW, acme, invited

pytestmark = pytest.mark.usefixtures("monday")


@pytest.fixture
def round_(alice) -> Round:
    return invited(acme(alice), starts_at=NOW + timedelta(days=3))


def page(client, round_) -> str:
    return client.get(f"/rounds/{round_.pk}/").content.decode()


def do(client, item: OwnItem, what: str):
    return client.post(f"/own-items/{item.pk}/", {"do": what})


def test_it_is_added(round_, alice_client):
    url = f"/rounds/{round_.pk}/own-items/"

    with listening() as told:
        alice_client.post(url, {"text": "Ring Sam"})
        alice_client.post(url, {"text": "Ring Sam"})  # pressed twice

    assert OwnItem.objects.count() == 1
    assert len(told) == 2
    assert "Ring Sam" in page(alice_client, round_)


@pytest.mark.parametrize("text", ["", "  ", "x" * 501])
def test_too_little_or_too_much_is_said_in_place(round_, alice_client, text):
    response = alice_client.post(f"/rounds/{round_.pk}/own-items/", {"text": text})

    assert response.status_code == 422
    assert text.strip() in response.content.decode()
    assert not OwnItem.objects.exists()


def test_it_is_ticked_and_unticked(round_, alice_client):
    item = add_own_item(round_, text="Ring Sam", now=NOW)

    do(alice_client, item, "tick")
    assert "done today 12:00" in page(alice_client, round_)
    do(alice_client, item, "untick")
    assert "done today 12:00" not in page(alice_client, round_)


def test_it_is_removed_and_put_back(round_, alice_client):
    item = add_own_item(round_, text="Ring Sam", now=NOW)

    do(alice_client, item, "remove")
    shown = page(alice_client, round_)
    assert "Not for you · 1" in shown
    assert f'id="own-{item.pk}"' not in shown

    do(alice_client, item, "restore")
    shown = page(alice_client, round_)
    assert "Not for you" not in shown
    assert f'id="own-{item.pk}"' in shown


def test_nothing_else_can_be_done_with_it(round_, alice_client):
    item = add_own_item(round_, text="Ring Sam", now=NOW)

    assert do(alice_client, item, "explode").status_code == 400


def test_the_next_round_has_none(round_, alice_client):
    add_own_item(round_, text="Ring Sam", now=NOW)

    following = invited(round_.application, starts_at=NOW + timedelta(days=9))

    assert "Ring Sam" not in page(alice_client, following)


def test_a_closed_round_asks_for_none(round_, alice_client):
    record_outcome(round_, outcome=Round.Outcome.WITHDRAWN, now=NOW)

    assert "Something of your own to do" not in page(alice_client, round_)
