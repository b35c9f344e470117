"""What was read and not saved is found again where invitations are logged."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from interviews.models import Invite
from tests.invites.web.conftest import confirmed, follow
from tests.invites.web.letters import LETTER, NEWSLETTER, REJECTION

pytestmark = pytest.mark.usefixtures("monday")
HERE = "/invites/new/"


def test_by_the_job_it_is_about(alice_client, hand_in):
    invite = hand_in(LETTER)

    page = alice_client.get(HERE).content.decode()

    assert f'href="{invite.get_absolute_url()}">Globex · Data Analyst</a>' in page
    assert "Kept until Mon 30 Nov, 12:00" in page


def test_by_its_first_words_where_it_names_none(alice_client, hand_in):
    invite = hand_in(NEWSLETTER)

    assert invite.title == NEWSLETTER.strip()
    assert "Our weekly newsletter" in alice_client.get(HERE).content.decode()


def test_not_when_it_is_saved_or_put_to_use(alice, alice_client, hand_in):
    confirmed(alice_client, hand_in(LETTER))
    job = follow(alice, role="Cook")
    no = hand_in(REJECTION)
    alice_client.post(f"/invites/{no.pk}/deed/", {"do": "no", "application": job.pk})

    assert "not saved yet" not in alice_client.get(HERE).content.decode()


def test_not_to_anybody_else(mallory_client, hand_in):
    hand_in(LETTER)

    assert "Globex" not in mallory_client.get(HERE).content.decode()


def test_ten_cost_no_more_than_one(alice, alice_client, hand_in):
    def count() -> int:
        with CaptureQueriesContext(connection) as queries:
            alice_client.get(HERE)
        return len(queries)

    first = hand_in(LETTER)
    alice_client.get(HERE)
    one = count()
    for number in range(10):
        Invite.objects.create(
            owner=alice,
            data=b"%d" % number,
            kind="invite",
            found=first.found,
            received_at=first.received_at,
        )

    assert count() == one
