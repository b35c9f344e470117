from __future__ import annotations

from datetime import timedelta

import pytest

from applications.models import Stage
from interviews.models import Round
from tests.interviews.world import NOW, acme, invited

pytestmark = pytest.mark.usefixtures("monday")


@pytest.fixture
def round_(alice) -> Round:
    return invited(acme(alice), starts_at=NOW - timedelta(days=3), now=NOW)


@pytest.mark.parametrize(
    ("answer", "stage"),
    [("offer", Stage.OFFER), ("no", Stage.REJECTED), ("withdrawn", Stage.WITHDRAWN)],
)
def test_the_stage_follows_and_undo_leads_back(round_, alice_client, answer, stage):
    url = f"/rounds/{round_.pk}/outcome/"

    alice_client.post(url, {"outcome": answer})
    assert Round.objects.get().application.stage == stage

    alice_client.post(url, {"outcome": ""})
    round_ = Round.objects.get()
    assert (round_.outcome, round_.application.stage) == ("", Stage.INTERVIEWING)


@pytest.mark.parametrize("second", ["offer", "no", "next_round"])
def test_undoing_a_second_answer_leads_back_to_the_beginning(
    round_, alice_client, time_machine, second
):
    for minute, answer in enumerate(("offer", second, "")):
        time_machine.move_to(NOW + timedelta(minutes=minute), tick=False)
        alice_client.post(f"/rounds/{round_.pk}/outcome/", {"outcome": answer})

    round_ = Round.objects.get()
    assert (round_.outcome, round_.application.stage) == ("", Stage.INTERVIEWING)


def test_a_next_round_leads_to_its_invite(round_, alice_client):
    response = alice_client.post(
        f"/rounds/{round_.pk}/outcome/", {"outcome": "next_round"}
    )

    invite = f"/invites/new/?application={round_.application_id}"
    assert response.headers["Location"] == invite
    page = alice_client.get(f"/rounds/{round_.pk}/").content.decode()
    assert invite in page


def test_there_are_no_other_answers(round_, alice_client):
    response = alice_client.post(f"/rounds/{round_.pk}/outcome/", {"outcome": "maybe"})

    assert response.status_code == 400


def test_they_replied_and_not_after_all(round_, alice_client):
    alice_client.post(f"/rounds/{round_.pk}/replied/")
    assert Round.objects.get().replied_at == NOW

    alice_client.post(f"/rounds/{round_.pk}/unreplied/")
    assert Round.objects.get().replied_at is None


def test_a_second_reply_keeps_the_time_of_the_first(round_, alice_client, time_machine):
    for minute in range(2):
        time_machine.move_to(NOW + timedelta(minutes=minute), tick=False)
        alice_client.post(f"/rounds/{round_.pk}/replied/")

    assert Round.objects.get().replied_at == NOW
