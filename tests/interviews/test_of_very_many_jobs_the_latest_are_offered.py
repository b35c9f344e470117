"""Whoever follows thousands of jobs is offered those they lately heard of, by name."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client

from accounts.models import User
from applications import offering
from applications.models import Application
from interviews.forms import InviteForm
from tests.factories import create_application
from tests.interviews.forms import INVITE, post
from tests.interviews.world import NOW

pytestmark = pytest.mark.usefixtures("monday")


@pytest.fixture
def jobs(alice: User, monkeypatch: pytest.MonkeyPatch) -> list[Application]:
    """The first was heard of longest ago; three are offered."""
    monkeypatch.setattr(offering, "MOST_OFFERED", 3)
    monkeypatch.setattr("interviews.forms.invite.MOST_OFFERED", 3)
    monkeypatch.setattr("interviews.invite_page.MOST_OFFERED", 3)
    rows = [
        create_application(owner=alice, company_name=name, role="Cook")
        for name in ("Old Oven", "zebra", "Apex", "Middle")
    ]
    for days, row in enumerate(rows):
        heard_at = NOW - timedelta(days=30 - days)
        Application.objects.filter(pk=row.pk).update(heard_at=heard_at)
    return rows


def _offered(form: InviteForm) -> list[str]:
    return [label for _, label in form.fields["application"].choices][1:]  # type: ignore[attr-defined]


def test_the_latest_by_name_and_how_to_name_another(
    jobs: list[Application], alice_client: Client
) -> None:
    page = alice_client.get(INVITE)
    form = page.context["form"]
    assert _offered(form) == ["Apex · Cook", "Middle · Cook", "zebra · Cook"]
    assert "you last heard of. For another" in page.content.decode()


def test_who_has_few_is_told_nothing_of_it(alice: User, alice_client: Client) -> None:
    create_application(owner=alice, company_name="Apex", role="Cook")
    page = alice_client.get(INVITE)
    assert _offered(page.context["form"]) == ["Apex · Cook"]
    assert "you last heard of" not in page.content.decode()


def test_another_is_kept_when_it_was_asked_for(
    jobs: list[Application], alice_client: Client
) -> None:
    form = alice_client.get(f"{INVITE}?application={jobs[0].pk}").context["form"]
    assert form["application"].value() == jobs[0].pk
    assert "Old Oven · Cook" in _offered(form)


@pytest.mark.parametrize("typed", [False, True])
def test_another_may_be_picked_or_typed(
    typed: bool, jobs: list[Application], alice_client: Client
) -> None:
    named = {"company_name": "old oven", "role": "cook"}
    picked = {"company_name": "", "role": "", "application": jobs[0].pk}
    post(alice_client, **(named if typed else picked))
    assert jobs[0].rounds.count() == 1


def test_a_strangers_may_not(
    jobs: list[Application], mallory: User, alice_client: Client
) -> None:
    theirs = create_application(owner=mallory, company_name="Theirs", role="Cook")
    form = alice_client.post(INVITE, {"application": theirs.pk}).context["form"]
    assert "application" in form.errors
    assert "Theirs · Cook" not in _offered(form)


def test_for_a_rejection_too(jobs: list[Application], alice: User) -> None:
    found = offering.lately_heard_of(Application.objects.for_user(alice))
    assert [str(row.company) for row in found] == ["Middle", "Apex", "zebra"]


def test_of_a_no_that_fits_none_it_says_where_the_others_are(
    jobs: list[Application], alice_client: Client
) -> None:
    words = "We regret to inform you that the position has been filled by another."
    page = alice_client.post("/invites/", {"text": words}, follow=True)
    assert [str(row.company) for row in page.context["page"].jobs] == [
        "Apex",
        "Middle",
        "zebra",
    ]
    assert page.context["page"].has_more_jobs
    assert "Those you last heard of." in page.content.decode()
