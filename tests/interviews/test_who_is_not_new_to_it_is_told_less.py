from __future__ import annotations

from datetime import timedelta

import pytest

from accounts.actions import say_how_new
from interviews.models import Round
from interviews.situation import situation_of
from tests.interviews.world import NOW, acme, invited

FOR_WHO_IS_NEW = "Is the job yours?"


@pytest.mark.usefixtures("monday")
@pytest.mark.parametrize(("said", "told"), [(None, True), (True, True), (False, False)])
def test_as_they_said_on_their_own_page(alice, alice_client, said, told):
    application = acme(alice)
    invited(application, starts_at=NOW - timedelta(days=9))
    round_ = invited(application, starts_at=None)
    say_how_new(alice, new_to_job_hunting=said)

    complete = Round.objects.complete().get(pk=round_.pk)
    shown = alice_client.get(f"/rounds/{round_.pk}/").content.decode()

    assert situation_of(complete, NOW).new_to_job_hunting is said
    assert (FOR_WHO_IS_NEW in shown) is told
