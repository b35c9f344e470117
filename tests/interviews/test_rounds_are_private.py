from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client

from interviews.models import Round
from tests.interviews.world import NOW, acme, invited

pytestmark = pytest.mark.usefixtures("monday")

ROUND = ["", "edit/", "cancel/", "restore/", "outcome/", "replied/", "unreplied/"]
ROUND += ["debrief/", "interviewers/", "advice/"]
NOTE = ["", "sent/", "skip/", "reopen/"]


@pytest.fixture
def addresses(alice) -> list[str]:
    round_ = invited(acme(alice), starts_at=NOW - timedelta(hours=3))
    note = round_.follow_ups.all()[0]
    return [
        *(f"/rounds/{round_.pk}/{end}" for end in ROUND),
        *(f"/follow-ups/{note.pk}/{end}" for end in NOTE),
        f"/invites/check/?editing={round_.pk}",
    ]


def test_a_strangers_round_does_not_exist(addresses, mallory_client):
    before = list(Round.objects.values())

    for url in addresses:
        for method in (mallory_client.get, mallory_client.post):
            assert method(url).status_code in {404, 405}, url
    assert list(Round.objects.values()) == before


def test_nobody_is_asked_to_sign_in(db, addresses):
    for url in [*addresses, "/invites/new/"]:
        response = Client().get(url)
        assert response.status_code == 302
        assert response.headers["Location"].startswith("/accounts/login/"), url
