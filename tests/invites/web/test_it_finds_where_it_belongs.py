from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from applications.actions import add_contact
from applications.models import Application
from interviews.models import Round
from tests.interviews.world import NOW, invited
from tests.invites.web.conftest import confirmed, follow, page_of, sent
from tests.invites.web.letters import LETTER, event

pytestmark = pytest.mark.usefixtures("monday")
AT_ONE = datetime(2026, 11, 30, 13, tzinfo=UTC)


@pytest.mark.parametrize("name", ["Globex", "GLOBEX GmbH", "Globex, Inc."])
def test_the_application_of_the_company_it_names(alice, alice_client, hand_in, name):
    job = follow(alice, company=name)

    form = page_of(alice_client, hand_in(LETTER)).context["form"]

    assert form["application"].value() == job.pk
    assert "because it names" in form.fields["application"].told.note


def test_by_where_the_mail_came_from(alice, alice_client, hand_in):
    job = follow(alice, company="Umbrella Works")
    add_contact(owner=alice, company=job.company, name="Max", email="max@globex.test")
    text = event().replace(" at Globex: Data Analyst", "")

    form = page_of(alice_client, hand_in(text)).context["form"]

    assert form["application"].value() == job.pk
    assert "the mail came from globex.test" in form.fields["application"].told.note


def test_among_several_the_role_decides(alice, alice_client, hand_in):
    follow(alice, role="Office manager")
    job = follow(alice, role="Data analyst")

    form = page_of(alice_client, hand_in(LETTER)).context["form"]

    assert form["application"].value() == job.pk


def test_where_it_is_doubtful_it_is_asked(alice, alice_client, hand_in):
    other = follow(alice, role="Office manager")
    invite = hand_in(LETTER)

    refused = alice_client.post(invite.get_absolute_url(), sent(alice_client, invite))
    assert refused.context["form"].errors["application"] == ["Which application is it?"]

    answer = {"answer-application": "new"}
    alice_client.post(invite.get_absolute_url(), sent(alice_client, invite, **answer))
    assert Round.objects.get().application != other
    assert Application.objects.count() == 2


def test_an_answer_that_picks_one_makes_no_other(alice, alice_client, hand_in):
    other = follow(alice, role="Office manager")
    invite = hand_in(LETTER)

    answer = {"answer-application": str(other.pk)}
    alice_client.post(invite.get_absolute_url(), sent(alice_client, invite, **answer))

    assert Round.objects.get().application == other


def test_somebody_of_the_same_name_elsewhere_is_no_reason(alice, alice_client, hand_in):
    job = follow(alice, company="Larkspur", role="Data Analyst")
    add_contact(owner=alice, company=job.company, name="Tom Keller")

    form = page_of(alice_client, hand_in(LETTER)).context["form"]

    assert not form["application"].value()
    assert form["company_name"].value() == "Globex"


def test_nothing_of_anybody_else(mallory, alice_client, hand_in):
    follow(mallory)

    form = page_of(alice_client, hand_in(LETTER)).context["form"]

    assert not form["application"].value()


def test_people_who_are_known_are_ticked(alice, alice_client, hand_in):
    job = follow(alice)
    tom = add_contact(owner=alice, company=job.company, name="Tom Keller")

    form = page_of(alice_client, hand_in(LETTER)).context["form"]

    assert form.known_people == [(tom, True)]
    assert form.people[0]["name"].value() == "Priya Nair"


def test_the_same_event_again_updates_its_round(alice, alice_client, hand_in):
    round_ = confirmed(alice_client, hand_in(event()))
    moved = event(start="20261201T150000Z", end="20261201T160000Z", sequence=1)
    invite = hand_in(moved)

    page = page_of(alice_client, invite)
    assert "Update the round" in page.content.decode()
    (change,) = page.context["page"].changes
    assert (change.old, change.new) == (
        "Mon 30 Nov, 14:00–15:00",
        "Tue 1 Dec, 16:00–17:00",
    )

    assert confirmed(alice_client, invite) == round_
    round_ = Round.objects.get()
    assert round_.starts_at == datetime(2026, 12, 1, 15, tzinfo=UTC)
    assert round_.moves == 1
    assert round_.invites.count() == 2


def test_an_older_edition_is_said_to_be_older(alice_client, hand_in):
    confirmed(alice_client, hand_in(event(sequence=3)))
    older = hand_in(event(start="20261129T130000Z", end="20261129T140000Z"))

    page = page_of(alice_client, older).content.decode()

    assert "This is older than what you have" in page


def test_the_same_time_and_company_is_the_same_round(alice, alice_client, hand_in):
    round_ = invited(follow(alice), starts_at=AT_ONE)

    invite = hand_in(LETTER)
    page = page_of(alice_client, invite)

    assert page.context["page"].round == round_
    changed = {change.name for change in page.context["page"].changes}
    assert {"Link", "Who", "To prepare"} <= changed
    assert confirmed(alice_client, invite) == round_
    assert Round.objects.count() == 1


def test_the_owner_may_say_it_is_another(alice, alice_client, hand_in):
    invited(follow(alice), starts_at=AT_ONE, now=NOW - timedelta(days=1))
    invite = hand_in(LETTER)

    data: dict[str, Any] = sent(alice_client, invite, query={"round": "new"})
    warned = alice_client.post(invite.get_absolute_url(), data).context["form"]
    data["seen"] = [caution.key for caution in warned.cautions]
    alice_client.post(invite.get_absolute_url(), data)

    assert Round.objects.count() == 2


def test_a_round_without_a_date_gets_it(alice, alice_client, hand_in):
    round_ = invited(follow(alice), starts_at=None)

    text = event().replace("Second interview", "Interview")
    assert confirmed(alice_client, hand_in(text)) == round_
    assert Round.objects.get().starts_at == AT_ONE


def test_pages_ask_equally_often(alice, alice_client, hand_in):
    def count():
        with CaptureQueriesContext(connection) as queries:
            page_of(alice_client, invite)
        return len(queries)

    job = follow(alice)
    invited(job, starts_at=NOW)
    invite = hand_in(LETTER)
    page_of(alice_client, invite)
    one = count()
    for number in range(10):
        other = follow(alice, company=f"Company {number}")
        add_contact(owner=alice, company=other.company, name=f"Somebody {number}")
        invited(job, starts_at=NOW.replace(day=24 + number % 5, hour=8 + number))

    assert count() == one
