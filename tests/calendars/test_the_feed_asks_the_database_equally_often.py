from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from applications.models import Offer
from calendars import actions, links
from interviews.models import FollowUp, Task
from tests import factories
from tests.interviews.world import NOW

pytestmark = pytest.mark.usefixtures("monday")
# Ours, on the slowest machine we know: it takes a tenth of that.


def search(owner: User, *, size: int) -> str:
    """The address of a calendar of so many rounds, each with all there may be."""
    for place in range(size):
        application = factories.create_application(
            owner=owner, company_name=f"Company {place}", stage="offer"
        )
        Offer.objects.create(application=application, deadline_on=NOW.date())
        person = factories.create_contact(application=application)
        round_ = factories.create_round(
            application=application,
            starts_at=NOW + timedelta(hours=place),
            people=[person],
        )
        factories.create_follow_up(round_=round_, contact=person)
        kind = FollowUp.Kind.STATUS_CHECK
        factories.create_follow_up(round_=round_, kind=kind)
        Task.objects.create(round=round_, kind=Task.Kind.CASE, due_at=NOW)
    wanted = dict.fromkeys(("rounds", "notes", "deadlines", "alarms"), True)
    return links.path(actions.choose(owner, now=NOW, **wanted))


def test_with_one_round_and_with_a_hundred(alice, mallory, client):
    counts, sizes = [], []
    for address in (search(alice, size=1), search(mallory, size=100)):
        with CaptureQueriesContext(connection) as captured:
            body = client.get(address).content
        counts.append(len(captured))
        sizes.append(body.count(b"BEGIN:VEVENT"))

    assert sizes == [5, 500]
    assert counts[0] == counts[1] <= 20
