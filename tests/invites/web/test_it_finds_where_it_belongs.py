from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from applications.actions import add_contact, create_application
from applications.models import Application
from interviews.models import Round
from tests.interviews.world import NOW, invited
from tests.invites.web.conftest import sent
from tests.invites.web.letters import (
    CONFIRMATION,
    LETTER,
    NEWSLETTER,
    REJECTION,
    TASK,
    event,
)

pytestmark = pytest.mark.usefixtures("monday")
AT_ONE = datetime(2026, 11, 30, 13, tzinfo=UTC)


def follow(owner, company="Globex", role="Data Analyst", **details):
    return create_application(
        owner=owner, company_name=company, role=role, now=NOW, **details
    )


def page_of(client, invite, query=""):
    return client.get(f"{invite.get_absolute_url()}{query}")


def confirmed(client, invite):
    client.post(invite.get_absolute_url(), sent(client, invite))
    invite.refresh_from_db()
    return invite.round


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


def test_a_cancellation_finds_its_round(alice_client, hand_in):
    round_ = confirmed(alice_client, hand_in(event()))
    invite = hand_in(event(method="CANCEL", sequence=1))
    page = page_of(alice_client, invite).content.decode()
    assert "Cancel the round" in page

    alice_client.post(
        f"{invite.get_absolute_url()}deed/", {"do": "cancel", "round": round_.pk}
    )

    round_.refresh_from_db()
    assert round_.cancelled_at
    assert round_.invites.count() == 2


def test_a_round_that_is_off_already_is_said_to_be(alice_client, hand_in):
    round_ = confirmed(alice_client, hand_in(event()))
    alice_client.post(f"/rounds/{round_.pk}/cancel/")

    invite = hand_in(event(method="CANCEL", sequence=1))

    assert "cancelled it already" in page_of(alice_client, invite).content.decode()


def test_a_rejection_is_logged_with_its_round(alice, alice_client, hand_in):
    round_ = invited(follow(alice), starts_at=NOW)
    invite = hand_in(REJECTION)
    page = page_of(alice_client, invite).content.decode()
    assert "Log that they said no" in page

    alice_client.post(
        f"{invite.get_absolute_url()}deed/", {"do": "no", "round": round_.pk}
    )

    round_.refresh_from_db()
    assert round_.outcome == "no"
    assert round_.invites.get() == invite


def test_a_rejection_before_any_round_closes_the_application(
    alice, alice_client, hand_in
):
    job = follow(alice)
    invite = hand_in(REJECTION)

    alice_client.post(
        f"{invite.get_absolute_url()}deed/", {"do": "no", "application": job.pk}
    )

    job.refresh_from_db()
    assert job.stage == "rejected"


def test_a_confirmation_fills_in_the_application(alice_client, hand_in):
    page = page_of(alice_client, hand_in(CONFIRMATION)).content.decode()

    link = "/applications/new/?company_name=Initech&amp;role=Data%20Analyst"
    assert link in page
    form = alice_client.get(link.replace("&amp;", "&")).context["form"]
    assert form["company_name"].value() == "Initech"
    assert form["role"].value() == "Data Analyst"


def test_a_task_is_put_on_the_list_of_its_round(alice, alice_client, hand_in):
    round_ = invited(follow(alice), starts_at=AT_ONE)
    invite = hand_in(TASK)

    link = f"/rounds/{round_.pk}/tasks/?invite={invite.pk}"
    assert link in page_of(alice_client, invite).content.decode()
    form = alice_client.get(link).context["task_form"]
    assert "take-home assignment" in form["text"].value()


def test_anything_else_can_be_logged_by_hand_beside_its_words(alice_client, hand_in):
    invite = hand_in(NEWSLETTER)
    assert (
        "does not look like an invitation"
        in page_of(alice_client, invite).content.decode()
    )

    by_hand = page_of(alice_client, invite, "?round=new").content.decode()

    assert "ten tips" in by_hand
    assert "Save the round" in by_hand


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
