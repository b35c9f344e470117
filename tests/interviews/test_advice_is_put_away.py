"""Not for me: out of the way on this round, folded, and taken back at will."""

from __future__ import annotations

from datetime import timedelta

import pytest

from interviews.actions import Person, edit_round, hide, tick
from interviews.advice import advice_for
from interviews.models import NotForMe, Round
from tests.interviews.world import NOW, acme, invited, session

pytestmark = pytest.mark.usefixtures("monday")


@pytest.fixture
def round_(alice) -> Round:
    return invited(acme(alice), starts_at=NOW + timedelta(days=3))


def chosen(round_: Round):
    return advice_for(Round.objects.complete().get(pk=round_.pk), NOW)


def test_it_makes_room_and_stands_folded(round_, alice_client):
    first = chosen(round_).to_do[0]
    before = len(chosen(round_).to_do)

    alice_client.post(f"/rounds/{round_.pk}/advice/not-for-me/", {"advice": first.id})

    now = chosen(round_)
    assert first.id not in {entry.id for entry in now.entries}
    assert [entry.id for entry in now.hidden] == [first.id]
    assert len(now.to_do) == before
    shown = alice_client.get(f"/rounds/{round_.pk}/").content.decode()
    assert "Not for you · 1" in shown


def test_it_is_shown_again(round_, alice_client):
    before = chosen(round_)
    first = before.to_do[0].id
    hide(round_, advice=first, now=NOW)

    alice_client.post(
        f"/rounds/{round_.pk}/advice/not-for-me/", {"advice": first, "undo": "1"}
    )

    assert chosen(round_) == before


def test_a_caution_cannot_be_put_away(alice):
    over = invited(acme(alice), starts_at=NOW - timedelta(days=4))
    hide(over, advice="signs-caution", now=NOW)

    found = chosen(over)
    assert "signs-caution" in {entry.id for entry in found.entries}
    assert found.hidden == ()


def test_there_is_no_such_advice(round_, alice_client):
    url = f"/rounds/{round_.pk}/advice/not-for-me/"

    assert alice_client.post(url, {"advice": "nonsense"}).status_code == 400
    assert not NotForMe.objects.exists()


def test_it_and_what_is_ticked_survive_a_new_date(round_):
    first, second = (entry.id for entry in chosen(round_).to_do[:2])
    tick(round_, advice=first, now=NOW)
    hide(round_, advice=second, now=NOW)

    edit_round(
        round_,
        number=1,
        session=session(NOW + timedelta(days=10)),
        people=[Person(name=c.name, contact=c) for c in round_.people],
        now=NOW,
    )

    found = chosen(round_)
    assert [entry.id for entry in found.done] == [first]
    assert [entry.id for entry in found.hidden] == [second]


def test_the_next_round_starts_fresh(round_):
    first, second = (entry.id for entry in chosen(round_).to_do[:2])
    tick(round_, advice=first, now=NOW)
    hide(round_, advice=second, now=NOW)

    following = invited(round_.application, starts_at=NOW + timedelta(days=9))

    assert chosen(following).done == ()
    assert chosen(following).hidden == ()
