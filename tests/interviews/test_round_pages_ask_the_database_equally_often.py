from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from interviews.actions import Person, SignDetails, add_own_item, add_sign, tick
from interviews.advice import advice_for
from interviews.models import Round, Sign
from tests.interviews.full import full_round
from tests.interviews.world import NOW, acme, invited, write_down

pytestmark = pytest.mark.usefixtures("monday")


def queries(client, url: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(url).status_code == 200
    return len(captured)


def people(count: int) -> tuple[Person, ...]:
    return tuple(Person(name=f"Person {place}") for place in range(count))


def search(owner, *, size: int) -> Round:
    """An application of `size` rounds; the last has as many people and ticks."""
    application = acme(owner)
    for back in range(size, 0, -1):
        round_ = invited(
            application,
            starts_at=NOW - timedelta(hours=3 * back),
            people=people(size),
        )
        write_down(round_)
        add_own_item(round_, text="Ring Sam", now=NOW)
        flag = SignDetails(happened="They argued")
        add_sign(round_, flag, kind=Sign.Kind.RED_FLAG, now=NOW)
    complete = Round.objects.complete().get(pk=round_.pk)
    for entry in advice_for(complete, NOW).entries[:size]:
        tick(round_, advice=entry.id, now=NOW)
    return round_


@pytest.mark.parametrize(
    "address",
    [
        "/rounds/{round}/",
        "/rounds/{round}/edit/",
        "/rounds/{round}/debrief/",
        "/rounds/{round}/signs/",
        "/follow-ups/{note}/",
        "/invites/new/?application={application}",
    ],
)
def test_with_one_and_with_ten(alice, mallory, client, address):
    counts = []
    for owner, size in ((alice, 2), (mallory, 10)):
        round_ = search(owner, size=size)
        client.force_login(owner)
        url = address.format(
            round=round_.pk,
            note=round_.follow_ups.all()[0].pk,
            application=round_.application_id,
        )
        counts.append(queries(client, url))

    assert counts[0] == counts[1]
    assert counts[0] <= 36


@pytest.mark.parametrize("days", [3, -1])
@pytest.mark.parametrize("page", ["", "print/", "tasks/"])
def test_with_one_interviewer_and_with_twenty(alice, mallory, client, days, page):
    """With everything filled in, before the round and after it."""
    counts = []
    for owner, size in ((alice, 1), (mallory, 20)):
        starts_at = NOW + timedelta(days=days)
        round_ = full_round(owner, starts_at=starts_at, now=NOW, people=size)
        client.force_login(owner)
        url = f"/rounds/{round_.pk}/{page}"
        client.get(url)  # the first visit of a session notes itself
        counts.append(queries(client, url))

    assert counts[0] == counts[1]
    assert counts[0] <= 24
