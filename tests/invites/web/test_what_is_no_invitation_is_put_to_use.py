"""Cancellations, rejections, confirmations, tasks: told apart, with what can be done."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from interviews.actions.invitations import forget_drafts
from tests.interviews.world import NOW, invited
from tests.invites.web.conftest import confirmed, follow, page_of
from tests.invites.web.letters import CONFIRMATION, NEWSLETTER, REJECTION, TASK, event

pytestmark = pytest.mark.usefixtures("monday")
AT_ONE = datetime(2026, 11, 30, 13, tzinfo=UTC)


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


def test_its_letter_stays_with_the_application(alice, alice_client, hand_in):
    job = follow(alice)
    invite = hand_in(REJECTION)
    deed = f"{invite.get_absolute_url()}deed/"
    alice_client.post(deed, {"do": "no", "application": job.pk})

    original = f"/invites/{invite.pk}/original/"
    assert original in alice_client.get(job.get_absolute_url()).content.decode()
    page = alice_client.get(original).content.decode()
    assert "we regret to inform you" in page
    assert job.get_absolute_url() in page
    assert forget_drafts(now=NOW + timedelta(days=30)) == 0
    # Pressed again, or found in the history of the browser.
    assert alice_client.get(f"/invites/{invite.pk}/").url == job.get_absolute_url()
    assert alice_client.post(deed, {"do": "discard"}).url == job.get_absolute_url()


def test_a_rejection_that_names_nobody_is_logged_with_the_job_picked(
    alice, alice_client, hand_in
):
    round_ = invited(follow(alice), starts_at=NOW)
    nameless = REJECTION.replace(" for the Data Analyst role at Globex", "")
    invite = hand_in(nameless)
    page = page_of(alice_client, invite).content.decode()
    assert "names no job you follow" in page
    assert f'<option value="{round_.application_id}">' in page

    alice_client.post(
        f"{invite.get_absolute_url()}deed/",
        {"do": "no", "application": round_.application_id},
    )

    round_.refresh_from_db()
    assert round_.outcome == "no"
    assert round_.invites.get() == invite


def test_a_cancellation_that_names_nobody_offers_the_rounds_to_come(
    alice, alice_client, hand_in
):
    round_ = invited(follow(alice), starts_at=NOW + timedelta(days=2))
    invite = hand_in("Hi Alice, sorry, we have to cancel your interview. Best, Lea")

    page = page_of(alice_client, invite).content.decode()

    assert "Is it one of these rounds?" in page
    assert f'name="round" value="{round_.pk}">Globex: ' in page


def test_what_is_left_as_it_is_leads_back_to_its_round(alice_client, hand_in):
    round_ = confirmed(alice_client, hand_in(event()))
    invite = hand_in(event(start="20261201T150000Z", end="20261201T160000Z"))

    answer = alice_client.post(
        f"{invite.get_absolute_url()}deed/", {"do": "discard", "round": round_.pk}
    )

    assert answer.url == round_.get_absolute_url()
    assert round_.invites.count() == 1


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
