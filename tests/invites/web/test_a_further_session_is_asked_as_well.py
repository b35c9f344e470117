"""What is in doubt about a later part of a day is asked as the first part's is."""

from __future__ import annotations

import pytest

from interviews.models import Round
from tests.invites.web.conftest import sent

pytestmark = pytest.mark.usefixtures("monday")

DAY = """Dear Alice,
we would like to invite you to two interviews for the Analyst role at Globex.

Part 1: Monday 30 November 2026, 09:00 - 10:00 CET, Dana Wu, panel
Part 2: {second}, Rafael Ortiz, case study

Best, Nora Lind
Globex
"""


@pytest.mark.parametrize(
    ("second", "field", "answer", "starts"),
    [
        ("3/12, 14:00 - 15:00 CET", "starts", "2026-12-03T14:00", "2026-12-03 13:00"),
        (
            "Tuesday 1 December 2026, 14:00 - 15:00 CST",
            "time_zone",
            "America/Chicago",
            "2026-12-01 20:00",
        ),
    ],
    ids=["day", "zone"],
)
def test_it_is_refused_until_it_is_answered(
    alice_client, hand_in, second, field, answer, starts
):
    invite = hand_in(DAY.format(second=second))
    form = alice_client.get(invite.get_absolute_url()).context["form"]
    part = form.parts[1]
    assert not part[field].value()

    data = sent(alice_client, invite)
    response = alice_client.post(invite.get_absolute_url(), data)

    assert response.status_code == 422
    assert list(response.context["form"].parts[1].errors) == [field]
    assert not Round.objects.exists()

    data[f"answer-{part.add_prefix(field)}"] = answer
    alice_client.post(invite.get_absolute_url(), data)
    _, later = Round.objects.get().all_sessions
    assert f"{later.starts_at:%Y-%m-%d %H:%M}" == starts
