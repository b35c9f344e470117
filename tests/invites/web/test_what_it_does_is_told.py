"""What the page of an invitation does to an application is told once, like all else."""

from __future__ import annotations

import pytest

from applications.signals import application_changed
from tests.interviews.world import NOW, acme, invited
from tests.invites.web.letters import REJECTION, event

pytestmark = pytest.mark.usefixtures("monday")


@pytest.fixture
def told():
    calls: list[object] = []

    def listen(**sent: object) -> None:
        calls.append(sent["application"])

    application_changed.connect(listen, weak=False, dispatch_uid="invites")
    yield calls
    application_changed.disconnect(dispatch_uid="invites")


@pytest.mark.parametrize("do", ["cancel", "no"])
def test_of_a_round(alice, alice_client, hand_in, told, do):
    round_ = invited(acme(alice), starts_at=NOW)
    invite = hand_in(event(method="CANCEL"))
    told.clear()

    sent = {"do": do, "round": round_.pk}
    alice_client.post(f"/invites/{invite.pk}/deed/", sent)

    assert told == [round_.application]


def test_of_an_application_without_one(alice, alice_client, hand_in, told):
    application = acme(alice)
    invite = hand_in(REJECTION)
    told.clear()

    sent = {"do": "no", "application": application.pk}
    alice_client.post(f"/invites/{invite.pk}/deed/", sent)

    assert told == [application]


def test_of_nobody_elses(mallory, alice_client, hand_in, told):
    round_ = invited(acme(mallory), starts_at=NOW)
    invite = hand_in(event(method="CANCEL"))
    told.clear()

    for sent in ({"round": round_.pk}, {"application": round_.application_id}):
        address = f"/invites/{invite.pk}/deed/"
        assert alice_client.post(address, sent | {"do": "no"}).status_code == 404

    assert told == []


def test_what_is_not_known_is_refused(alice_client, hand_in):
    invite = hand_in(REJECTION)

    answer = alice_client.post(f"/invites/{invite.pk}/deed/", {"do": "dance"})

    assert answer.status_code == 400
