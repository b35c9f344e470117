from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from accounts.models import User
from applications.models import Application, Note, Stage
from interviews.models import FollowUp, Round
from interviews.sample import filling
from tests import factories

pytestmark = pytest.mark.django_db
# A Wednesday noon.
NOW = datetime(2026, 11, 18, 12, 5, tzinfo=UTC)
OFFER = "Look around with sample data"
ADD = "/today/sample/"


def test_an_empty_today_teaches_and_offers_it(alice_client):
    page = alice_client.get("/").content.decode()

    assert "Log the invite you have" in page
    assert OFFER in page
    assert "Remove the sample data" not in page


def test_one_click_shows_a_small_lively_search(alice, alice_client):
    page = alice_client.post(ADD, follow=True).content.decode()

    now = timezone.now()
    jobs = Application.objects.for_user(alice)
    rounds = Round.objects.for_user(alice)
    assert set(jobs.values_list("stage", flat=True)) == set(Stage.live())
    assert jobs.count() == 6
    assert rounds.not_over(now).count() == 1
    assert rounds.count() >= 5
    assert FollowUp.objects.for_user(alice).owed(now).count() == 2
    assert Note.objects.for_user(alice).exists()
    assert alice.contacts.count() >= 6
    for rows in (jobs, alice.companies, alice.contacts):
        assert set(rows.values_list("is_sample", flat=True)) == {True}
    assert OFFER not in page
    assert "Remove the sample data" in page
    assert "Next round" in page
    assert "Gone quiet" in page
    assert "made you an offer" in page


def test_pressed_twice_it_is_there_once(alice, alice_client):
    alice_client.post(ADD)
    said = alice_client.post(ADD, follow=True)

    assert alice.applications.count() == 6
    assert "You have applications already" in said.content.decode()


@pytest.mark.parametrize("put_away", [None, timezone.now()])
def test_somebody_with_an_application_is_not_given_any(alice, alice_client, put_away):
    factories.create_application(owner=alice, archived_at=put_away)

    alice_client.post(ADD)

    assert not alice.applications.filter(is_sample=True).exists()


def test_it_is_made_by_a_press_alone(alice, alice_client):
    assert alice_client.get(ADD).status_code == 405
    assert not alice.applications.exists()


@pytest.mark.parametrize(
    ("zone", "days"), [("Pacific/Kiritimati", 3), ("Pacific/Pago_Pago", 5)]
)
def test_it_is_lively_anywhere_and_on_any_day(db, zone, days):
    """On a Sunday, on a Monday: something is owed, and a round is ahead."""
    now = NOW + timedelta(days=days, hours=9)
    owner = factories.create_user(time_zone=zone)

    filling.fill(owner, now=now)

    assert FollowUp.objects.for_user(owner).owed(now).exists()
    assert Round.objects.for_user(owner).not_over(now).count() == 1
    assert not Round.objects.for_user(owner).filter(created_at__gt=now).exists()


def test_what_is_already_there_is_left_as_it_is(alice: User):
    """A company the owner knows by the same name, and their own person in it."""
    known = alice.companies.create(name="tidewater rail", website="https://a.example")
    friend = alice.contacts.create(company=known, name="Ines")

    filling.fill(alice, now=NOW)
    known.refresh_from_db()
    friend.refresh_from_db()

    assert (known.is_sample, friend.is_sample) == (False, False)
    assert known.website == "https://a.example"
    assert not known.research_notes.exists()
    filling.take_away(alice)
    assert [*alice.companies.all()] == [known]
    assert [*alice.contacts.all()] == [friend]
